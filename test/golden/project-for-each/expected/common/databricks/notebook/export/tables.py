# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of export
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,gold.offer_days
create_table(
    f"{lake}/gold/offer_days",
    """
        offer_id string NOT NULL,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        day date NOT NULL
    """,
    "Reads shop/silver.offer.",
)

# COMMAND ----------

# DBTITLE 1,gold.order_days
create_table(
    f"{lake}/gold/order_days",
    """
        order_id string NOT NULL,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        day date NOT NULL
    """,
    "Reads shop/silver.order.",
)
