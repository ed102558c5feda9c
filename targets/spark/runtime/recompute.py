def recompute(query, inputs, table, lookups=None, computed_of=None, **how):
    """Computes the table anew, as the next batch, if something that it reads has changed since the last one.

    `computed_of`: the readings of which an orchestrator has computed tables that are read: before they have landed there are no such
    tables. If nothing has changed, the last batch may still have been stopped between its record and its rows: then it is made again.
    """
    last = last_record(spark, query)
    before = last["versions"] if last else {}
    landings = {**{name: one for name, one in inputs.items() if not isinstance(one, str)}, **(computed_of or {})}
    versions = {name: landed.version(before.get(name)) for name, landed in landings.items()}
    if None in versions.values():
        return  # nothing has landed yet
    versions |= versions_read(spark, {name: path for name, path in inputs.items() if isinstance(path, str)}, lookups)
    batch_id = 0
    if last is not None:
        is_new = versions != before
        if not is_new and was_swapped(table, Batch(spark, query, last["batch"]).transaction("table")):
            return
        batch_id = last["batch"] + is_new
    write_replaced(spark.range(0), batch_id, query, inputs, table=table, lookups=lookups, versions=versions, confirm=expect_recorded, **how)


def was_swapped(table, transaction):
    """Whether the history of the table has the transaction among its latest: if not, it is done again, and what was done Delta skips."""
    history = spark.sql(f"DESCRIBE HISTORY delta.`{table}` LIMIT 100")
    return has_rows(history.where(F.col("userMetadata") == named(transaction)))
