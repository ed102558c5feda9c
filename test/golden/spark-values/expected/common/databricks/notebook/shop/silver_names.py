# Databricks notebook source
# MAGIC %md
# MAGIC # silver.names
# MAGIC Reads `bronze.users`; writes `silver.names`, `silver.names.sequences`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_names_place")  # of this environment's sources
query = Query(
    name="shop/silver.names",
    identity=f"1-e67c59f4-{place}",
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
        "changed_at",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest values are merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/names",
    columns=["user_id", "name", "changed_at"],
    keys=["user_id"],
    how=LatestValues(sequence_by=["changed_at"], sequences=f"{lake}/silver/names_sequences"),
)
