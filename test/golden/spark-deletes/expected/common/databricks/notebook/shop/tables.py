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

# DBTITLE 1,silver.users
create_table(
    f"{lake}/silver/users",
    """
        user_id bigint NOT NULL,
        name string,
        updated_at timestamp NOT NULL
    """,
    "The latest row of each key of bronze.users.",
)

# COMMAND ----------

# DBTITLE 1,silver.users.deleted
create_table(
    f"{lake}/silver/users_deleted",
    """
        user_id bigint NOT NULL,
        updated_at timestamp NOT NULL
    """,
    "What was deleted of silver.users: what is earlier and comes later stays deleted.",
)

# COMMAND ----------

# DBTITLE 1,silver.users_history
create_table(
    f"{lake}/silver/users_history",
    """
        id bigint NOT NULL,
        name string NOT NULL,
        at timestamp NOT NULL,
        valid_from timestamp NOT NULL,
        valid_to timestamp
    """,
    "The versions of each row of bronze.users.",
)

# COMMAND ----------

# DBTITLE 1,silver.users_history.quarantine
create_table(
    f"{lake}/silver/users_history_quarantine",
    """
        _violations array<string>,
        id bigint,
        name string,
        at timestamp,
        _landing bigint
    """,
    "Rows that violate what silver.users_history expects.",
)

# COMMAND ----------

# DBTITLE 1,silver.users_history.deleted
create_table(
    f"{lake}/silver/users_history_deleted",
    """
        id bigint NOT NULL,
        valid_from timestamp NOT NULL
    """,
    "What was deleted of silver.users_history: what is earlier and comes later stays deleted.",
)
