# Databricks notebook source
# MAGIC %md
# MAGIC # Tables of users
# MAGIC Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# MAGIC Generated from `pipelines/users.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# COMMAND ----------

# DBTITLE 1,silver.subscriptions
create_table(
    f"{lake}/silver/subscriptions",
    """
        subscription_id bigint NOT NULL,
        user_id bigint,
        plan string,
        price decimal(9,2),
        valid_to date,
        updated_at timestamp NOT NULL
    """,
    "One row for each subscription, as it was last.",
)

# COMMAND ----------

# DBTITLE 1,silver.users
create_table(
    f"{lake}/silver/users",
    """
        user_id bigint NOT NULL,
        name string,
        email string,
        updated_at timestamp NOT NULL
    """,
    "One row for each user, as it was last.",
)
