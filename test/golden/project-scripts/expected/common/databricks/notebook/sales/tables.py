# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of sales
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.sales
create_table(
    f"{lake}/bronze/sales",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of sales as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.sales
create_table(
    f"{lake}/silver/sales",
    """
        id bigint,
        store int,
        item string,
        price decimal(9,2),
        buyer string
    """,
    "Reads bronze.sales.",
    properties={"delta.enableDeletionVectors": "false"},
)

# COMMAND ----------

# DBTITLE 1,silver.sales.quarantine
create_table(
    f"{lake}/silver/sales_quarantine",
    """
        _violations array<string>,
        id bigint,
        store int,
        item string,
        price decimal(9,2),
        buyer string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.sales expects.",
)
