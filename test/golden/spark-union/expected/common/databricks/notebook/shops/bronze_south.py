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
query = "shops/bronze.south"
place = parameter("bronze_south_place")  # of this environment's sources
app = f"{query}/1-f3a81184-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("south", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch):
    write_raw(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/south",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/south")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
