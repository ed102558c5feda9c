# %% [markdown]
# # bronze.readings
# Reads `sources.readings`; writes `bronze.readings`.
# Generated from `pipelines/readings.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./telemetry_common

# %% Parameters
lake = parameter("lake")
place = parameter("bronze_readings_place")  # of this environment's sources
query = Query(
    name="readings/bronze.readings",
    identity=f"1-5cbe75c3-{place}",
    lake=lake,
)

# %% Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events-connection",
)
events = hub_events("readings", connection)

# %% Each batch: appended once
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
