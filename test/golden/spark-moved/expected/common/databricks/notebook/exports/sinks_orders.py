# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.orders
# MAGIC Reads `silver.orders`; writes `sinks.orders`.
# MAGIC Generated from `pipelines/orders.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_orders_place")  # of this environment's sources
query = Query(
    name="shop/sinks.orders",
    identity=f"1-6803749f-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Files: a folder for this identity of the query
rows = chosen(
    spark.readStream.format("delta").load(f"{lake}/silver/orders"),
    ["id", "enqueued_at", "partition", "offset"],
)
root = parameter("store_root")
folder = f"{root}/orders/checkpoint={query.identity}"

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
