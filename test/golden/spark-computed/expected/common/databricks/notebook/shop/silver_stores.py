# Databricks notebook source
# MAGIC %md
# MAGIC # silver.stores
# MAGIC Reads `bronze.stores`; writes `silver.stores`, `silver.stores.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_stores_place")  # of this environment's sources
query = Query(
    name="shop/silver.stores",
    identity=f"1-4212790f-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.stores": Reading(Landed(source="shop/shop/bronze.stores/1-685c8f04", folder=f"{lake}/bronze/stores/1-685c8f04", form="csv", columns="_read_at timestamp NOT NULL, city string, store_id bigint")),
}
EXPECTATIONS = {
    "has_city": ("city is not null", "quarantine"),
}


def computed(inputs):
    rows = inputs["bronze.stores"].selectExpr(
        "city",
        "store_id",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["city", "store_id"],
    table=f"{lake}/silver/stores",
    quarantine=f"{lake}/silver/stores_quarantine",
)
