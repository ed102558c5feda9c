# Databricks notebook source
# MAGIC %md
# MAGIC # silver.said
# MAGIC Reads `bronze.a`; writes `silver.said`, `silver.said.quarantine`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_said_place")  # of this environment's sources
query = Query(
    name="defaults/silver.said",
    identity=f"1-9a0c3b97-{place}",
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
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 5 minutes, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/said",
        columns=["x", "at"],
        quarantine=f"{lake}/silver/said_quarantine",
        watermark=Watermark("at", delay="1 minute", late="fail"),
        deduplication=Deduplication(keys=["x", "at"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/said")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "0 seconds")
finish(run, query)
