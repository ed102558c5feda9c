# Databricks notebook source
# MAGIC %md
# MAGIC # silver.unsaid
# MAGIC Reads `bronze.a`; writes `silver.unsaid`, `silver.unsaid.quarantine`, `silver.unsaid.late`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_unsaid_place")  # of this environment's sources
query = Query(
    name="defaults/silver.unsaid",
    identity=f"1-54cd8981-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/a"),
    "x string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "x",
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
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 2 hours, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/unsaid",
        columns=["x", "at"],
        quarantine=f"{lake}/silver/unsaid_quarantine",
        watermark=Watermark("at", delay="1 minute", late="divert", diverted_to=f"{lake}/silver/unsaid_late"),
        deduplication=Deduplication(keys=["x", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/unsaid")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "1 minute")
finish(run, query)
