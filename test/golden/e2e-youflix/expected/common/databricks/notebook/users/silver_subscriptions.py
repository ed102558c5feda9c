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
    identity=f"1-4a1be9ee-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.subscriptions
landed = Landed(
    source="youflix/users/bronze.subscriptions/1-213c0279",
    folder=f"{lake}/bronze/subscriptions/1-213c0279",
    form="csv",
    columns="plan string, price decimal(9,2), subscription_id bigint NOT NULL, updated_at timestamp NOT NULL, user_id bigint, valid_to date",
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
