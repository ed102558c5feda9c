# Databricks notebook source
# MAGIC %md
# MAGIC # silver.stores
# MAGIC Reads `bronze.stores`; writes `silver.stores`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_stores_place")  # of this environment's sources
query = Query(
    name="shop/silver.stores",
    identity=f"1-34baa223-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.stores
landed = Landed(
    source="shop/shop/bronze.stores/1-1fb5fa61",
    folder=f"{lake}/bronze/stores/1-1fb5fa61",
    form="parquet",
    columns="_read_at timestamp NOT NULL, city string, opened_at timestamp, store_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "store_id",
        "city",
        "opened_at",
        "_landing",
        "_read_at",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/stores",
    columns=["store_id", "city", "opened_at"],
    keys=["store_id"],
)
