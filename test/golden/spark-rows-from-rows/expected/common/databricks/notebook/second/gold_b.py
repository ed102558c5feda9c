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
place = parameter("gold_b_place")  # of this environment's sources
query = Query(
    name="second/gold.b",
    identity=f"1-48b92cdd-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_windows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/b",
    )


begin(query, f"{lake}/gold/b")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
