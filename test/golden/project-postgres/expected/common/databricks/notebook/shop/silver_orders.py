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
    identity=f"1-615867a6-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,What has landed of bronze.orders
landed = Landed(
    source="shop/shop/bronze.orders/1-df003400",
    folder=f"{lake}/bronze/orders/1-df003400",
    form="csv",
    columns="day date, is_paid boolean, order_id bigint NOT NULL, total decimal(12,2), updated_at timestamp NOT NULL, weight double, who string",
)

# COMMAND ----------

# DBTITLE 1,Columns, and what must hold
EXPECTATIONS = {}


def changes(landed):
    rows = landed.selectExpr(
        "order_id",
        "who",
        "total",
        "is_paid",
        "day",
        "weight",
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
    table=f"{lake}/silver/orders",
    columns=["order_id", "who", "total", "is_paid", "day", "weight", "updated_at"],
    keys=["order_id"],
    sequence_by=["updated_at"],
)
