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

# DBTITLE 1,silver.items
create_table(
    f"{lake}/silver/items",
    """
        sale_id string,
        at timestamp NOT NULL,
        sku string,
        quantity int NOT NULL,
        share double,
        tags string
    """,
    "Reads bronze.sales.",
)

# COMMAND ----------

# DBTITLE 1,silver.items.quarantine
create_table(
    f"{lake}/silver/items_quarantine",
    """
        _violations array<string>,
        sale_id string,
        at timestamp,
        sku string,
        quantity int,
        share double,
        tags string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint,
        _element int
    """,
    "Rows that violate what silver.items expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.items.late
create_table(
    f"{lake}/silver/items_late",
    """
        sale_id string,
        at timestamp,
        sku string,
        quantity int,
        share double,
        tags string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint,
        _element int
    """,
    "Rows that came to silver.items after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,silver.tags
create_table(
    f"{lake}/silver/tags",
    """
        sale_id string,
        sku string,
        tag string
    """,
    "Reads silver.items.",
)
