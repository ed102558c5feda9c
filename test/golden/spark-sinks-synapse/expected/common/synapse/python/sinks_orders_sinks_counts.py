# %% [markdown]
# # sinks.counts
# Reads `gold.orders`; writes `sinks.counts`.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% Parameters
lake = parameter("lake")
place = parameter("sinks_counts_place")  # of this environment's sources
query = Query(
    name="orders/sinks.counts",
    identity=f"1-f7946b49-{place}",
    lake=lake,
)

# %% Events: a JSON body, and an id made of the key
rows = events_of(
    wanted(spark.readStream.format("delta").load(f"{lake}/gold/orders"), "n > 1"),
    id=["window_start", "id"],
    columns=["window_start", "window_end", "id", "n"],
    key="id",
)
connection = kafka_options(
    parameter("partners_servers"),
    parameter("partners_identity"),
    client_id=parameter("partners_client_id"),
    tenant=parameter("partners_tenant"),
    client_secret="sender",
)
hub = sending_to("counts", connection)

# %% Each batch: sent at least once; a replay sends it again with the same ids
def write(batch_rows, batch_id):
    send_events(
        batch_rows,
        batch_id,
        query,
        to=hub,
    )


resume(query)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
