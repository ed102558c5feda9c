# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of catalogue
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,silver.categories
create_table(
    f"{lake}/silver/categories",
    """
        id int NOT NULL,
        name string
    """,
    "Reads bronze.categories.",
)

# COMMAND ----------

# DBTITLE 1,silver.members
create_table(
    f"{lake}/silver/members",
    """
        id string NOT NULL,
        mail string
    """,
    "Reads bronze.members.",
)

# COMMAND ----------

# DBTITLE 1,silver.products
create_table(
    f"{lake}/silver/products",
    """
        id bigint NOT NULL,
        name string,
        price decimal(9,2),
        tags array<string>,
        maker string,
        since date
    """,
    "Reads bronze.products.",
)

# COMMAND ----------

# DBTITLE 1,silver.rates
create_table(
    f"{lake}/silver/rates",
    """
        currency string,
        rate double
    """,
    "Reads bronze.rates.",
)

# COMMAND ----------

# DBTITLE 1,silver.visits
create_table(
    f"{lake}/silver/visits",
    """
        visit_id bigint NOT NULL,
        at timestamp,
        spent double
    """,
    "Reads bronze.visits.",
)
