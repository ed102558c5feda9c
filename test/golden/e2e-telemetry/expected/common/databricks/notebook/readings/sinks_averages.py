# Databricks notebook source
# MAGIC %md
# MAGIC # sinks.averages
# MAGIC Reads `gold.readings_5_minutes`; writes `sinks.averages`.
# MAGIC Generated from `pipelines/readings.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("sinks_averages_place")  # of this environment's sources
query = Query(
    name="readings/sinks.averages",
    identity=f"1-07d53040-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Documents: `id` is made of the key, times are ISO text
rows = documents(spark.readStream.format("delta").load(f"{lake}/gold/readings_5_minutes"), key=["window_start", "device_id"])
store = cosmos_store(
    form=parameter("averages_form"),
    endpoint=parameter("averages_endpoint"),
    key_secret="serving-key",
    database="telemetry",
    container="readings",
    partition_key="device_id",
    stand_in=f"{lake}/_stand_ins/cosmos/telemetry/readings",
)

# COMMAND ----------

# DBTITLE 1,Each batch: upserted, so a replay writes the same documents again
def write(batch_rows, batch_id):
    write_documents(
        batch_rows,
        batch_id,
        query,
        to=store,
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
