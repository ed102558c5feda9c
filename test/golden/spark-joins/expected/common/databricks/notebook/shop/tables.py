# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of shop
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.prices
create_table(
    f"{lake}/bronze/prices",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of prices as they came: body and position.",
)

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

# DBTITLE 1,bronze.stores
create_table(
    f"{lake}/bronze/stores",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of stores as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.prices
create_table(
    f"{lake}/silver/prices",
    """
        item string,
        price int,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.prices.",
)

# COMMAND ----------

# DBTITLE 1,silver.prices.quarantine
create_table(
    f"{lake}/silver/prices_quarantine",
    """
        _violations array<string>,
        item string,
        price int,
        at timestamp,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.prices expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.prices
create_table(
    f"{lake}/gold/prices",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        item string,
        price int
    """,
    "Reads silver.prices.",
)

# COMMAND ----------

# DBTITLE 1,silver.sales
create_table(
    f"{lake}/silver/sales",
    """
        sale string,
        item string,
        store string,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        price int
    """,
    "Reads bronze.sales.",
)

# COMMAND ----------

# DBTITLE 1,silver.sales.quarantine
create_table(
    f"{lake}/silver/sales_quarantine",
    """
        _violations array<string>,
        sale string,
        item string,
        store string,
        at timestamp,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.sales expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores
create_table(
    f"{lake}/silver/stores",
    """
        store string,
        city string,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.stores.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores.quarantine
create_table(
    f"{lake}/silver/stores_quarantine",
    """
        _violations array<string>,
        store string,
        city string,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.stores expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.known
create_table(
    f"{lake}/gold/known",
    """
        sale string,
        item string,
        store string,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        price int,
        prices string,
        price_again int
    """,
    "Reads silver.sales.",
)
