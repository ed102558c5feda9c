def append_results(rows, batch, query, app, ops, table, counted):
    """Appends what Spark's state gave out in a batch, once. `counted`: aggregates of it by their name in the record.

    A replay is counted too: only rows that are read move Spark's watermark, and with it what the next batch closes.
    Columns whose names begin with `_` are there to be counted and not kept.
    """
    session = rows.sparkSession
    earlier = recorded(session, ops, app, batch)
    rows = rows.persist()
    try:
        aggregates = [F.expr(text).alias(name) for name, text in counted.items()]
        counts = rows.agg(*aggregates).first().asDict()
        if earlier is None:
            record(session, ops, query, app, batch, counts)
        elif counts != earlier[0]:
            raise RuntimeError(f"{query}, batch {batch}: a replay gives {counts}, and {earlier[0]} is recorded: what it reads has changed since")
        log(query, batch, counts, replayed=earlier is not None)
        if counts["written"] > 0:
            append(rows.drop(*[name for name in rows.columns if name.startswith("_")]), table, f"{app}/table", batch)
    finally:
        rows.unpersist()
