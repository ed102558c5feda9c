# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.a
# MAGIC Reads `sources.a`; writes `bronze.a`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_a_place")  # of this environment's sources
query = Query(
    name="readings/bronze.a",
    identity=f"1-140cec0d-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events",
)
events = hub_events("readings-raw", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/a",
    )


begin(query, f"{lake}/bronze/a")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), parameter("bronze_a_trigger"))
finish(run, query)
