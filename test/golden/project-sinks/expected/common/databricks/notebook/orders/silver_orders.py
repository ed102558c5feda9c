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
    identity=f"1-6ff661c9-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "order_id string, shop string, total decimal(9,2), at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "order_id",
    "shop",
    "total",
    "at",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_key": ("order_id is not null and at is not null", "drop"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
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
        columns=["order_id", "shop", "total", "at"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=Watermark("at", delay="1 hour", late="drop"),
        deduplication=Deduplication(keys=["order_id", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
