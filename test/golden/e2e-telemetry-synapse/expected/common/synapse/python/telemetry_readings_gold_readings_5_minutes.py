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
place = parameter("gold_readings_5_minutes_place")  # of this environment's sources
query = Query(
    name="readings/gold.readings_5_minutes",
    identity=f"1-a9eeccdc-{place}",
    lake=lake,
)

# %% Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/readings")

# %% Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .withWatermark("event_time", "10 minutes")
    .groupBy(F.window("event_time", "5 minutes").alias("_window"), "device_id")
    .agg(
        F.expr("avg(temperature)").alias("average_temperature"),
        F.expr("max(temperature + 0D)").alias("highest_temperature"),
        F.expr("count(*)").alias("readings"),
        F.count(F.lit(1)).alias("_rows"),
    )
    .selectExpr("_window.start AS window_start", "_window.end AS window_end", "device_id", "average_temperature", "highest_temperature", "readings", "_rows")
)

# %% Each batch: the windows that it closed, appended once
def write(batch_rows, batch_id):
    write_windows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/readings_5_minutes",
    )


begin(query, f"{lake}/gold/readings_5_minutes")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
