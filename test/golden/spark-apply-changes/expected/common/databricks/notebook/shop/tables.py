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

# DBTITLE 1,silver.lines
create_table(
    f"{lake}/silver/lines",
    """
        order_id bigint NOT NULL,
        line int NOT NULL,
        amount decimal(9,2) NOT NULL,
        changed bigint NOT NULL
    """,
    "Lines of orders, as they were last.",
)

# COMMAND ----------

# DBTITLE 1,silver.lines.quarantine
create_table(
    f"{lake}/silver/lines_quarantine",
    """
        _violations array<string>,
        order_id bigint,
        line int,
        amount decimal(9,2),
        changed bigint,
        _landing bigint
    """,
    "Rows that violate what silver.lines expects.",
)
