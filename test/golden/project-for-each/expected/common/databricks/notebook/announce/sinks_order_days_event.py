# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.order_days_event
# MAGIC Reads `gold.order_days`; writes `sinks.order_days_event`.
# MAGIC Generated from `pipelines/pipeline-2.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_order_days_event_place")  # of this environment's sources
query = Query(
    name="announce/sinks.order_days_event",
    identity=f"1-7384cb23-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: a JSON body, and an id made of the key
rows = events_of(
    spark.readStream.format("delta").load(f"{lake}/gold/order_days"),
    id=["order_id", "at"],
    columns=["order_id", "at", "enqueued_at", "partition", "day"],
)
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events-key",
)
hub = sending_to("order_days-eu", connection)

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
