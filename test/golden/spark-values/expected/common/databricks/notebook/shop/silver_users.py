# Databricks notebook source
# MAGIC %md
# MAGIC # silver.users
# MAGIC Reads `bronze.users`; writes `silver.users`, `silver.users.sequences`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_users_place")  # of this environment's sources
query = Query(
    name="shop/silver.users",
    identity=f"1-4a1b3db1-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.users
landed = Landed(
    source="shop/shop/bronze.users/1-2ded4761",
    folder=f"{lake}/bronze/users/1-2ded4761",
    form="csv",
    columns="changed_at timestamp NOT NULL, email string, is_deleted boolean, name string, user_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "user_id",
        "name",
        "email AS contact",
        "changed_at",
        "_landing",
        "coalesce(is_deleted, false) AS _deletes",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest values are merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/users",
    columns=["user_id", "name", "contact", "changed_at"],
    keys=["user_id"],
    how=LatestValues(sequence_by=["changed_at"], sequences=f"{lake}/silver/users_sequences"),
)
