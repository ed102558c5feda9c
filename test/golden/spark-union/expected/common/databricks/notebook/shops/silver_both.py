# Databricks notebook source
# MAGIC %md
# MAGIC # silver.both
# MAGIC Reads `bronze.north`, `bronze.south`; writes `silver.both`, `silver.both.quarantine`, `silver.both.late`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_both_place")  # of this environment's sources
query = Query(
    name="shops/silver.both",
    identity=f"1-5412c92c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,bronze.north: the columns of each body
bronze_north = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/north"),
    "x string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,bronze.south: the columns of each body
bronze_south = exact_json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/south"),
    "at timestamp, x string",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Union
events = union({
    "bronze.north": bronze_north,
    "bronze.south": bronze_south,
})

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "x",
    "at",
    "offset",
    "_input",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_at": ("at is not null", "quarantine"),
    "has_x": ("x is not null", "quarantine"),
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
        table=f"{lake}/silver/both",
        columns=["x", "at", "offset"],
        quarantine=f"{lake}/silver/both_quarantine",
        watermark=Watermark("at", delay="10 minutes", late="divert", diverted_to=f"{lake}/silver/both_late"),
        deduplication=Deduplication(keys=["x", "at"], order=["_input", "_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/both")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
