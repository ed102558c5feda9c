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
query = "orders/sinks.lines"
place = parameter("sinks_lines_place")  # of this environment's sources
app = f"{query}/1-74f2b2f0-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    wanted(spark.readStream.format("delta").load(f"{lake}/silver/orders"), "total > 0"),
    ["order_id", "shop", "at"],
)
root = parameter("exports_root")
folder = f"{root}/orders/lines/checkpoint=1-74f2b2f0-{place}"

# COMMAND ----------

# DBTITLE 1,Each batch: a folder of its own, which a replay writes anew
def write(batch_rows, batch):
    write_files(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        folder=folder,
        form="json",
    )


begin_delivery(app, f"{lake}/_ops", checkpoint)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
