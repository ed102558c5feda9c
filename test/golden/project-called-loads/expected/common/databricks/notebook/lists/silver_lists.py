# Databricks notebook source
# MAGIC %md
# MAGIC # silver.lists
# MAGIC Reads `bronze.again`; writes `silver.lists`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_lists_place")  # of this environment's sources
query = Query(
    name="lists/silver.lists",
    identity=f"1-2c8ce4f5-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.again": Loads(source="films/lists/bronze.again/1-6587b904", folder=f"{lake}/loads/tmdb", columns="list string NOT NULL, results array<struct<id:bigint,title:string>>"),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["bronze.again"].selectExpr(
        "list",
        "array_size(results) AS movies",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["list", "movies"],
    table=f"{lake}/silver/lists",
)
