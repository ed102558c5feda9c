# %% [markdown]
# # bronze.orders
# Reads `sources.orders`; writes `bronze.orders`.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% Parameters
lake = parameter("lake")
query = "orders/bronze.orders"
place = parameter("bronze_orders_place")  # of this environment's sources
app = f"{query}/1-7c129772-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# %% Events: the hub
connection = kafka_options(
    parameter("events_servers"),
    parameter("events_identity"),
    user="$ConnectionString",
    password="events",
)
events = hub_events("orders", connection)

# %% Each batch: appended once
def write(batch_rows, batch):
    write_raw(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/bronze/orders",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/bronze/orders")
run = start(events.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
