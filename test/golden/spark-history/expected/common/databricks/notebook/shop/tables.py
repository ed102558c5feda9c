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

# DBTITLE 1,silver.prices
create_table(
    f"{lake}/silver/prices",
    """
        item string NOT NULL,
        store_id bigint NOT NULL,
        price decimal(9,2),
        changed_at timestamp NOT NULL,
        valid_from timestamp NOT NULL,
        valid_to timestamp
    """,
    "The versions of each row of bronze.prices.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores
create_table(
    f"{lake}/silver/stores",
    """
        store_id bigint NOT NULL,
        city string,
        opened_on date
    """,
    "The latest row of each key of bronze.stores.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores_history
create_table(
    f"{lake}/silver/stores_history",
    """
        id bigint NOT NULL,
        city string NOT NULL,
        opened_on date,
        valid_from timestamp NOT NULL,
        valid_to timestamp
    """,
    "Where each store is, and where it was before.",
)

# COMMAND ----------

# DBTITLE 1,silver.stores_history.quarantine
create_table(
    f"{lake}/silver/stores_history_quarantine",
    """
        _violations array<string>,
        id bigint,
        city string,
        opened_on date,
        _landing bigint
    """,
    "Rows that violate what silver.stores_history expects.",
)
