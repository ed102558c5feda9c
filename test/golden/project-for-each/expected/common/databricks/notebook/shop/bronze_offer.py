# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.offer
# MAGIC Reads `sources.offer_events`; writes `bronze.offer`.
# MAGIC Generated from `pipelines/pipeline-3.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_offer_place")  # of this environment's sources
query = Query(
    name="shop/bronze.offer",
    identity=f"1-c418e4cd-{place}",
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
events = hub_events("offers", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/offer",
    )


begin(query, f"{lake}/bronze/offer")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
