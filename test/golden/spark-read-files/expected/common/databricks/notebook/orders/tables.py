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

# DBTITLE 1,bronze.clicks
create_table(
    f"{lake}/bronze/clicks",
    """
        body string NOT NULL,
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        file_row bigint NOT NULL
    """,
    "Rows of clicks/day=*/*.json as they came, and where each stood.",
)

# COMMAND ----------

# DBTITLE 1,bronze.orders
create_table(
    f"{lake}/bronze/orders",
    """
        body string NOT NULL,
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        file_row bigint NOT NULL
    """,
    "Rows of orders/*.csv as they came, and where each stood.",
)

# COMMAND ----------

# DBTITLE 1,bronze.orders.quarantine
create_table(
    f"{lake}/bronze/orders_quarantine",
    """
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        reason string NOT NULL
    """,
    "Files that sources.orders does not declare like this; nothing of them is in bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,bronze.prices
create_table(
    f"{lake}/bronze/prices",
    """
        item string,
        price decimal(9,2),
        sold struct<n:int>,
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        file_row bigint NOT NULL
    """,
    "Rows of prices/*.parquet as they came, and where each stood.",
    on_schema_change="add",
)

# COMMAND ----------

# DBTITLE 1,bronze.prices.quarantine
create_table(
    f"{lake}/bronze/prices_quarantine",
    """
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        reason string NOT NULL
    """,
    "Files that sources.prices does not declare like this; nothing of them is in bronze.prices.",
)

# COMMAND ----------

# DBTITLE 1,silver.clicks
create_table(
    f"{lake}/silver/clicks",
    """
        id string,
        at timestamp,
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        file_row bigint NOT NULL
    """,
    "Reads bronze.clicks.",
)

# COMMAND ----------

# DBTITLE 1,silver.clicks.quarantine
create_table(
    f"{lake}/silver/clicks_quarantine",
    """
        _violations array<string>,
        id string,
        at timestamp,
        file_path string,
        file_modified_at timestamp,
        file_row bigint,
        _body string,
        _file_path string,
        _file_modified_at timestamp,
        _file_row bigint
    """,
    "Rows that violate what silver.clicks expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        id bigint,
        item string,
        at timestamp NOT NULL,
        file_path string NOT NULL,
        file_modified_at timestamp NOT NULL,
        file_row bigint NOT NULL
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
        at timestamp,
        file_path string,
        file_modified_at timestamp,
        file_row bigint,
        _body string,
        _file_path string,
        _file_modified_at timestamp,
        _file_row bigint
    """,
    "Rows that violate what silver.orders expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.prices
create_table(
    f"{lake}/silver/prices",
    """
        item string,
        price decimal(9,2) NOT NULL,
        n int,
        file string NOT NULL,
        row bigint NOT NULL
    """,
    "Reads bronze.prices.",
)

# COMMAND ----------

# DBTITLE 1,silver.prices.quarantine
create_table(
    f"{lake}/silver/prices_quarantine",
    """
        _violations array<string>,
        item string,
        price decimal(9,2),
        n int,
        file string,
        row bigint,
        _body string,
        _file_path string,
        _file_modified_at timestamp,
        _file_row bigint
    """,
    "Rows that violate what silver.prices expects.",
)
