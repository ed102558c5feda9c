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

# DBTITLE 1,silver.lines
create_table(
    f"{lake}/silver/lines",
    """
        id string NOT NULL,
        shop string,
        line string
    """,
    "Reads bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.lines.quarantine
create_table(
    f"{lake}/silver/lines_quarantine",
    """
        _violations array<string>,
        id string,
        shop string,
        line string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint,
        _element int
    """,
    "Rows that violate what silver.lines expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.shops
create_table(
    f"{lake}/gold/shops",
    """
        shop string,
        known bigint NOT NULL
    """,
    "Reads silver.lines.",
)

# COMMAND ----------

# DBTITLE 1,gold.named
create_table(
    f"{lake}/gold/named",
    """
        id string NOT NULL,
        shop string,
        known bigint NOT NULL
    """,
    "Reads silver.lines.",
)
