# %% [markdown]
# # silver.lines
# Reads `bronze.orders`; writes `silver.lines`, `silver.lines.quarantine`.
# Generated from `pipelines/orders.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./continue_common

# %% Parameters
lake = parameter("lake")
place = parameter("silver_lines_place")  # of this environment's sources
query = Query(
    name="orders/silver.lines",
    identity=f"3-3d2a077e-{place}",
    lake=lake,
)

# %% Events: the columns of each body
events = json_body(
    spark.readStream.format("delta").load(f"{lake}/bronze/orders"),
    "id string, shop string, lines array<string>, gifts array<string>",
    ["enqueued_at", "partition", "offset"],
)

# %% Explode: a row for each line
elements = exploded(events, "line", "concat(lines, gifts)")

# %% Columns
rows = elements.selectExpr(
    "id",
    "shop",
    "line",
    "_element",
    "_elements",
    "enqueued_at AS _enqueued_at",
    "partition AS _partition",
    "offset AS _offset",
    "_body",
    "_goes",
)

# %% What must hold
EXPECTATIONS = {
    "has_id": ("id is not null", "quarantine"),
}
rows = checked(rows, EXPECTATIONS)

# %% Each batch: every row to one place
def write(batch_rows, batch_id):
    write_rows(
        batch_rows,
        batch_id,
        query,
        table=f"{lake}/silver/lines",
        columns=["id", "shop", "line"],
        quarantine=f"{lake}/silver/lines_quarantine",
        counted=COUNTED,
    )


go_on(
    query,
    f"{lake}/silver/lines",
    identities=[f"2-950ce3c5-{place}", f"1-b6556b6e-{place}"],
    beside=[("quarantine", f"{lake}/silver/lines_quarantine", ["quarantined", "unparsable"])],
)
run = start(rows.writeStream.foreachBatch(write).option("checkpointLocation", query.checkpoint_location), "10 seconds")
finish(run, query)
