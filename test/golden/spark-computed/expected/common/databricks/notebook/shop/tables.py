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

# DBTITLE 1,silver.customers
create_table(
    f"{lake}/silver/customers",
    """
        city string,
        customer_id bigint NOT NULL,
        version int NOT NULL
    """,
    "The latest row of each key of bronze.customers.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        amount decimal(9,2),
        customer_id bigint,
        items string,
        order_id bigint NOT NULL,
        version int NOT NULL
    """,
    "The latest row of each key of bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.priced
create_table(
    f"{lake}/silver/priced",
    """
        amount decimal(9,2) NOT NULL,
        customer_id bigint NOT NULL,
        order_id bigint NOT NULL,
        version int NOT NULL,
        is_large boolean,
        city string
    """,
    "Orders that are owed, with where they go to.",
)

# COMMAND ----------

# DBTITLE 1,silver.priced.quarantine
create_table(
    f"{lake}/silver/priced_quarantine",
    """
        _violations array<string>,
        amount decimal(9,2),
        customer_id bigint,
        order_id bigint,
        version int,
        is_large boolean
    """,
    "Rows that violate what silver.priced expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores
create_table(
    f"{lake}/silver/stores",
    """
        city string NOT NULL,
        store_id bigint
    """,
    "Reads bronze.stores.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores.quarantine
create_table(
    f"{lake}/silver/stores_quarantine",
    """
        _violations array<string>,
        city string,
        store_id bigint
    """,
    "Rows that violate what silver.stores expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.bought
create_table(
    f"{lake}/gold/bought",
    """
        item string NOT NULL,
        times bigint NOT NULL,
        cities bigint NOT NULL
    """,
    "Reads silver.orders.",
)
