# Databricks notebook source
# MAGIC %md
# MAGIC # silver.movies
# MAGIC Reads `bronze.movie_lists`; writes `silver.movies`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_movies_place")  # of this environment's sources
query = Query(
    name="lists/silver.movies",
    identity=f"1-7b111f42-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "bronze.movie_lists": Loads(source="films/lists/bronze.movie_lists/1-2438c254", folder=f"{lake}/loads/tmdb", columns="list string NOT NULL, results array<struct<id:bigint,title:string>>"),
}
EXPECTATIONS = {}


def computed(inputs):
    rows = exploded(inputs["bronze.movie_lists"], "movie", "results").selectExpr(
        "list",
        "movie.id AS movie_id",
        "movie.title AS title",
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
    columns=["list", "movie_id", "title"],
    table=f"{lake}/silver/movies",
    counted=COUNTED,
)
