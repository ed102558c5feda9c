# Databricks notebook source
# MAGIC %md
# MAGIC # gold.titles
# MAGIC Reads `silver.movies`; writes `gold.titles`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_titles_place")  # of this environment's sources
query = Query(
    name="lists/gold.titles",
    identity=f"1-ef2ba624-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.movies": f"{lake}/silver/movies",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["silver.movies"].selectExpr(
        "list",
        "movie_id",
        "title",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy("title").agg(
        F.expr("count(*)").alias("lists"),
    )

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["list", "movie_id", "title"],
    table=f"{lake}/gold/titles",
    aggregate=aggregated,
)
