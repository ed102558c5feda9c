# %% [markdown]
# # gold.orders
# Reads `silver.orders`; writes `gold.orders`.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% Parameters
lake = parameter("lake")
query = "orders/gold.orders"
place = parameter("gold_orders_place")  # of this environment's sources
app = f"{query}/1-a7e06a84-{place}"  # with the identity of what the query's position and state depend on
checkpoint = f"{lake}/_checkpoints/{app}"

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
def write(batch_rows, batch):
    write_windows(
        batch_rows,
        batch,
        query,
        app,
        f"{lake}/_ops",
        table=f"{lake}/gold/orders",
    )


begin(query, app, f"{lake}/_ops", checkpoint, f"{lake}/gold/orders")
run = start(windows.writeStream.foreachBatch(write).option("checkpointLocation", checkpoint), "10 seconds")
finish(run, query, app, f"{lake}/_ops")
