# Databricks notebook source
# MAGIC %md
# MAGIC # bronze.readings
# MAGIC Reads `sources.readings`; writes `bronze.readings`.
# MAGIC Generated from `pipelines/readings.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
query = "readings/bronze.readings"
place = parameter("bronze_readings_place")  # of this environment's sources
app = f"{query}/1-0a5ec111-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# COMMAND ----------

# DBTITLE 1,Events: the files that Capture writes
events = captured_events(parameter("readings_folder"), parameter("readings_reader"))

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch):
    write_raw(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/readings",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/readings")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
