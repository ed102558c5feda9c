# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of rows
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/rows.yaml`; edit that file.

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

# DBTITLE 1,silver.a
create_table(
    f"{lake}/silver/a",
    """
        x string
    """,
    "Reads bronze.a.",
    clears=("rows/silver.a", 2),
)

# COMMAND ----------

# DBTITLE 1,silver.a.quarantine
create_table(
    f"{lake}/silver/a_quarantine",
    """
        _violations array<string>,
        x string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.a expects.",
    clears=("rows/silver.a", 2),
)
