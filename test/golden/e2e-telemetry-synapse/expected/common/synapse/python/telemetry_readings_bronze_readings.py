# %% [markdown]
# # bronze.readings
# Reads `sources.readings`; writes `bronze.readings`.
# Generated from `pipelines/readings.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./telemetry_common

# %% Parameters
lake = parameter("lake")
query = "readings/bronze.readings"
place = parameter("bronze_readings_place")  # of this environment's sources
app = f"{query}/1-5cbe75c3-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# %% Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events-connection",
)
events = hub_events("readings", connection)

# %% Each batch: appended once
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
