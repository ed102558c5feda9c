# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.shelves
# MAGIC Reads `sources.shelves`; writes `bronze.shelves`.
# MAGIC Generated from `pipelines/pipeline.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "shelves/bronze.shelves"
place = parameter("bronze_shelves_place")  # of this environment's sources
app = f"{query}/1-deba3e60-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the hub
connection = kafka_options(parameter("broker_servers"))
events = hub_events("shelves", connection)

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch):
    write_raw(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/shelves",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/shelves")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
