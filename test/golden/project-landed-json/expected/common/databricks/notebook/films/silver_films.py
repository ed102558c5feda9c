# Databricks notebook source
# MAGIC %md
# MAGIC # silver.films
# MAGIC Reads `bronze.lists`; writes `silver.films`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_films_place")  # of this environment's sources
query = Query(
    name="films/silver.films",
    identity=f"1-758e0c48-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.lists": Reading(Landed(source="films/films/bronze.lists/1-c25b4341", folder=f"{lake}/bronze/lists/1-c25b4341", form="json", columns="list string NOT NULL, results array<struct<id:bigint,title:string,vote_average:double>>")),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = exploded(inputs["bronze.lists"], "movie", "results").selectExpr(
        "list",
        "movie.id AS movie_id",
        "movie.title AS title",
        "movie.vote_average AS vote_average",
        "_element",
        "_elements",
        "_goes",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["list", "movie_id", "title", "vote_average"],
    table=f"{lake}/silver/films",
    counted=COUNTED,
)
