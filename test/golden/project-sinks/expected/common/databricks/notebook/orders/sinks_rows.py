# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.rows
# MAGIC Reads `silver.orders`; writes `sinks.rows`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_rows_place")  # of this environment's sources
query = Query(
    name="orders/sinks.rows",
    identity=f"1-a2c55746-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    spark.readStream.format("delta").load(f"{lake}/silver/orders"),
    ["order_id", "shop", "total", "at"],
)
root = parameter("exports_root")
folder = f"{root}/orders/rows/checkpoint={query.identity}"

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
