# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.lines
# MAGIC Reads `silver.orders`; writes `sinks.lines`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_lines_place")  # of this environment's sources
query = Query(
    name="orders/sinks.lines",
    identity=f"1-74f2b2f0-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    wanted(spark.readStream.format("delta").load(f"{lake}/silver/orders"), "total > 0"),
    ["order_id", "shop", "at"],
)
root = parameter("exports_root")
folder = f"{root}/orders/lines/checkpoint={query.identity}"

# COMMAND ----------

# DBTITLE 1,Each batch: a folder of its own, which a replay writes anew
def write(batch_rows, batch_id):
    write_files(
        batch_rows,
        batch_id,
        query,
        folder=folder,
        form="json",
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
