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

# DBTITLE 1,silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        id string NOT NULL,
        k string,
        v bigint,
        price decimal(10,2),
        x double,
        flag boolean,
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
        id string,
        k string,
        v bigint,
        price decimal(10,2),
        x double,
        flag boolean,
        at timestamp,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.orders expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.known
create_table(
    f"{lake}/silver/known",
    """
        id string NOT NULL,
        k string NOT NULL,
        v bigint,
        price decimal(10,2),
        x double,
        flag boolean,
        at timestamp NOT NULL
    """,
    "Reads silver.orders.",
)

# COMMAND ----------

# DBTITLE 1,gold.quarters
create_table(
    f"{lake}/gold/quarters",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        k string,
        n bigint NOT NULL,
        sevens bigint NOT NULL,
        dear bigint NOT NULL,
        total bigint,
        mean double,
        takings decimal(20,2),
        price decimal(14,6),
        warmth double,
        least decimal(10,2),
        last timestamp,
        every_flag boolean,
        some_flag boolean,
        bits bigint,
        share double,
        _parts struct<_bits_0:bigint,_dear_0:bigint,_every_flag_0:boolean,_last_0:timestamp,_least_0:decimal(10,2),_mean_0:decimal(38,0),_mean_1:bigint,_n_0:bigint,_price_0:decimal(38,2),_price_1:bigint,_sevens_0:bigint,_share_0:decimal(38,0),_share_1:bigint,_some_flag_0:boolean,_takings_0:decimal(38,2),_total_0:decimal(38,0),_warmth_0:double,_warmth_1:bigint> NOT NULL
    """,
    "Reads silver.orders.",
)

# COMMAND ----------

# DBTITLE 1,gold.days
create_table(
    f"{lake}/gold/days",
    """
        k string,
        n bigint,
        total bigint
    """,
    "Reads gold.quarters.",
)

# COMMAND ----------

# DBTITLE 1,gold.hopping
create_table(
    f"{lake}/gold/hopping",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        n bigint NOT NULL,
        total bigint,
        _parts struct<_n_0:bigint,_total_0:decimal(38,0)> NOT NULL
    """,
    "Reads silver.known.",
)

# COMMAND ----------

# DBTITLE 1,gold.hours
create_table(
    f"{lake}/gold/hours",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        n bigint NOT NULL,
        total bigint
    """,
    "Reads gold.hopping.",
)

# COMMAND ----------

# DBTITLE 1,gold.twice
create_table(
    f"{lake}/gold/twice",
    """
        window_start timestamp NOT NULL,
        n bigint
    """,
    "Reads gold.hopping and gold.hours.",
)
