# %% [markdown]
# # sinks.averages
# Reads `gold.readings_5_minutes`; writes `sinks.averages`.
# Generated from `pipelines/readings.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./telemetry_common

# %% Parameters
lake = parameter("lake")
place = parameter("sinks_averages_place")  # of this environment's sources
query = Query(
    name="readings/sinks.averages",
    identity=f"1-9e9bd452-{place}",
    lake=lake,
)

# %% Documents: `id` is made of the key, times are ISO text
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

# %% Each batch: upserted, so a replay writes the same documents again
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
