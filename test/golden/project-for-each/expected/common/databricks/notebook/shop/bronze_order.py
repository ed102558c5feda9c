# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.order
# MAGIC Reads `sources.order_events`; writes `bronze.order`.
# MAGIC Generated from `pipelines/pipeline-3.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_order_place")  # of this environment's sources
query = Query(
    name="shop/bronze.order",
    identity=f"1-9c715c44-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events-key",
)
events = hub_events("orders", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/order",
    )


begin(query, f"{lake}/bronze/order")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
