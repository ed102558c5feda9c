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
        id bigint,
        item struct<name:string,tags:array<string>>,
        price decimal(9,2),
        at timestamp,
        landed_at timestamp NOT NULL,
        landed_row bigint NOT NULL
    """,
    "Rows of the table sales/orders as they came, and when each was read.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        id bigint,
        item string,
        price decimal(9,2) NOT NULL,
        at timestamp NOT NULL,
        read_at timestamp NOT NULL
    """,
    "Reads bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders.quarantine
create_table(
    f"{lake}/silver/orders_quarantine",
    """
        _violations array<string>,
        id bigint,
        item string,
        price decimal(9,2),
        at timestamp,
        read_at timestamp,
        _body string,
        _landed_at timestamp,
        _landed_row bigint
    """,
    "Rows that violate what silver.orders expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.items
create_table(
    f"{lake}/gold/items",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        item string,
        orders bigint NOT NULL,
        price decimal(19,2)
    """,
    "Reads silver.orders.",
)
