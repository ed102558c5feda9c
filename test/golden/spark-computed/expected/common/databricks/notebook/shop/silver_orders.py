# Databricks notebook source
# MAGIC %md
# MAGIC # silver.orders
# MAGIC Reads `bronze.orders`; writes `silver.orders`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_orders_place")  # of this environment's sources
query = Query(
    name="shop/silver.orders",
    identity=f"1-b8a2061c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.orders
landed = Landed(
    source="shop/shop/bronze.orders/1-843b57f7",
    folder=f"{lake}/bronze/orders/1-843b57f7",
    form="csv",
    columns="amount decimal(9,2), customer_id bigint, items string, order_id bigint NOT NULL, version int NOT NULL",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "amount",
        "customer_id",
        "items",
        "order_id",
        "version",
        "_landing",
    )
    return checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,The landings that are not taken yet: of each key the latest row is merged
apply_changes(
    query,
    landed,
    changes,
    table=f"{lake}/silver/orders",
    columns=["amount", "customer_id", "items", "order_id", "version"],
    keys=["order_id"],
    sequence_by=["version"],
)
