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

# DBTITLE 1,silver.sales
create_table(
    f"{lake}/silver/sales",
    """
        id bigint NOT NULL,
        store int,
        item string,
        gift boolean,
        price decimal(9,2),
        weight double,
        day date,
        updated_at timestamp NOT NULL,
        photo binary
    """,
    "The latest row of each key of bronze.sales.",
    properties={"delta.enableDeletionVectors": "false"},
)
