# Databricks notebook source
# MAGIC %md
# MAGIC # silver.subscriptions
# MAGIC One row for each subscription, as it was last.
# MAGIC
# MAGIC Reads `bronze.subscriptions`; writes `silver.subscriptions`.
# MAGIC Generated from `pipelines/users.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_subscriptions_place")  # of this environment's sources
query = Query(
    name="users/silver.subscriptions",
    identity=f"1-9c47e707-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.subscriptions
landed = Landed(
    source="users/bronze.subscriptions/1-6e83bf0c",
    folder=f"{lake}/bronze/subscriptions/1-6e83bf0c",
    form="csv",
    columns="subscription_id bigint NOT NULL, user_id bigint, plan string, price decimal(9,2), valid_to date, updated_at timestamp NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "subscription_id",
        "user_id",
        "plan",
        "price",
        "valid_to",
        "updated_at",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/subscriptions",
    columns=["subscription_id", "user_id", "plan", "price", "valid_to", "updated_at"],
    keys=["subscription_id"],
    sequence_by=["updated_at"],
)
