# Databricks notebook source
# MAGIC %md
# MAGIC # silver.orders
# MAGIC Reads `bronze.orders`; writes `silver.orders`, `silver.orders.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "orders/silver.orders"
place = parameter("silver_orders_place")  # of this environment's sources
app = f"{query}/1-f521438e-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the columns of each row
events = columns_body(
    spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).load(f"{lake}/bronze/orders"),
    "id bigint, item struct<name:string,tags:array<string>>, price decimal(9,2), at timestamp",
    ["landed_at", "landed_row"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "id",
    "item.name AS item",
    "price",
    "at",
    "landed_at AS read_at",
    "landed_at AS _landed_at",
    "landed_row AS _landed_row",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_time": ("at is not null", "quarantine"),
    "positive": ("price > 0", "quarantine"),
    "not_ahead": ("coalesce(at <= _landed_at + INTERVAL 1 day, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/orders",
        columns=["id", "item", "price", "at", "read_at"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=("at", "1 hour", "drop"),
        keys=["id", "at"],
        order=["_landed_at", "_landed_row"],
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
