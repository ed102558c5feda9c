# Databricks notebook source
# MAGIC %md
# MAGIC # silver.prices
# MAGIC Reads `bronze.prices`; writes `silver.prices`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_prices_place")  # of this environment's sources
query = Query(
    name="shop/silver.prices",
    identity=f"1-ebb6c479-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.prices
landed = Landed(
    source="shop/shop/bronze.prices/1-3c0a4a08",
    folder=f"{lake}/bronze/prices/1-3c0a4a08",
    form="csv",
    columns="changed_at timestamp NOT NULL, item string NOT NULL, price decimal(9,2), store_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "item",
        "store_id",
        "price",
        "changed_at",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: versions of rows are merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/prices",
    columns=["item", "store_id", "price", "changed_at"],
    keys=["item", "store_id"],
    how=History(sequence="changed_at"),
)
