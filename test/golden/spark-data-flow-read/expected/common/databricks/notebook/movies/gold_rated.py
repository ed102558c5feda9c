# Databricks notebook source
# MAGIC %md
# MAGIC # gold.rated
# MAGIC Reads `silver.title_genres`, `silver.rated`; writes `gold.rated`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_rated_place")  # of this environment's sources
query = Query(
    name="movies/gold.rated",
    identity=f"1-8bfd8fa0-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "rated": Lookup(f"{lake}/silver/rated", how="semi", on="_own.id = rated.id", columns=[]),
})

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "silver.title_genres": f"{lake}/silver/title_genres",
}
COMPUTED_OF = {
    "bronze.ratings": Reading(Landed(source="movies/movies/bronze.ratings/1-5d564267", folder=f"{lake}/bronze/ratings/1-5d564267", form="parquet", columns="_read_at timestamp NOT NULL, id string NOT NULL, votes string")),
    "bronze.titles": Reading(Landed(source="movies/movies/bronze.titles/1-c44cfcb7", folder=f"{lake}/bronze/titles/1-c44cfcb7", form="parquet", columns="_read_at timestamp NOT NULL, genres string, id string NOT NULL, title string")),
}  # by the orchestrator, before
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["silver.title_genres"].selectExpr(
        "id",
        "genre",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["id", "genre"],
    table=f"{lake}/gold/rated",
    lookups=LOOKUPS,
    computed_of=COMPUTED_OF,
)
