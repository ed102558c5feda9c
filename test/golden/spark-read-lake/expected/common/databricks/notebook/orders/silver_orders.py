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
place = parameter("silver_orders_place")  # of this environment's sources
query = Query(
    name="orders/silver.orders",
    identity=f"1-f521438e-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/orders",
        columns=["id", "item", "price", "at", "read_at"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=Watermark("at", delay="1 hour", late="drop"),
        deduplication=Deduplication(keys=["id", "at"], order=["_landed_at", "_landed_row"]),
    )


begin(query, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
