# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.sheet
# MAGIC Reads `silver.orders`; writes `sinks.sheet`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_sheet_place")  # of this environment's sources
query = Query(
    name="orders/sinks.sheet",
    identity=f"1-330f3c7c-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    spark.readStream.format("delta").load(f"{lake}/silver/orders"),
    ["order_id", "shop", "total", "at"],
)
root = parameter("exports_root")
folder = f"{root}/orders/sheet/checkpoint={query.identity}"

# COMMAND ----------

# DBTITLE 1,Each batch: a folder of its own, which a replay writes anew
def write(batch_rows, batch_id):
    write_files(
        batch_rows,
        batch_id,
        query,
        folder=folder,
        form="csv",
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
