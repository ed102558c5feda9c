def apply_changes(query, landed, changes, table, columns, keys, sequence_by, quarantine=None):
    """Takes the landings that are whole and not taken yet, as one batch: of each key the latest row is merged into the table.

    The latest has the greatest `sequence_by` (null is less than anything), of these the one that landed last (of whole tables
    always, they have no `sequence_by`): taken one by one or all at once, landings give the same table. `changes` makes checked rows of those that landed; what they leave out leaves
    the table as it is.

    Told of fewer landings than were taken it stops: the next ones would be written over those, and rows of them never be taken.

    The last batch may have been stopped between its record and its rows, so it is made again, with its own landings: what
    Delta has written of it, it skips.
    """
    expect_own(query, table)
    given = (landed, changes, table, columns, keys, sequence_by, quarantine)
    last, taken, whole = last_record(spark, query), 0, landed.last()
    if last is not None:
        taken = last["versions"].get(landed.source, 0)
        if 0 < whole < taken:
            raise RuntimeError(f"{landed.source}: the control table has landing {whole} as the last whole one, and {query.app} has taken {taken}: its marks were put back to an earlier state. Stop the pipeline's triggers, or rows are lost; then {ANEW}")
        apply_batch(Batch(spark, query, last["batch"]), taken, *given)
        if last["counts"]["written"] > 0 and not has_rows(spark.read.format("delta").load(table)):
            raise RuntimeError(f"{table}: its rows are gone, and what {query.app} has taken would not come again. Raise `backfill` of the table and compile: then it is computed anew.")
    if whole > taken:
        apply_batch(Batch(spark, query, 0 if last is None else last["batch"] + 1), whole, *given)


def apply_batch(batch, upto, landed, changes, table, columns, keys, sequence_by, quarantine):
    """Merges the landings behind those of the batch before, up to one of them: they are recorded first."""
    before = batch.before["versions"].get(landed.source, 0) if batch.before else 0
    with persisted(landed_rows(batch.session, landed, before + 1, upto)) as rows:
        checked_rows = changes(rows)
        latest = latest_of_each(checked_rows.where("_goes IS NULL"), columns, keys, sequence_by)
        with persisted(compared(latest, table, columns, keys, sequence_by)) as latest:
            if batch.earlier:
                counts = batch.earlier["counts"]
            else:
                expect_fit(rows, batch, STAYS)
                counts = count_changes(checked_rows, latest)
                refuse(checked_rows, counts, batch)
                conserve(batch, counts)
                settle(batch, counts, versions={landed.source: upto})
                expect_recorded(batch, {landed.source: upto})
            if counts["quarantined"] > 0:
                bad = checked_rows.where("_goes = 'quarantined'")
                append(like(bad, quarantine), quarantine, batch.transaction("quarantine"))
            if counts["written"] > 0:
                merge_latest(latest.where("_goes IS NULL").select(*columns), table, keys, sequence_by, batch)


def latest_of_each(rows, columns, keys, sequence_by):
    """Of the rows with the same keys the latest, and how many there were (`_rows`). What else differs decides last, so that a replay finds the same."""
    order = F.struct(*sequence_by, "_landing", *[F.expr(comparable(name, rows.schema)) for name in columns])
    latest = rows.groupBy(*keys).agg(F.max_by(F.struct(*columns), order).alias("_row"), F.count(F.lit(1)).alias("_rows"))
    return latest.select("_row.*", "_rows")


def compared(latest, table, columns, keys, sequence_by):
    """Where a row goes that is not written: it is `stale`, as the table has a later one, or the table has it already; null: to the table."""
    there = latest.sparkSession.read.format("delta").load(table).withColumn("_there", F.lit(True))
    same = [F.col(f"s.`{key}`").eqNullSafe(F.col(f"t.`{key}`")) for key in keys]
    equal = [f"{comparable(name, latest.schema, 's')} <=> {comparable(name, latest.schema, 't')}" for name in columns]
    stale = F.expr(f"{sequence('s', sequence_by)} < {sequence('t', sequence_by)}") if sequence_by else F.lit(False)
    goes = F.when(F.col("t._there"), F.when(stale, "stale").when(F.expr(" AND ".join(equal)), "unchanged"))
    return latest.alias("s").join(there.alias("t"), same, "left").select("s.*", goes.alias("_goes"))


def sequence(of, columns):
    """By what rows have an order: the first column decides first."""
    return f"struct({', '.join(f'{of}.`{name}`' for name in columns)})"


def comparable(name, schema, of=None):
    """A column as Spark can compare it: maps it cannot."""
    column = f"{of}.`{name}`" if of else f"`{name}`"
    return f"to_json(struct({column}))" if "map<" in schema[name].dataType.simpleString() else column


def count_changes(rows, latest):
    """How many rows of the batch go where; of those that have the same keys all but one are superseded."""
    goes = F.col("_goes")
    of_latest = latest.agg(
        F.coalesce(F.sum(F.col("_rows") - 1), F.lit(0)).alias("superseded"),
        F.count_if(goes == "stale").alias("stale"),
        F.count_if(goes == "unchanged").alias("unchanged"),
        F.count_if(goes.isNull()).alias("written"),
    )
    return {**count_rows(rows), **of_latest.first().asDict()}


def merge_latest(rows, table, keys, sequence_by, batch):
    """Updates the rows whose keys the table holds, unless it has later ones, and inserts the others."""
    rows.createOrReplaceTempView(batch.query.view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    not_stale = f"AND {sequence('s', sequence_by)} >= {sequence('t', sequence_by)}" if sequence_by else ""
    changed = f"WHEN MATCHED {not_stale} THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
    with once(batch, "table"):
        batch.session.sql(f"MERGE INTO delta.`{table}` t USING {batch.query.view} s ON {same} {changed}")
