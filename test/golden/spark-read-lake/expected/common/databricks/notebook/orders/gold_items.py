# Databricks notebook source
# MAGIC %md
# MAGIC # gold.items
# MAGIC Reads `silver.orders`; writes `gold.items`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "orders/gold.items"
place = parameter("gold_items_place")  # of this environment's sources
app = f"{query}/1-20de1bff-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/orders")

# COMMAND ----------

# DBTITLE 1,Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .withWatermark("at", "1 hour")
    .groupBy(F.window("at", "1 hour").alias("_window"), "item")
    .agg(
        F.expr("count(*)").alias("orders"),
        F.expr("try_sum(price)").alias("price"),
        F.count(F.lit(1)).alias("_rows"),
    )
    .selectExpr("_window.start AS window_start", "_window.end AS window_end", "item", "orders", "price", "_rows")
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
        table=f"{lake}/gold/items",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/gold/items")
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
