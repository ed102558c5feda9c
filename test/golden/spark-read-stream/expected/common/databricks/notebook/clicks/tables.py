# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of clicks
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.clicks
create_table(
    f"{lake}/bronze/clicks",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Every click, \"raw\".",
)

# COMMAND ----------

# DBTITLE 1,silver.clicks
create_table(
    f"{lake}/silver/clicks",
    """
        page string,
        at timestamp,
        visitor struct<id:bigint,tags:array<string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        visitor_id bigint,
        first_tag string
    """,
    "Reads bronze.clicks.",
)

# COMMAND ----------

# DBTITLE 1,silver.clicks.quarantine
create_table(
    f"{lake}/silver/clicks_quarantine",
    """
        _violations array<string>,
        page string,
        at timestamp,
        visitor struct<id:bigint,tags:array<string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        visitor_id bigint,
        first_tag string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.clicks expects.",
)
