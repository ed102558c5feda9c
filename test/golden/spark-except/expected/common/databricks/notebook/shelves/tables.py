# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of shelves
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.shelves
create_table(
    f"{lake}/bronze/shelves",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of shelves as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.shelves
create_table(
    f"{lake}/silver/shelves",
    """
        amount int,
        offset bigint,
        worth double NOT NULL,
        x string
    """,
    "Reads bronze.shelves.",
)

# COMMAND ----------

# DBTITLE 1,silver.shelves.quarantine
create_table(
    f"{lake}/silver/shelves_quarantine",
    """
        _violations array<string>,
        amount int,
        offset bigint,
        worth double,
        x string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.shelves expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.shelves
create_table(
    f"{lake}/gold/shelves",
    """
        offset bigint,
        worth double NOT NULL,
        x string
    """,
    "Reads silver.shelves.",
)
