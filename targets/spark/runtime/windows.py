def write_windows(rows, batch_id, query, table):
    """Appends the windows that a batch closed, once. `_rows` says how many rows each was made of."""
    counted = {"written": "count(*)", "aggregated": "coalesce(sum(_rows), 0)"}
    append_counted(rows, batch_id, query, table, counted, ["_rows"])
