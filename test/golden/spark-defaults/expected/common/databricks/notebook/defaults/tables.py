# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of defaults
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

# DBTITLE 1,silver.open
create_table(
    f"{lake}/silver/open",
    """
        x string,
        at timestamp NOT NULL
    """,
    "Reads bronze.a.",
)

# COMMAND ----------

# DBTITLE 1,silver.open.quarantine
create_table(
    f"{lake}/silver/open_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.open expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.open.late
create_table(
    f"{lake}/silver/open_late",
    """
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that came to silver.open after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,silver.said
create_table(
    f"{lake}/silver/said",
    """
        x string,
        at timestamp NOT NULL
    """,
    "Reads bronze.a.",
)

# COMMAND ----------

# DBTITLE 1,silver.said.quarantine
create_table(
    f"{lake}/silver/said_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.said expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.unsaid
create_table(
    f"{lake}/silver/unsaid",
    """
        x string,
        at timestamp NOT NULL
    """,
    "Reads bronze.a.",
)

# COMMAND ----------

# DBTITLE 1,silver.unsaid.quarantine
create_table(
    f"{lake}/silver/unsaid_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.unsaid expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.unsaid.late
create_table(
    f"{lake}/silver/unsaid_late",
    """
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that came to silver.unsaid after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,gold.hourly
create_table(
    f"{lake}/gold/hourly",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        n bigint NOT NULL
    """,
    "Reads silver.open.",
)
