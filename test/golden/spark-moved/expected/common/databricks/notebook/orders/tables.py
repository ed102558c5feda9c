# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of orders
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/orders.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.orders
create_table(
    f"{lake}/bronze/orders",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of orders as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        id string NOT NULL,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders.quarantine
create_table(
    f"{lake}/silver/orders_quarantine",
    """
        _violations array<string>,
        id string,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.orders expects.",
)
