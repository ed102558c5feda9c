# %% [markdown]
# # silver.orders
# Reads `bronze.orders`; writes `silver.orders`, `silver.orders.quarantine`.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% Parameters
lake = parameter("lake")
query = "orders/silver.orders"
place = parameter("silver_orders_place")  # of this environment's sources
app = f"{query}/1-850bcdca-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

# %% Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string, at timestamp",
    ["enqueued_at", "partition", "offset"],
)

# %% Columns
rows = events.selectExpr(
    "id",
    "at",
    "enqueued_at",
    "partition",
    "offset",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# %% What must hold
EXPECTATIONS = {
    "has_key": ("id is not null and at is not null", "drop"),
    "not_ahead": ("coalesce(at <= _enqueued_at + INTERVAL 1 hour, at IS NULL)", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# %% Each batch: every row to one place
def write(batch_rows, batch):
    write_rows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/silver/orders",
        columns=["id", "at", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=("at", "1 hour", "drop"),
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
