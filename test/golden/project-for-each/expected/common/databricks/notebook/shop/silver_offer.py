# Databricks notebook source
# MAGIC %md
# MAGIC # silver.offer
# MAGIC Reads `bronze.offer`; writes `silver.offer`, `silver.offer.quarantine`.
# MAGIC Generated from `pipelines/pipeline-3.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_offer_place")  # of this environment's sources
query = Query(
    name="shop/silver.offer",
    identity=f"1-36bff763-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/offer"),
    "offer_id string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "offer_id",
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
    "is_known": ("offer_id is not null and at is not null", "drop"),
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
        table=f"{lake}/silver/offer",
        columns=["offer_id", "at", "enqueued_at", "partition"],
        quarantine=f"{lake}/silver/offer_quarantine",
        watermark=Watermark("at", delay="1 hour", late="drop"),
        deduplication=Deduplication(keys=["offer_id", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/offer")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
