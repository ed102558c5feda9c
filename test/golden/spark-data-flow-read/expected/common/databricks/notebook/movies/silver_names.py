# Databricks notebook source
# MAGIC %md
# MAGIC # silver.names
# MAGIC Reads `bronze.names`; writes `silver.names`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_names_place")  # of this environment's sources
query = Query(
    name="movies/silver.names",
    identity=f"1-862236bd-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.names
landed = Landed(
    source="movies/movies/bronze.names/1-5f3aebf8",
    folder=f"{lake}/bronze/names/1-5f3aebf8",
    form="csv",
    columns="_read_at timestamp NOT NULL, genre string NOT NULL, name string",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "genre",
        "name",
        "_landing",
        "_read_at",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/names",
    columns=["genre", "name"],
    keys=["genre"],
)
