# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of readings
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/readings.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.readings
create_table(
    f"{lake}/bronze/readings",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of readings as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.readings
create_table(
    f"{lake}/silver/readings",
    """
        device_id string NOT NULL,
        temperature double NOT NULL,
        humidity double,
        event_time timestamp NOT NULL
    """,
    "Parsed, checked, one row per device and event time.",
)

# COMMAND ----------

# DBTITLE 1,silver.readings.quarantine
create_table(
    f"{lake}/silver/readings_quarantine",
    """
        _violations array<string>,
        device_id string,
        temperature double,
        humidity double,
        event_time timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.readings expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.readings.late
create_table(
    f"{lake}/silver/readings_late",
    """
        device_id string,
        temperature double,
        humidity double,
        event_time timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that came to silver.readings after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,gold.readings_5_minutes
create_table(
    f"{lake}/gold/readings_5_minutes",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        device_id string NOT NULL,
        average_temperature double,
        highest_temperature double,
        readings bigint NOT NULL
    """,
    "Averages over five minutes per device.",
)
