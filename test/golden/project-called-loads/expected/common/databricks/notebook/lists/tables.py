# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of lists
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,silver.lists
create_table(
    f"{lake}/silver/lists",
    """
        list string NOT NULL,
        movies int
    """,
    "Reads bronze.again.",
)

# COMMAND ----------

# DBTITLE 1,silver.movies
create_table(
    f"{lake}/silver/movies",
    """
        list string NOT NULL,
        movie_id bigint,
        title string
    """,
    "Reads bronze.movie_lists.",
)

# COMMAND ----------

# DBTITLE 1,silver.prices
create_table(
    f"{lake}/silver/prices",
    """
        title string,
        price int
    """,
    "Reads bronze.prices.",
)

# COMMAND ----------

# DBTITLE 1,silver.stock
create_table(
    f"{lake}/silver/stock",
    """
        title string,
        discs int
    """,
    "Reads bronze.stock.",
)
