# Databricks notebook source
# MAGIC %md
# MAGIC # silver.payments
# MAGIC Reads `bronze.payments`; writes `silver.payments`, `silver.payments.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_payments_place")  # of this environment's sources
query = Query(
    name="shop/silver.payments",
    identity=f"1-634f9102-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/payments"),
    "payment string, order_id string, amount int, paid_at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "payment",
    "order_id",
    "amount",
    "paid_at",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_paid_at": ("paid_at is not null", "drop"),
    "not_ahead": ("coalesce(paid_at <= _enqueued_at + INTERVAL 1 hour, paid_at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/payments",
        columns=["payment", "order_id", "amount", "paid_at"],
        quarantine=f"{lake}/silver/payments_quarantine",
        watermark=Watermark("paid_at", delay="20 minutes", late="drop"),
        deduplication=Deduplication(keys=["payment", "paid_at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/payments")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
