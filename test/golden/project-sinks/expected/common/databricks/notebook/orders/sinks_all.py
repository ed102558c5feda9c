# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.all
# MAGIC Reads `silver.orders`; writes `sinks.all`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_all_place")  # of this environment's sources
query = Query(
    name="orders/sinks.all",
    identity=f"1-9b75a71a-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: a JSON body, and an id made of the key
rows = events_of(
    spark.readStream.format("delta").load(f"{lake}/silver/orders"),
    id=["order_id", "at"],
    columns=["order_id", "shop", "total", "at"],
)
connection = kafka_options(
    parameter("log_servers"),
    parameter("log_identity"),
    user="writer",
    password="log-password",
)
hub = sending_to("shop.orders", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: sent at least once; a replay sends it again with the same ids
def write(batch_rows, batch_id):
    send_events(
        batch_rows,
        batch_id,
        query,
        to=hub,
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
