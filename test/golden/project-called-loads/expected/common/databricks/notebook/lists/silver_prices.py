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
    name="lists/silver.prices",
    identity=f"1-5bababc2-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.prices": Loads(source="films/lists/bronze.prices/1-b5c75693", folder=f"{lake}/loads/prices", columns="price int, title string"),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.prices"].selectExpr(
        "title",
        "price",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["title", "price"],
    table=f"{lake}/silver/prices",
)
