# Databricks notebook source
# MAGIC %md
# MAGIC # gold.hourly
# MAGIC Reads `silver.north`, `silver.south`; writes `gold.hourly`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_hourly_place")  # of this environment's sources
query = Query(
    name="shops/gold.hourly",
    identity=f"1-6b6653eb-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,silver.north
silver_north = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/north").withWatermark("at", "10 minutes")

# COMMAND ----------

# DBTITLE 1,silver.south
silver_south = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/south").withWatermark("at", "10 minutes")

# COMMAND ----------

# DBTITLE 1,Union
input_rows = union({
    "silver.north": silver_north,
    "silver.south": silver_south,
})

# COMMAND ----------

# DBTITLE 1,Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .selectExpr("x", "at AS time")
    .groupBy(F.window("time", "1 hour").alias("_window"), "x")
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
        table=f"{lake}/gold/hourly",
    )


begin(query, f"{lake}/gold/hourly")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
