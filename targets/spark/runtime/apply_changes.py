@dataclass(frozen=True)
class Merged:
    """A table that changes are merged into. `columns`: those that rows are made of; `keys` tell its rows apart."""

    table: str
    columns: list
    keys: list


@dataclass(frozen=True)
class Latest:
    """Of each key the latest row is kept: that with the greatest `sequence_by` (null is less than anything), of these the one that
    landed last. Of whole tables that is always the one that landed last: they have no `sequence_by`.
    """

    sequence_by: list

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        """What else is recorded, by its name: an aggregate of what `changed` gives."""
        return {}

    def changed(self, rows, into, first, last):
        """Of each key the latest of the rows, with how many it stands for (`_rows`), and where it goes (`_goes`)."""
        good = rows.where("_goes IS NULL")
        return compared(latest_of_each(good, into.columns, into.keys, self.sequence_by), into, self.sequence_by)

    def merge(self, changed, into, batch):
        latest = changed.where("_goes IS NULL").select(*into.columns)
        merge_latest(latest, into.table, into.keys, self.sequence_by, batch)


def apply_changes(query, landed, changes, table, columns, keys, sequence_by=(), quarantine=None, how=None):
    """Takes the landings that are whole and not taken yet, as one batch, and merges them into the table: of each key the latest row,
    or as `how` says. Taken one by one or all at once, landings give the same table. `changes` makes checked rows of those that
    landed; what they leave out leaves the table as it is.

    Told of fewer landings than were taken it stops: the next ones would be written over those, and rows of them never be taken.

    The last batch may have been stopped between its record and its rows, so it is made again, with its own landings: what
    Delta has written of it, it skips.
    """
    how = how or Latest(sequence_by)
    expect_own(query, table)
    how.expect_kept(query)
    given = (landed, changes, Merged(table, columns, keys), how, quarantine)
    last, taken, whole = last_record(spark, query), 0, landed.last()
    if last is not None:
        taken = last["versions"].get(landed.source, 0)
        if 0 < whole < taken:
            raise RuntimeError(f"{landed.source}: the control table has landing {whole} as the last whole one, and {query.app} has taken {taken}. If this is an older run of the pipeline that was run again from its failed activity, nothing is amiss: start the pipeline anew instead. Else its marks were put back to an earlier state. Stop the pipeline's triggers, or rows are lost; then {ANEW}")
        apply_batch(Batch(spark, query, last["batch"]), taken, *given)
        if last["counts"].get("table.rows", last["counts"]["written"]) > 0 and not has_rows(spark.read.format("delta").load(table)):
            raise RuntimeError(f"{table}: its rows are gone, and what {query.app} has taken would not come again. Raise `backfill` of the table and compile: then it is computed anew.")
    if whole > taken:
        apply_batch(Batch(spark, query, 0 if last is None else last["batch"] + 1), whole, *given)


def expect_kept(query, table, what, rows):
    """Refuses to go on where what was kept beside the table is gone: a row that it holds back would come again. `rows`: how many there are is recorded as this."""
    # The last batch may have been stopped between its record and its deletes, or have taken all of them out.
    last = [row["counts"].get(rows, 0) for row in records(spark, query).orderBy(F.desc("batch")).take(2)]
    if len(last) == 2 and min(last) > 0 and not has_rows(spark.read.format("delta").load(table)):
        raise RuntimeError(f"{table}: the {what} that {query.app} has kept there are gone, and rows that came late would be taken for new ones. Raise `backfill` of the table and compile: then it is computed anew.")


def apply_batch(batch, upto, landed, changes, into, how, quarantine):
    """Merges the landings behind those of the batch before, up to one of them: they are recorded first."""
    before = batch.before["versions"].get(landed.source, 0) if batch.before else 0
    with persisted(landed_rows(batch.session, landed, before + 1, upto)) as rows:
        checked_rows = changes(rows)
        with persisted(how.changed(checked_rows, into, before + 1, upto)) as changed:
            if batch.earlier:
                counts = batch.earlier["counts"]
            else:
                expect_fit(rows, batch, STAYS)
                counts = count_changes(checked_rows, changed)
                refuse(checked_rows, counts, batch)
                conserve(batch, counts)
                counted = how.counted(into)
                if counted:
                    counts.update(changed.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict())
                settle(batch, counts, versions={landed.source: upto})
                expect_recorded(batch, {landed.source: upto})
            if counts["quarantined"] > 0:
                bad = checked_rows.where("_goes = 'quarantined'")
                append(like(bad, quarantine), quarantine, batch.transaction("quarantine"))
            if any(counts.get(name, 0) > 0 for name in ("written", "deleted", "table.deleted", "table.closed")):
                how.merge(changed, into, batch)


def latest_of_each(rows, columns, keys, sequence_by):
    """Of the rows with the same keys the latest, and how many there were (`_rows`). What else differs decides last, so that a replay finds the same."""
    latest = rows.groupBy(*keys).agg(
        F.max_by(F.struct(*columns), order_of(rows, columns, sequence_by)).alias("_row"), F.count(F.lit(1)).alias("_rows")
    )
    return latest.select("_row.*", "_rows")


def order_of(rows, columns, sequence_by=()):
    """By what the rows of one key have an order; no two that differ have the same."""
    return F.struct(*sequence_by, "_landing", *[F.expr(comparable(name, rows.schema)) for name in columns])


def compared(latest, into, sequence_by):
    """Where a row goes that is not written: it is `stale`, as the table has a later one, or the table has it already; null: to the table."""
    there = latest.sparkSession.read.format("delta").load(into.table).withColumn("_there", F.lit(True))
    stale = F.expr(f"{sequence('s', sequence_by)} < {sequence('t', sequence_by)}") if sequence_by else F.lit(False)
    equal = equal_rows(into.columns, latest.schema, "s", "t")
    goes = F.when(F.col("t._there"), F.when(stale, "stale").when(F.expr(equal), "unchanged"))
    return latest.alias("s").join(there.alias("t"), same_keys(into.keys), "left").select("s.*", goes.alias("_goes"))


def same_keys(keys, other="t"):
    return [F.col(f"s.`{key}`").eqNullSafe(F.col(f"{other}.`{key}`")) for key in keys]


def equal_rows(columns, schema, one, other):
    """Whether a row has the values of another one, as SQL."""
    return " AND ".join(f"{comparable(name, schema, one)} <=> {comparable(name, schema, other)}" for name in columns)


def sequence(of, columns):
    """By what rows have an order: the first column decides first."""
    return f"struct({', '.join(f'{of}.`{name}`' for name in columns)})"


def comparable(name, schema, of=None):
    """A column as Spark can compare it: maps it cannot."""
    column = f"{of}.`{name}`" if of else f"`{name}`"
    return f"to_json(struct({column}))" if "map<" in schema[name].dataType.simpleString() else column


def count_changes(rows, changed):
    """How many rows of the batch go where; of those that one row of the table stands for all but one are superseded."""
    one = F.col("_rows") > 0
    goes = F.col("_goes")
    of_changed = changed.agg(
        F.coalesce(F.sum(F.when(one, F.col("_rows") - F.when(goes == "superseded", 0).otherwise(1))), F.lit(0)).alias("superseded"),
        F.count_if(one & (goes == "stale")).alias("stale"),
        F.count_if(one & (goes == "unchanged")).alias("unchanged"),
        F.count_if(one & (goes == "deleted")).alias("deleted"),
        F.count_if(one & goes.isNull()).alias("written"),
    )
    return {**count_rows(rows), **of_changed.first().asDict()}


def merge_latest(rows, table, keys, sequence_by, batch):
    """Updates the rows whose keys the table holds, unless it has later ones, and inserts the others."""
    not_stale = f"AND {sequence('s', sequence_by)} >= {sequence('t', sequence_by)}" if sequence_by else ""
    merge_by(rows, table, keys, f"WHEN MATCHED {not_stale} THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *", batch)


def merging(columns, leaves):
    """Clauses of a MERGE: a row for which `leaves` is true is not in the table afterwards, any other one is as it comes."""
    values = ", ".join(f"`{name}` = s.`{name}`" for name in columns)
    names, cells = (", ".join(f"{of}`{name}`" for name in columns) for of in ("", "s."))
    return f"WHEN MATCHED AND {leaves} THEN DELETE WHEN MATCHED THEN UPDATE SET {values} WHEN NOT MATCHED AND NOT ({leaves}) THEN INSERT ({names}) VALUES ({cells})"


def merge_by(rows, table, keys, clauses, batch, part="table"):
    """Merges the rows `s` into the table `t` by columns that tell its rows apart, in one commit, once: as this `part` of the batch."""
    rows.createOrReplaceTempView(batch.query.view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    with once(batch, part):
        batch.session.sql(f"MERGE INTO delta.`{table}` t USING {batch.query.view} s ON {same} {clauses}")
