# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of copies
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/copies.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,gold.a
create_table(
    f"{lake}/gold/a",
    """
        x string
    """,
    "Reads rows/silver.a.",
    clears=("copies/gold.a", 2),
)

# COMMAND ----------

# DBTITLE 1,What other jobs compute anew
expect_cleared(f"{lake}/silver/a", "rows/silver.a", 2)
