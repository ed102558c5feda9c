# %% [markdown]
# # gold.orders
# Reads `silver.orders`; writes `gold.orders`.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% Parameters
lake = parameter("lake")
place = parameter("gold_orders_place")  # of this environment's sources
query = Query(
    name="orders/gold.orders",
    identity=f"1-a7e06a84-{place}",
    lake=lake,
)

# %% Input
input_rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).option("withEventTimeOrder", "true").load(f"{lake}/silver/orders")

# %% Windows: what the input accepted is never late here (same delay, whole commits)
windows = (
    input_rows
    .withWatermark("at", "1 hour")
    .groupBy(F.window("at", "1 hour").alias("_window"), "id")
    .agg(
        F.expr("count(*)").alias("n"),
        F.count(F.lit(1)).alias("_rows"),
    )
    .selectExpr("_window.start AS window_start", "_window.end AS window_end", "id", "n", "_rows")
)

# %% Each batch: the windows that it closed, appended once
def write(batch_rows, batch_id):
    write_windows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/gold/orders",
    )


begin(query, f"{lake}/gold/orders")
make_up(query)
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
