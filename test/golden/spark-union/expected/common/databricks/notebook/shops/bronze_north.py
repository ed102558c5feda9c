# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.north
# MAGIC Reads `sources.north`; writes `bronze.north`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_north_place")  # of this environment's sources
query = Query(
    name="shops/bronze.north",
    identity=f"1-fcc59d22-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("north", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/north",
    )


begin(query, f"{lake}/bronze/north")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
