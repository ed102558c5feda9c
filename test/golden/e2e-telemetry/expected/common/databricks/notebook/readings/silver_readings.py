# Databricks notebook source
# MAGIC %md
# MAGIC # silver.readings
# MAGIC Parsed, checked, one row per device and event time.
# MAGIC
# MAGIC Reads `bronze.readings`; writes `silver.readings`, `silver.readings.quarantine`, `silver.readings.late`.
# MAGIC Generated from `pipelines/readings.yaml`; edit that file.

# COMMAND ----------

# MAGIC %run ../common

# COMMAND ----------

# DBTITLE 1,Parameters
lake = parameter("lake")
place = parameter("silver_readings_place")  # of this environment's sources
query = Query(
    name="readings/silver.readings",
    identity=f"1-ab6cd343-{place}",
    lake=lake,
)

# COMMAND ----------

# DBTITLE 1,Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/readings"),
    "device_id string, recorded_at string, reading struct<temperature:string,humidity:string>",
    ["enqueued_at", "partition", "offset"],
)

# COMMAND ----------

# DBTITLE 1,Columns
rows = events.selectExpr(
    "device_id",
    "try_cast(reading.temperature as double) AS temperature",
    "try_cast(reading.humidity as double) AS humidity",
    "try_cast(regexp_replace(recorded_at, '^(?![^!-~]*[+-]?[0-9]{4}(?![0-9]))', '?') as timestamp) AS event_time",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# COMMAND ----------

# DBTITLE 1,What must hold
EXPECTATIONS = {
    "has_device": ("device_id is not null", "quarantine"),
    "has_event_time": ("event_time is not null", "quarantine"),
    "plausible_temperature": ("temperature between -60 and 150", "quarantine"),
    "not_ahead": ("coalesce(event_time <= _enqueued_at + INTERVAL 1 hour, event_time IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# COMMAND ----------

# DBTITLE 1,Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/readings",
        columns=["device_id", "temperature", "humidity", "event_time"],
        quarantine=f"{lake}/silver/readings_quarantine",
        watermark=Watermark("event_time", delay="10 minutes", late="divert", diverted_to=f"{lake}/silver/readings_late"),
        deduplication=Deduplication(keys=["device_id", "event_time"], order=["_partition", "_offset"]),
    )


begin(query, f"{lake}/silver/readings")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
