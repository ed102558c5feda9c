# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of replace
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,bronze.sales
create_table(
    f"{lake}/bronze/sales",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of sales as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.sales
create_table(
    f"{lake}/silver/sales",
    """
        item string,
        amount bigint,
        tags array<string>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.sales.",
)

# COMMAND ----------

# DBTITLE 1,silver.sales.quarantine
create_table(
    f"{lake}/silver/sales_quarantine",
    """
        _violations array<string>,
        item string,
        amount bigint,
        tags array<string>,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.sales expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.totals
create_table(
    f"{lake}/gold/totals",
    """
        item string NOT NULL,
        total bigint,
        kinds bigint NOT NULL
    """,
    "All that was ever sold of each item.",
)

# COMMAND ----------

# DBTITLE 1,gold.totals.quarantine
create_table(
    f"{lake}/gold/totals_quarantine",
    """
        _violations array<string>,
        item string,
        amount bigint,
        tags array<string>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Rows that violate what gold.totals expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.priced
create_table(
    f"{lake}/silver/priced",
    """
        item string,
        amount bigint,
        tags array<string>,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        total bigint
    """,
    "Reads silver.sales.",
)

# COMMAND ----------

# DBTITLE 1,silver.returns
create_table(
    f"{lake}/silver/returns",
    """
        item string,
        amount bigint NOT NULL,
        tags array<string>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.sales.",
)

# COMMAND ----------

# DBTITLE 1,silver.returns.quarantine
create_table(
    f"{lake}/silver/returns_quarantine",
    """
        _violations array<string>,
        item string,
        amount bigint,
        tags array<string>,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.returns expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.alike
create_table(
    f"{lake}/gold/alike",
    """
        total bigint,
        sales bigint NOT NULL
    """,
    "Reads silver.sales.",
)

# COMMAND ----------

# DBTITLE 1,gold.small
create_table(
    f"{lake}/gold/small",
    """
        item string NOT NULL,
        total bigint NOT NULL,
        is_one boolean
    """,
    "Reads gold.totals.",
    partition_by=["is_one"],
)

# COMMAND ----------

# DBTITLE 1,gold.smallest
create_table(
    f"{lake}/gold/smallest",
    """
        items bigint,
        total bigint
    """,
    "Reads gold.small.",
)

# COMMAND ----------

# DBTITLE 1,gold.tags
create_table(
    f"{lake}/gold/tags",
    """
        tag string NOT NULL,
        amount bigint
    """,
    "Reads silver.sales and silver.returns.",
)

# COMMAND ----------

# DBTITLE 1,gold.tags.quarantine
create_table(
    f"{lake}/gold/tags_quarantine",
    """
        _violations array<string>,
        tag string,
        amount bigint,
        _input string,
        _element int
    """,
    "Rows that violate what gold.tags expects.",
)
