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
place = parameter("gold_items_place")  # of this environment's sources
query = Query(
    name="orders/gold.items",
    identity=f"1-20de1bff-{place}",
    lake=lake,
)

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
def write(batch_rows, batch_id):
    write_windows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/items",
    )


begin(query, f"{lake}/gold/items")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
