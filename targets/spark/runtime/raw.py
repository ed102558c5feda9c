def write_raw(rows, batch, query, app, ops, table):
    """Appends a batch of events, or of rows, as they came, once."""
    append_counted(rows, batch, query, app, ops, table, {"read": "count(*)", "written": "count(*)"})
