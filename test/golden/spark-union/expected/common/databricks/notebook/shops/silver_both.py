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
query = "shops/silver.both"
place = parameter("silver_both_place")  # of this environment's sources
app = f"{query}/1-5412c92c-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,bronze.north: the columns of each body
bronze_north = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/north"),
    "x string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,bronze.south: the columns of each body
bronze_south = json_body(
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
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/both",
        columns=["x", "at", "offset"],
        quarantine=f"{lake}/silver/both_quarantine",
        watermark=("at", "10 minutes", "divert"),
        late=f"{lake}/silver/both_late",
        keys=["x", "at"],
        order=["_input", "_partition", "_offset"],
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/both")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
