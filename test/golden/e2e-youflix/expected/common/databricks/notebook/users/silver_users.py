# Databricks notebook source
# MAGIC %md
# MAGIC # silver.users
# MAGIC One row for each user, as it was last.
# MAGIC
# MAGIC Reads `bronze.users`; writes `silver.users`.
# MAGIC Generated from `pipelines/users.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_users_place")  # of this environment's sources
query = Query(
    name="users/silver.users",
    identity=f"1-c8137c80-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.users
landed = Landed(
    source="youflix/users/bronze.users/1-d86a9d08",
    folder=f"{lake}/bronze/users/1-d86a9d08",
    form="csv",
    columns="email string, name string, updated_at timestamp NOT NULL, user_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "user_id",
        "name",
        "email",
        "updated_at",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/users",
    columns=["user_id", "name", "email", "updated_at"],
    keys=["user_id"],
    sequence_by=["updated_at"],
)
