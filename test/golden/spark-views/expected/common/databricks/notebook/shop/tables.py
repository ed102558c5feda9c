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

# DBTITLE 1,bronze.orders
create_table(
    f"{lake}/bronze/orders",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of orders as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,bronze.returns
create_table(
    f"{lake}/bronze/returns",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of returns as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.every
create_table(
    f"{lake}/silver/every",
    """
        id string,
        at timestamp NOT NULL
    """,
    "Reads silver.events.",
)

# COMMAND ----------

# DBTITLE 1,silver.every.quarantine
create_table(
    f"{lake}/silver/every_quarantine",
    """
        _violations array<string>,
        id string,
        at timestamp,
        _input string,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.every expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.lines
create_table(
    f"{lake}/silver/lines",
    """
        id string NOT NULL,
        at timestamp NOT NULL,
        shop string NOT NULL,
        sku string NOT NULL,
        quantity int NOT NULL
    """,
    "Reads silver.real.",
)

# COMMAND ----------

# DBTITLE 1,silver.lines.quarantine
create_table(
    f"{lake}/silver/lines_quarantine",
    """
        _violations array<string>,
        id string,
        at timestamp,
        shop string,
        sku string,
        quantity int,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint,
        _element int
    """,
    "Rows that violate what silver.lines expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.lines.late
create_table(
    f"{lake}/silver/lines_late",
    """
        id string,
        at timestamp,
        shop string,
        sku string,
        quantity int,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint,
        _element int
    """,
    "Rows that came to silver.lines after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,silver.sold
create_table(
    f"{lake}/silver/sold",
    """
        id string,
        sku string NOT NULL,
        quantity int NOT NULL,
        twice int NOT NULL
    """,
    "Reads silver.elements.",
)

# COMMAND ----------

# DBTITLE 1,silver.sold.quarantine
create_table(
    f"{lake}/silver/sold_quarantine",
    """
        _violations array<string>,
        id string,
        sku string,
        quantity int,
        twice int,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint,
        _element int
    """,
    "Rows that violate what silver.sold expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.together
create_table(
    f"{lake}/silver/together",
    """
        id string,
        sku string NOT NULL
    """,
    "Reads silver.known and other/silver.named.",
)

# COMMAND ----------

# DBTITLE 1,silver.together.quarantine
create_table(
    f"{lake}/silver/together_quarantine",
    """
        _violations array<string>,
        id string,
        sku string,
        _input string
    """,
    "Rows that violate what silver.together expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.all
create_table(
    f"{lake}/gold/all",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        n bigint NOT NULL
    """,
    "Reads silver.timed and other/silver.ids.",
)

# COMMAND ----------

# DBTITLE 1,gold.hourly
create_table(
    f"{lake}/gold/hourly",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        sku string NOT NULL,
        n bigint NOT NULL
    """,
    "Reads silver.timed.",
)
