# Databricks notebook source
# MAGIC %md
# MAGIC # gold.genres
# MAGIC Reads `silver.title_genres`; writes `gold.genres`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_genres_place")  # of this environment's sources
query = Query(
    name="movies/gold.genres",
    identity=f"1-f62ba129-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.title_genres": f"{lake}/silver/title_genres",
}
COMPUTED_OF = {
    "bronze.titles": Reading(Landed(source="movies/movies/bronze.titles/1-c44cfcb7", folder=f"{lake}/bronze/titles/1-c44cfcb7", form="parquet", columns="_read_at timestamp NOT NULL, genres string, id string NOT NULL, title string")),
}  # by the orchestrator, before
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["silver.title_genres"].selectExpr(
        "id",
        "genre",
    )
    return checked(rows, EXPECTATIONS)


def aggregated(rows):
    return rows.groupBy("genre").agg(
        F.expr("count(*)").alias("titles"),
    )

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["id", "genre"],
    table=f"{lake}/gold/genres",
    aggregate=aggregated,
    computed_of=COMPUTED_OF,
)
