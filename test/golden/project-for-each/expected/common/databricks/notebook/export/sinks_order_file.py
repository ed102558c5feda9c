# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.order_file
# MAGIC All of order.
# MAGIC
# MAGIC Reads `silver.order`; writes `sinks.order_file`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_order_file_place")  # of this environment's sources
query = Query(
    name="export/sinks.order_file",
    identity=f"1-857a492d-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    spark.readStream.format("delta").load(f"{lake}/silver/order"),
    ["order_id", "at", "enqueued_at", "partition"],
)
root = parameter("exports_root")
folder = f"{root}/shop/order/rows/checkpoint={query.identity}"

# COMMAND ----------

# DBTITLE 1,Each batch: a folder of its own, which a replay writes anew
def write(batch_rows, batch_id):
    write_files(
        batch_rows,
        batch_id,
        query,
        folder=folder,
        form="parquet",
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
