# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of orders
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

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
        order_id string NOT NULL,
        shop string,
        total decimal(9,2),
        at timestamp NOT NULL
    """,
    "Reads bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders.quarantine
create_table(
    f"{lake}/silver/orders_quarantine",
    """
        _violations array<string>,
        order_id string,
        shop string,
        total decimal(9,2),
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.orders expects.",
)
