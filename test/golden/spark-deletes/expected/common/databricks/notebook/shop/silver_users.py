# Databricks notebook source
# MAGIC %md
# MAGIC # silver.users
# MAGIC Reads `bronze.users`; writes `silver.users`, `silver.users.deleted`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_users_place")  # of this environment's sources
query = Query(
    name="shop/silver.users",
    identity=f"1-8cb100d2-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.users
landed = Landed(
    source="shop/shop/bronze.users/1-c35c4526",
    folder=f"{lake}/bronze/users/1-c35c4526",
    form="csv",
    columns="is_deleted boolean, name string, updated_at timestamp NOT NULL, user_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "user_id",
        "name",
        "updated_at",
        "_landing",
        "coalesce(is_deleted, false) AS _deletes",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/users",
    columns=["user_id", "name", "updated_at"],
    keys=["user_id"],
    how=LatestOrDeleted(sequence_by=["updated_at"], deleted=f"{lake}/silver/users_deleted"),
)
