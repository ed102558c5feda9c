# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of shop
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline-3.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.offer
create_table(
    f"{lake}/bronze/offer",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of offers as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.offer
create_table(
    f"{lake}/silver/offer",
    """
        offer_id string NOT NULL,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int
    """,
    "Reads bronze.offer.",
)

# COMMAND ----------

# DBTITLE 1,silver.offer.quarantine
create_table(
    f"{lake}/silver/offer_quarantine",
    """
        _violations array<string>,
        offer_id string,
        at timestamp,
        enqueued_at timestamp,
        partition int,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.offer expects.",
)

# COMMAND ----------

# DBTITLE 1,bronze.order
create_table(
    f"{lake}/bronze/order",
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

# DBTITLE 1,silver.order
create_table(
    f"{lake}/silver/order",
    """
        order_id string NOT NULL,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int
    """,
    "Reads bronze.order.",
)

# COMMAND ----------

# DBTITLE 1,silver.order.quarantine
create_table(
    f"{lake}/silver/order_quarantine",
    """
        _violations array<string>,
        order_id string,
        at timestamp,
        enqueued_at timestamp,
        partition int,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.order expects.",
)
