# Databricks notebook source
# MAGIC %md
# MAGIC # silver.stores_history
# MAGIC Where each store is, and where it was before.
# MAGIC
# MAGIC Reads `bronze.stores`; writes `silver.stores_history`, `silver.stores_history.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_stores_history_place")  # of this environment's sources
query = Query(
    name="shop/silver.stores_history",
    identity=f"1-46acb395-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.stores
landed = Landed(
    source="shop/shop/bronze.stores/1-24b95a5c",
    folder=f"{lake}/bronze/stores/1-24b95a5c",
    form="csv",
    columns="_read_at timestamp NOT NULL, city string, opened_on date, store_id bigint NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {
    "has_city": ("city is not null", "quarantine"),
}


def changes(landed):
    rows = landed.selectExpr(
        "store_id AS id",
        "trim(city) AS city",
        "opened_on",
        "_landing",
        "_read_at",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: versions of rows are merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/stores_history",
    columns=["id", "city", "opened_on"],
    keys=["id"],
    quarantine=f"{lake}/silver/stores_history_quarantine",
    how=HistoryOfSnapshots(tracked=["city"], closes_absent=True),
)
