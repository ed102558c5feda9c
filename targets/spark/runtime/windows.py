def write_windows(rows, batch, query, app, ops, table):
    """Appends the windows that a batch closed, once. `_rows` says how many rows each was made of; it is counted, not kept."""
    session = rows.sparkSession
    earlier = recorded(session, ops, app, batch)
    rows = rows.persist()
    try:
        counts = earlier[0] if earlier else rows.agg(
            F.count(F.lit(1)).alias("written"), F.coalesce(F.sum("_rows"), F.lit(0)).alias("aggregated")
        ).first().asDict()
        if earlier is None:
            record(session, ops, query, app, batch, counts)
        log(query, batch, counts, replayed=earlier is not None)
        if counts["written"] > 0:
            append(rows.drop("_rows"), table, f"{app}/table", batch)
    finally:
        rows.unpersist()
