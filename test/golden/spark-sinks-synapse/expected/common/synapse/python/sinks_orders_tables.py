# %% [markdown]
# # Tables of orders
# Created once; an existing table keeps its rows, but for those that a raised `backfill` gives up.
# Generated from `pipelines/pipeline.yaml`; edit that file.

# %% The job gives this text what the project's module defines.
# %run ./sinks_common

# %% The record of batches
lake = parameter("lake")
create_table(f"{lake}/_ops/batches", BATCHES, "What each batch of each query read and where the rows went.", properties=COMPACTED, on_schema_change="add")

# %% bronze.orders
create_table(
    f"{lake}/bronze/orders",
    """
        body binary,
        key binary,
        properties array<struct<name:string,value:string>>,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Events of orders as they came: body and position.",
)

# %% silver.orders
create_table(
    f"{lake}/silver/orders",
    """
        id string NOT NULL,
        at timestamp NOT NULL,
        enqueued_at timestamp,
        partition int,
        offset bigint
    """,
    "Reads bronze.orders.",
)

# %% silver.orders.quarantine
create_table(
    f"{lake}/silver/orders_quarantine",
    """
        _violations array<string>,
        id string,
        at timestamp,
        enqueued_at timestamp,
        partition int,
        offset bigint,
        _body string,
        _enqueued_at timestamp,
        _partition int,
        _offset bigint
    """,
    "Rows that violate what silver.orders expects.",
)

# %% gold.orders
create_table(
    f"{lake}/gold/orders",
    """
        window_start timestamp NOT NULL,
        window_end timestamp NOT NULL,
        id string NOT NULL,
        n bigint NOT NULL
    """,
    "Reads silver.orders.",
)
