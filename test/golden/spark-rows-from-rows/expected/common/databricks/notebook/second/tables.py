# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of second
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,silver.b
create_table(
    f"{lake}/silver/b",
    """
        time timestamp NOT NULL,
        x string NOT NULL
    """,
    "Reads first/silver.a.",
)

# COMMAND ----------

# DBTITLE 1,gold.b
create_table(
    f"{lake}/gold/b",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        x string NOT NULL,
        n bigint NOT NULL
    """,
    "Reads silver.b.",
)
