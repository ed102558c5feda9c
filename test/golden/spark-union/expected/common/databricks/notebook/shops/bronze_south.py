# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.south
# MAGIC Reads `sources.south`; writes `bronze.south`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("bronze_south_place")  # of this environment's sources
query = Query(
    name="shops/bronze.south",
    identity=f"1-f3a81184-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("south", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/south",
    )


begin(query, f"{lake}/bronze/south")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
