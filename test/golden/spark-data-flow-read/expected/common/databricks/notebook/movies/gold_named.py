# Databricks notebook source
# MAGIC %md
# MAGIC # gold.named
# MAGIC Reads `gold.genres`, `silver.names`; writes `gold.named`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_named_place")  # of this environment's sources
query = Query(
    name="movies/gold.named",
    identity=f"1-2859d70b-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Joins
LOOKUPS = Lookups({
    "names": Lookup(f"{lake}/silver/names", how="left", on="_own.genre = names.genre", columns=["names.name"]),
})

# COMMAND ----------

# DBTITLE 1,What the table holds: computed from all that its inputs hold, once one of them has changed
INPUTS = {
    "gold.genres": f"{lake}/gold/genres",
}
EXPECTATIONS = {}


def computed(inputs):
    rows = inputs["gold.genres"].selectExpr(
        "genre",
        "titles",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Where something has changed, the table is swapped for a new one
recompute(
    query,
    inputs=INPUTS,
    compute=computed,
    columns=["genre", "titles"],
    table=f"{lake}/gold/named",
    lookups=LOOKUPS,
)
