def write_raw(rows, batch_id, query, table):
    """Appends a batch of events, or of rows, as they came, once."""
    append_counted(rows, batch_id, query, table, {"read": "count(*)", "written": "count(*)"})
