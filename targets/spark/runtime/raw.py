def write_raw(rows, batch, query, app, ops, table):
    """Appends a batch of events, or of rows, as they came, once."""
    session = rows.sparkSession
    earlier = recorded(session, ops, app, batch)
    rows = rows.persist()
    try:
        read = rows.count() if earlier is None else earlier[0]["read"]
        counts = {"read": read, "written": read}
        if earlier is None:
            record(session, ops, query, app, batch, counts)
        log(query, batch, counts, replayed=earlier is not None)
        if read > 0:
            append(rows, table, f"{app}/table", batch)
    finally:
        rows.unpersist()
