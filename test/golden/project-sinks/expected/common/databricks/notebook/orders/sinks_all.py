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
query = "orders/sinks.all"
place = parameter("sinks_all_place")  # of this environment's sources
app = f"{query}/1-9b75a71a-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    send_events(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        to=hub,
    )


begin_delivery(app, f"{lake}/_ops", checkpoint)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
