# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of films
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,silver.visits
create_table(
    f"{lake}/silver/visits",
    """
        visit_id int NOT NULL,
        at timestamp NOT NULL,
        spent decimal(9,2),
        tags array<string>,
        place struct<city:string,seat:int>
    """,
    "The latest row of each key of bronze.visits.",
)

# COMMAND ----------

# DBTITLE 1,silver.visits.quarantine
create_table(
    f"{lake}/silver/visits_quarantine",
    """
        _violations array<string>,
        visit_id int,
        at timestamp,
        spent decimal(9,2),
        tags array<string>,
        place struct<city:string,seat:int>,
        _landing bigint
    """,
    "Rows that violate what silver.visits expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.archived
create_table(
    f"{lake}/silver/archived",
    """
        film string,
        year int
    """,
    "Reads bronze.archived.",
)

# COMMAND ----------

# DBTITLE 1,silver.films
create_table(
    f"{lake}/silver/films",
    """
        list string NOT NULL,
        movie_id bigint,
        title string,
        vote_average double
    """,
    "Reads bronze.lists.",
)
