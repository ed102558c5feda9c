# %% [markdown]
# # gold.readings_5_minutes
# Averages over five minutes per device.
#
# Reads `silver.readings`; writes `gold.readings_5_minutes`.
# Generated from `pipelines/readings.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./telemetry_common

# %% Parameters
lake = parameter("lake")
query = "readings/gold.readings_5_minutes"
place = parameter("gold_readings_5_minutes_place")  # of this environment's sources
app = f"{query}/1-a9eeccdc-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# %% Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/readings")

# %% Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .withWatermark("event_time", "10 minutes")
    .groupBy(F.window("event_time", "5 minutes").alias("_window"), "device_id")
    .agg(
        F.expr("avg(temperature)").alias("average_temperature"),
        F.expr("max(temperature)").alias("highest_temperature"),
        F.expr("count(*)").alias("readings"),
        F.count(F.lit(1)).alias("_rows"),
    )
    .selectExpr("_window.start AS window_start", "_window.end AS window_end", "device_id", "average_temperature", "highest_temperature", "readings", "_rows")
)

# %% Each batch: the windows that it closed, appended once
def write(batch_rows, batch):
    write_windows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/gold/readings_5_minutes",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/gold/readings_5_minutes")
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
