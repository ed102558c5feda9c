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

# DBTITLE 1,silver.names
create_table(
    f"{lake}/silver/names",
    """
        user_id bigint NOT NULL,
        name string,
        changed_at timestamp NOT NULL
    """,
    "The latest values of each key of bronze.users.",
)

# COMMAND ----------

# DBTITLE 1,silver.names.sequences
create_table(
    f"{lake}/silver/names_sequences",
    """
        user_id bigint NOT NULL,
        name struct<changed_at:timestamp>,
        _deleted struct<changed_at:timestamp>
    """,
    "Where each value of silver.names has its place: what is earlier and comes later fills in what is null, and no more.",
)

# COMMAND ----------

# DBTITLE 1,silver.users
create_table(
    f"{lake}/silver/users",
    """
        user_id bigint NOT NULL,
        name string,
        contact string,
        changed_at timestamp NOT NULL
    """,
    "The latest values of each key of bronze.users.",
)

# COMMAND ----------

# DBTITLE 1,silver.users.sequences
create_table(
    f"{lake}/silver/users_sequences",
    """
        user_id bigint NOT NULL,
        name struct<changed_at:timestamp>,
        contact struct<changed_at:timestamp>,
        _deleted struct<changed_at:timestamp>
    """,
    "Where each value of silver.users has its place: what is earlier and comes later fills in what is null, and no more.",
)
