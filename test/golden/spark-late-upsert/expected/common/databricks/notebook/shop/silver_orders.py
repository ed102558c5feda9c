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
    name="shop/silver.orders",
    identity=f"1-ad751e37-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string, k string, v bigint, price decimal(10,2), x double, flag boolean, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "id",
    "k",
    "v",
    "price",
    "x",
    "flag",
    "at",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What is wanted, and what must hold
EXPECTATIONS = {
    "has_id": ("id is not null", "quarantine"),
    "has_at": ("at is not null", "drop"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS, where="k is null or k <> 'skip'")

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/orders",
        columns=["id", "k", "v", "price", "x", "flag", "at"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="upsert"),
        deduplication=Deduplication(keys=["id", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
