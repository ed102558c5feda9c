# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of shops
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.north
create_table(
    f"{lake}/bronze/north",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of north as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,bronze.south
create_table(
    f"{lake}/bronze/south",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of south as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.both
create_table(
    f"{lake}/silver/both",
    """
        x string NOT NULL,
        at timestamp NOT NULL,
        offset bigint
    """,
    "Reads bronze.north and bronze.south.",
)

# COMMAND ----------

# DBTITLE 1,silver.both.quarantine
create_table(
    f"{lake}/silver/both_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        offset bigint,
        _input string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.both expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.both.late
create_table(
    f"{lake}/silver/both_late",
    """
        x string,
        at timestamp,
        offset bigint,
        _input string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that came to silver.both after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,silver.north
create_table(
    f"{lake}/silver/north",
    """
        x string,
        at timestamp NOT NULL
    """,
    "Reads bronze.north.",
)

# COMMAND ----------

# DBTITLE 1,silver.north.quarantine
create_table(
    f"{lake}/silver/north_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.north expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.south
create_table(
    f"{lake}/silver/south",
    """
        x string NOT NULL,
        at timestamp NOT NULL
    """,
    "Reads bronze.south.",
)

# COMMAND ----------

# DBTITLE 1,silver.south.quarantine
create_table(
    f"{lake}/silver/south_quarantine",
    """
        _violations array<string>,
        x string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.south expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.known
create_table(
    f"{lake}/silver/known",
    """
        x string NOT NULL
    """,
    "Reads silver.north and silver.south.",
)

# COMMAND ----------

# DBTITLE 1,silver.known.quarantine
create_table(
    f"{lake}/silver/known_quarantine",
    """
        _violations array<string>,
        x string,
        _input string
    """,
    "Rows that violate what silver.known expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.hourly
create_table(
    f"{lake}/gold/hourly",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        x string,
        n bigint NOT NULL
    """,
    "Reads silver.north and silver.south.",
)
