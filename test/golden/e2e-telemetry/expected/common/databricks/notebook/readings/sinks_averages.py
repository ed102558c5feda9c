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
query = "readings/sinks.averages"
place = parameter("sinks_averages_place")  # of this environment's sources
app = f"{query}/1-07d53040-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_documents(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        to=store,
    )


begin_delivery(app, f"{lake}/_ops", checkpoint)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
