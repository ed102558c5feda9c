# Databricks notebook source
# MAGIC %md
# MAGIC # gold.b
# MAGIC Reads `silver.b`; writes `gold.b`.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "second/gold.b"
place = parameter("gold_b_place")  # of this environment's sources
app = f"{query}/1-48b92cdd-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/b")

# COMMAND ----------

# DBTITLE 1,Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .withWatermark("time", "1 hour")
    .groupBy(F.window("time", "1 day").alias("_window"), "x")
    .agg(
        F.expr("count(*)").alias("n"),
        F.count(F.lit(1)).alias("_rows"),
    )
    .selectExpr("_window.start AS window_start", "_window.end AS window_end", "x", "n", "_rows")
)

# COMMAND ----------

# DBTITLE 1,Each batch: the windows that it closed, appended once
def write(batch_rows, batch):
    write_windows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/gold/b",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/gold/b")
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
