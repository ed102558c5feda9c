# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.orders
# MAGIC Reads `sources.orders`; writes `bronze.orders`.
# MAGIC Generated from `pipelines/orders.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_orders_place")  # of this environment's sources
query = Query(
    name="orders/bronze.orders",
    identity=f"2-2d92d3ee-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events-connection",
)
events = hub_events("orders", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/orders",
    )


go_on(
    query,
    f"{lake}/bronze/orders",
    identities=[f"1-f44c6284-{place}"],
)
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
