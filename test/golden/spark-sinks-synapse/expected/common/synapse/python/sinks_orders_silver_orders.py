# %% [markdown]
# # silver.orders
# Reads `bronze.orders`; writes `silver.orders`, `silver.orders.quarantine`.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% Parameters
lake = parameter("lake")
place = parameter("silver_orders_place")  # of this environment's sources
query = Query(
    name="orders/silver.orders",
    identity=f"1-850bcdca-{place}",
    lake=lake,
)

# %% Events: the columns of each body
events = exact_json_body(
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
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/orders",
        columns=["id", "at", "enqueued_at", "partition", "offset"],
        quarantine=f"{lake}/silver/orders_quarantine",
        watermark=Watermark("at", delay="1 hour", late="drop"),
    )


begin(query, f"{lake}/silver/orders")
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
