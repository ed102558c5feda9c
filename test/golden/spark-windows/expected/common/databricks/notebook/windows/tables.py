# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of windows
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.a
create_table(
    f"{lake}/bronze/a",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of a as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.timed
create_table(
    f"{lake}/silver/timed",
    """
        x string,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.a.",
)

# COMMAND ----------

# DBTITLE 1,silver.timed.quarantine
create_table(
    f"{lake}/silver/timed_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.timed expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.hopping
create_table(
    f"{lake}/gold/hopping",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        x string,
        n bigint NOT NULL
    """,
    "Reads silver.timed.",
)

# COMMAND ----------

# DBTITLE 1,gold.offset
create_table(
    f"{lake}/gold/offset",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        n bigint NOT NULL
    """,
    "Reads silver.timed.",
)

# COMMAND ----------

# DBTITLE 1,gold.sessions
create_table(
    f"{lake}/gold/sessions",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        x string,
        n bigint NOT NULL,
        last timestamp
    """,
    "Reads silver.timed.",
)
