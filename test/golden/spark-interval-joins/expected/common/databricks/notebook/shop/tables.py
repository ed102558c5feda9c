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

# DBTITLE 1,bronze.payments
create_table(
    f"{lake}/bronze/payments",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of payments as they came: body and position.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        order_id string,
        customer string,
        at timestamp NOT NULL
    """,
    "Reads bronze.orders.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders.quarantine
create_table(
    f"{lake}/silver/orders_quarantine",
    """
        _violations array<string>,
        order_id string,
        customer string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.orders expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.orders.late
create_table(
    f"{lake}/silver/orders_late",
    """
        order_id string,
        customer string,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that came to silver.orders after the watermark had passed them.",
)

# COMMAND ----------

# DBTITLE 1,silver.payments
create_table(
    f"{lake}/silver/payments",
    """
        payment string,
        order_id string,
        amount int,
        paid_at timestamp NOT NULL
    """,
    "Reads bronze.payments.",
)

# COMMAND ----------

# DBTITLE 1,silver.payments.quarantine
create_table(
    f"{lake}/silver/payments_quarantine",
    """
        _violations array<string>,
        payment string,
        order_id string,
        amount int,
        paid_at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.payments expects.",
)

# COMMAND ----------

# DBTITLE 1,gold.followed
create_table(
    f"{lake}/gold/followed",
    """
        order_id string,
        customer string,
        at timestamp NOT NULL,
        paid int,
        paid_at timestamp
    """,
    "Reads silver.orders.",
)

# COMMAND ----------

# DBTITLE 1,gold.paid
create_table(
    f"{lake}/gold/paid",
    """
        order_id string,
        at timestamp NOT NULL,
        customer string,
        payment string,
        amount int
    """,
    "Reads silver.orders.",
)

# COMMAND ----------

# DBTITLE 1,gold.hourly
create_table(
    f"{lake}/gold/hourly",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        amount bigint
    """,
    "Reads gold.paid.",
)

# COMMAND ----------

# DBTITLE 1,gold.settled
create_table(
    f"{lake}/gold/settled",
    """
        order_id string,
        customer string,
        at timestamp NOT NULL
    """,
    "Reads silver.orders.",
)
