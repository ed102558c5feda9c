# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.prices
# MAGIC Reads `sources.prices`; writes `bronze.prices`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_prices_place")  # of this environment's sources
query = Query(
    name="shop/bronze.prices",
    identity=f"1-8e4770e1-{place}",
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
events = hub_events("prices", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/prices",
    )


begin(query, f"{lake}/bronze/prices")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
