# Databricks notebook source
# MAGIC %md
# MAGIC # gold.all
# MAGIC Reads `silver.every`, `silver.lines`; writes `gold.all`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("gold_all_place")  # of this environment's sources
query = Query(
    name="shop/gold.all",
    identity=f"1-2a03977d-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,silver.every
silver_every = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/every")

# COMMAND ----------

# DBTITLE 1,silver.ids, which is not stored
silver_ids = silver_every.selectExpr(
    "id AS sku",
    "at AS time",
)
silver_ids = silver_ids.withWatermark("time", "10 minutes")

# COMMAND ----------

# DBTITLE 1,silver.lines
silver_lines = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/lines")

# COMMAND ----------

# DBTITLE 1,silver.timed, which is not stored
silver_timed = silver_lines.selectExpr(
    "sku",
    "at AS time",
)
silver_timed = silver_timed.withWatermark("time", "10 minutes")

# COMMAND ----------

# DBTITLE 1,Union
input_rows = union({
    "silver.ids": silver_ids,
    "silver.timed": silver_timed,
})

# COMMAND ----------

# DBTITLE 1,Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .groupBy(F.window("time", "1 hour").alias("_window"))
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
        table=f"{lake}/gold/all",
    )


begin(query, f"{lake}/gold/all")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
