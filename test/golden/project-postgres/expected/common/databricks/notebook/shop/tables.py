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

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        order_id bigint NOT NULL,
        who string,
        total decimal(12,2),
        is_paid boolean,
        day date,
        weight double,
        updated_at timestamp NOT NULL
    """,
    "The latest row of each key of bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores
create_table(
    f"{lake}/silver/stores",
    """
        store_id bigint NOT NULL,
        city string,
        opened_at timestamp
    """,
    "The latest row of each key of bronze.stores.",
)
