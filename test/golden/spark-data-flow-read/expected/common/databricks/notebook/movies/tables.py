# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of movies
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,silver.names
create_table(
    f"{lake}/silver/names",
    """
        genre string NOT NULL,
        name string
    """,
    "The latest row of each key of bronze.names.",
)

# COMMAND ----------

# DBTITLE 1,gold.genres
create_table(
    f"{lake}/gold/genres",
    """
        genre string NOT NULL,
        titles bigint NOT NULL
    """,
    "Reads silver.title_genres.",
)

# COMMAND ----------

# DBTITLE 1,gold.named
create_table(
    f"{lake}/gold/named",
    """
        genre string NOT NULL,
        titles bigint NOT NULL,
        name string
    """,
    "Reads gold.genres.",
)

# COMMAND ----------

# DBTITLE 1,gold.rated
create_table(
    f"{lake}/gold/rated",
    """
        id string NOT NULL,
        genre string NOT NULL
    """,
    "Reads silver.title_genres.",
)
