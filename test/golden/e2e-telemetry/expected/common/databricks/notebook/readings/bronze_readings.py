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
place = parameter("bronze_readings_place")  # of this environment's sources
query = Query(
    name="readings/bronze.readings",
    identity=f"1-0a5ec111-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the files that Capture writes
events = captured_events(parameter("readings_folder"), parameter("readings_reader"))

# COMMAND ----------

# DBTITLE 1,Each batch: appended once
def write(batch_rows, batch_id):
    write_raw(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/bronze/readings",
    )


begin(query, f"{lake}/bronze/readings")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
