# Databricks notebook source
# MAGIC %md
# MAGIC # silver.order
# MAGIC Reads `bronze.order`; writes `silver.order`, `silver.order.quarantine`.
# MAGIC Generated from `pipelines/pipeline-3.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_order_place")  # of this environment's sources
query = Query(
    name="shop/silver.order",
    identity=f"1-a9dfc54e-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/order"),
    "order_id string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "order_id",
    "at",
    "enqueued_at",
    "partition",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "is_known": ("order_id is not null and at is not null", "drop"),
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
        table=f"{lake}/silver/order",
        columns=["order_id", "at", "enqueued_at", "partition"],
        quarantine=f"{lake}/silver/order_quarantine",
        watermark=Watermark("at", delay="1 hour", late="drop"),
        deduplication=Deduplication(keys=["order_id", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/order")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
