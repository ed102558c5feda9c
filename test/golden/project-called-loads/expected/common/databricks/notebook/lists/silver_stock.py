# Databricks notebook source
# MAGIC %md
# MAGIC # silver.stock
# MAGIC Reads `bronze.stock`; writes `silver.stock`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_stock_place")  # of this environment's sources
query = Query(
    name="lists/silver.stock",
    identity=f"1-e129a7c4-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.stock": Loads(source="films/lists/bronze.stock/1-e43a885a", folder=f"{lake}/loads/stock", columns="discs int, title string"),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.stock"].selectExpr(
        "title",
        "discs",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["title", "discs"],
    table=f"{lake}/silver/stock",
)
