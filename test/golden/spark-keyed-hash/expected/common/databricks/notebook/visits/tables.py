# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of visits
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.visits
create_table(
    f"{lake}/bronze/visits",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of visits as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.visits
create_table(
    f"{lake}/silver/visits",
    """
        at timestamp NOT NULL,
        visitor string,
        device string,
        page string
    """,
    "Reads silver.known.",
)

# COMMAND ----------

# DBTITLE 1,silver.visits.quarantine
create_table(
    f"{lake}/silver/visits_quarantine",
    """
        _violations array<string>,
        at timestamp,
        visitor string,
        device string,
        page string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.visits expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.hourly
create_table(
    f"{lake}/gold/hourly",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        visitor string,
        visits bigint NOT NULL
    """,
    "Reads silver.visits.",
)
