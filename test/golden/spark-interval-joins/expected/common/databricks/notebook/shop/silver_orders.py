# Databricks notebook source
# MAGIC %md
# MAGIC # silver.orders
# MAGIC Reads `bronze.orders`; writes `silver.orders`, `silver.orders.quarantine`, `silver.orders.late`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_orders_place")  # of this environment's sources
query = Query(
    name="shop/silver.orders",
    identity=f"1-44ad02ad-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "order_id string, customer string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "order_id",
    "customer",
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
    "has_at": ("at is not null", "drop"),
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
        columns=["order_id", "customer", "at"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="divert", diverted_to=f"{lake}/silver/orders_late"),
    )


begin(query, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
