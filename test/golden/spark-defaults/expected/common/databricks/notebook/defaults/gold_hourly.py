# Databricks notebook source
# MAGIC %md
# MAGIC # gold.hourly
# MAGIC Reads `silver.open`; writes `gold.hourly`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_hourly_place")  # of this environment's sources
query = Query(
    name="defaults/gold.hourly",
    identity=f"1-601ca134-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/open")

# COMMAND ----------

# DBTITLE 1,Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .withWatermark("at", "1 minute")
    .groupBy(F.window("at", "1 hour").alias("_window"))
    .agg(
        F.expr("count(*)").alias("n"),
        F.count(F.lit(1)).alias("_rows"),
    )
    .selectExpr("_window.start AS window_start", "_window.end AS window_end", "n", "_rows")
)

# COMMAND ----------

# DBTITLE 1,Each batch: the windows that it closed, appended once
def write(batch_rows, batch_id):
    write_windows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/hourly",
    )


begin(query, f"{lake}/gold/hourly")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "1 minute")
finish(run, query)
