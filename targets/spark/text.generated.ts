// Generated from targets/spark/runtime by `npm run generate`; do not edit.

/** The target's texts by their path below its folder. */
export const text = {
  "runtime/apply_changes.py": `@dataclass(frozen=True)
class Merged:
    """A table that changes are merged into. \`columns\`: those that rows are made of; \`keys\` tell its rows apart."""

    table: str
    columns: list
    keys: list


@dataclass(frozen=True)
class Latest:
    """Of each key the latest row is kept: that with the greatest \`sequence_by\` (null is less than anything), of these the one that
    landed last. Of whole tables that is always the one that landed last: they have no \`sequence_by\`.
    """

    sequence_by: list

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        """What else is recorded, by its name: an aggregate of what \`changed\` gives."""
        return {}

    def changed(self, rows, into, first, last):
        """Of each key the latest of the rows, with how many it stands for (\`_rows\`), and where it goes (\`_goes\`)."""
        good = rows.where("_goes IS NULL")
        return compared(latest_of_each(good, into.columns, into.keys, self.sequence_by), into, self.sequence_by)

    def merge(self, changed, into, batch):
        latest = changed.where("_goes IS NULL").select(*into.columns)
        merge_latest(latest, into.table, into.keys, self.sequence_by, batch)


def apply_changes(query, landed, changes, table, columns, keys, sequence_by=(), quarantine=None, how=None):
    """Takes the landings that are whole and not taken yet, as one batch, and merges them into the table: of each key the latest row,
    or as \`how\` says. Taken one by one or all at once, landings give the same table. \`changes\` makes checked rows of those that
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
            raise RuntimeError(f"{table}: its rows are gone, and what {query.app} has taken would not come again. Raise \`backfill\` of the table and compile: then it is computed anew.")
    if whole > taken:
        apply_batch(Batch(spark, query, 0 if last is None else last["batch"] + 1), whole, *given)


def expect_kept(query, table, what, rows):
    """Refuses to go on where what was kept beside the table is gone: a row that it holds back would come again. \`rows\`: how many there are is recorded as this."""
    # The last batch may have been stopped between its record and its deletes, or have taken all of them out.
    last = [row["counts"].get(rows, 0) for row in records(spark, query).orderBy(F.desc("batch")).take(2)]
    if len(last) == 2 and min(last) > 0 and not has_rows(spark.read.format("delta").load(table)):
        raise RuntimeError(f"{table}: the {what} that {query.app} has kept there are gone, and rows that came late would be taken for new ones. Raise \`backfill\` of the table and compile: then it is computed anew.")


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
    """Of the rows with the same keys the latest, and how many there were (\`_rows\`). What else differs decides last, so that a replay finds the same."""
    latest = rows.groupBy(*keys).agg(
        F.max_by(F.struct(*columns), order_of(rows, columns, sequence_by)).alias("_row"), F.count(F.lit(1)).alias("_rows")
    )
    return latest.select("_row.*", "_rows")


def order_of(rows, columns, sequence_by=()):
    """By what the rows of one key have an order; no two that differ have the same."""
    return F.struct(*sequence_by, "_landing", *[F.expr(comparable(name, rows.schema)) for name in columns])


def compared(latest, into, sequence_by):
    """Where a row goes that is not written: it is \`stale\`, as the table has a later one, or the table has it already; null: to the table."""
    there = latest.sparkSession.read.format("delta").load(into.table).withColumn("_there", F.lit(True))
    stale = F.expr(f"{sequence('s', sequence_by)} < {sequence('t', sequence_by)}") if sequence_by else F.lit(False)
    equal = equal_rows(into.columns, latest.schema, "s", "t")
    goes = F.when(F.col("t._there"), F.when(stale, "stale").when(F.expr(equal), "unchanged"))
    return latest.alias("s").join(there.alias("t"), same_keys(into.keys), "left").select("s.*", goes.alias("_goes"))


def same_keys(keys, other="t"):
    return [F.col(f"s.\`{key}\`").eqNullSafe(F.col(f"{other}.\`{key}\`")) for key in keys]


def equal_rows(columns, schema, one, other):
    """Whether a row has the values of another one, as SQL."""
    return " AND ".join(f"{comparable(name, schema, one)} <=> {comparable(name, schema, other)}" for name in columns)


def sequence(of, columns):
    """By what rows have an order: the first column decides first."""
    return f"struct({', '.join(f'{of}.\`{name}\`' for name in columns)})"


def comparable(name, schema, of=None):
    """A column as Spark can compare it: maps it cannot."""
    column = f"{of}.\`{name}\`" if of else f"\`{name}\`"
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
    """Clauses of a MERGE: a row for which \`leaves\` is true is not in the table afterwards, any other one is as it comes."""
    values = ", ".join(f"\`{name}\` = s.\`{name}\`" for name in columns)
    names, cells = (", ".join(f"{of}\`{name}\`" for name in columns) for of in ("", "s."))
    return f"WHEN MATCHED AND {leaves} THEN DELETE WHEN MATCHED THEN UPDATE SET {values} WHEN NOT MATCHED AND NOT ({leaves}) THEN INSERT ({names}) VALUES ({cells})"


def merge_by(rows, table, keys, clauses, batch, part="table"):
    """Merges the rows \`s\` into the table \`t\` by columns that tell its rows apart, in one commit, once: as this \`part\` of the batch."""
    rows.createOrReplaceTempView(batch.query.view)
    same = " AND ".join(f"t.\`{key}\` <=> s.\`{key}\`" for key in keys)
    with once(batch, part):
        batch.session.sql(f"MERGE INTO delta.\`{table}\` t USING {batch.query.view} s ON {same} {clauses}")
`,
  "runtime/batches.py": `from contextlib import contextmanager


class Batch:
    """A batch of a query. \`earlier\`: its record, if this is a replay; \`before\`: the record of the batch before it."""

    def __init__(self, session, query, batch_id):
        self.session, self.query, self.id = session, query, batch_id
        near = records(session, query).where(F.col("batch").between(batch_id - 1, batch_id)).collect()
        by_id = {row["batch"]: row for row in near}
        self.before, self.earlier = by_id.get(batch_id - 1), by_id.get(batch_id)

    def __str__(self):
        return f"{self.query.name}, batch {self.id}"

    def transaction(self, part):
        """Options of a write: what has been written as this \`part\` of the batch, Delta does not write again.

        https://docs.delta.io/latest/delta-streaming.html#idempotent-table-writes-in-foreachbatch
        """
        return {"txnAppId": f"{self.query.app}/{part}", "txnVersion": str(self.id)}


def holds(condition):
    """Whether a condition is true: one that is null does not hold."""
    return F.coalesce(condition, F.lit(False))


def marked(rows):
    """The rows with \`_goes\`: where a row goes that is not written; null: on to the table."""
    return rows if "_goes" in rows.columns else rows.withColumn("_goes", F.lit(None).cast("string"))


def only(rows, where, otherwise="filtered"):
    """Marks the rows for which \`where\` is not true."""
    return marked(rows).withColumn("_goes", F.coalesce("_goes", F.when(~holds(F.expr(where)), otherwise)))


# Where a row goes that violates an expectation, by what that says; a row that violates several goes to the first of these.
CONSEQUENCES = {"fail": "failed", "quarantine": "quarantined", "drop": "dropped"}


def checked(rows, expectations, where="true"):
    """Adds what each row violates (\`_violations\`), and where that sends it (\`_goes\`), if it goes nowhere yet.

    \`expectations\`: name → (condition, consequence). A condition that is null is violated: a row that cannot be shown to be
    right is not right.
    """
    broken = {name: ~holds(F.expr(condition)) for name, (condition, _) in expectations.items()}
    names = F.array(*[F.when(is_broken, F.lit(name)) for name, is_broken in broken.items()]).cast("array<string>")
    violations = F.when(F.col("_goes") == "unparsable", F.array(F.lit("unparsable"))).otherwise(F.array_compact(names))
    sent = [
        F.when(broken[name], place)
        for consequence, place in CONSEQUENCES.items()
        for name, (_, its) in expectations.items()
        if its == consequence
    ]
    return only(rows, where).withColumn("_violations", violations).withColumn("_goes", F.coalesce("_goes", *sent))


@contextmanager
def persisted(rows):
    """The rows of a batch, read once though they are counted and written."""
    kept = rows.persist()
    try:
        yield kept
    finally:
        kept.unpersist()


def append(rows, table, transaction):
    """Appends once."""
    rows.write.format("delta").mode("append").options(**transaction).save(table)


def insert_new(rows, table, keys, still_open, batch):
    """Inserts the rows whose keys the open part of the table does not hold. It only adds files, so readers may stream it."""
    session, view = batch.session, batch.query.view
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.\`{key}\` <=> s.\`{key}\`" for key in keys)
    with once(batch, "table"):
        session.sql(f"MERGE INTO delta.\`{table}\` t USING {view} s ON {same} AND {still_open} WHEN NOT MATCHED THEN INSERT *")


@contextmanager
def once(batch, part):
    """A statement of SQL that runs meanwhile is this \`part\` of the batch: once it was done, Delta does not do it again."""
    conf = batch.session.conf
    settings = {f"spark.databricks.delta.write.{name}": value for name, value in batch.transaction(part).items()}
    for name, value in settings.items():
        conf.set(name, value)
    try:
        yield
    finally:  # under Spark Connect a setting made here would stay
        for name in settings:
            conf.unset(name)


def records(session, query):
    """The records of a query's batches: counts, the watermark after each (microseconds since 1970), versions that it read."""
    of_query = session.read.format("delta").load(query.batches).where(F.col("app") == query.app)
    return of_query.select("batch", "counts", F.unix_micros("watermark").alias("watermark"), "versions")


def last_record(session, query):
    """The record of the query's last batch, or None."""
    return records(session, query).orderBy(F.desc("batch")).first()


def record(batch, counts, watermark=None, versions=None):
    """Keeps what came in and where it goes."""
    columns = {
        "query": F.lit(batch.query.name),
        "app": F.lit(batch.query.app),
        "batch": F.lit(int(batch.id)).cast("long"),
        "counts": numbers(counts),
        "watermark": F.timestamp_micros(F.lit(None if watermark is None else int(watermark)).cast("long")),
        "versions": numbers(versions),
        "at": F.current_timestamp(),
    }
    # Literals: rows of Python would be sent to a worker of Python and back, for each record.
    one = batch.session.range(0, 1, 1, 1).select(*[column.alias(name) for name, column in columns.items()])
    append(one, batch.query.batches, batch.transaction("batches"))


def numbers(named):
    """A literal of names and their numbers, or null."""
    words = [F.lit(word) for name, n in (named or {}).items() for word in (name, int(n))]  # \`int\` as in \`log\`
    return (F.lit(None) if named is None else F.create_map(*words)).cast("map<string, long>")


def settle(batch, counts, watermark=None, versions=None, otherwise="what it reads has changed since"):
    """Records what a batch counts, and logs it: before its rows are written, for the tables are counted as they were before it.

    A replay must count the same of what was counted; \`otherwise\`: what it means if not.
    """
    if batch.earlier is None:
        record(batch, counts, watermark, versions)
    else:
        found = batch.earlier["counts"]
        if any(counts.get(name, n) != n for name, n in found.items()):
            raise RuntimeError(f"{batch}: recorded are {found}, and now there are {counts}: {otherwise}")
    log(batch, counts)


def log(batch, counts):
    told = {"query": batch.query.name, "batch": batch.id, "replayed": batch.earlier is not None, **counts}
    print(json.dumps(told, default=int))  # Spark Connect 3.5 counts in integers of numpy


def count_and_write(rows, batch_id, query, counted, write):
    """Counts a batch, records it, and hands its rows to \`write\`. \`counted\`: aggregates of them by their name in the record.

    A replay is counted too: only rows that are read move Spark's watermark, and with it what the next batch closes.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as kept:
        counts = kept.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict()
        settle(batch, counts)
        if counts["written"] > 0:
            write(kept, batch)


def append_counted(rows, batch_id, query, table, counted, only_counted=()):
    """Appends the rows of a batch, once. \`only_counted\`: columns that are not kept."""

    def write(kept, batch):
        append(kept.drop(*only_counted), table, batch.transaction("table"))

    count_and_write(rows, batch_id, query, counted, write)


def conserve(batch, counts):
    """Each row that was read goes to exactly one place, or the query stops before anything is written.

    Where rows are taken apart, those that were read go to their elements or to nothing, and each element to exactly one place.
    What a view leaves out (\`silver.wanted.filtered\`) are rows as they were read, or elements (\`…_elements\`).
    What a join found (\`stores.matched\`) is said of rows that are written: it is no place of its own. Nor is \`late_written\`.
    """
    joins = (".matched", ".unmatched")
    places = [name for name in counts if name not in ("read", "elements", "warned", "late_written") and not name.endswith(joins)]
    equations = {"read": places}
    if "elements" in counts:
        apart = ("unparsable", "without_elements", "with_elements")
        whole = [name for name in places if name in apart or ("." in name and not name.endswith("_elements"))]
        equations = {"read": whole, "elements": [name for name in places if name not in whole]}
    for whole, parts in equations.items():
        found = sum(counts[name] for name in parts)
        if counts[whole] != found:
            raise RuntimeError(f"{batch}: {counts[whole]} {whole}, {found} accounted for: {counts}")
`,
  "runtime/checkpoints.py": `def whole_text(file):
    """The text of a file; of one with nothing in it, the empty text."""
    found = spark.read.text(file, wholetext=True).first()
    return "" if found is None else found["value"]
`,
  "runtime/columns_body.py": `def columns_body(rows, columns, position):
    """Rows that were read as columns. What is set aside of them is known as JSON (\`_body\`)."""
    names = spark.createDataFrame([], columns).columns
    return rows.select(*names, *position, F.to_json(F.struct(*names)).alias("_body"), F.lit(None).cast("string").alias("_goes"))
`,
  "runtime/corrected_windows.py": `def write_corrected(rows, batch_id, query, table, added, keys, combined, results):
    """Adds the rows of a batch to their windows, whether they are late or not. A replayed batch adds nothing.

    \`added\` makes parts of rows, window by window; \`combined\` makes one part of several; \`results\` makes of parts what the
    table holds beside them in \`_parts\`. So it does not matter in which order and in which batches rows come.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as rows:
        window = [F.col(f"_window.{side}").alias(f"window_{side}") for side in ("start", "end")]
        with persisted(added(rows).select(*window, "*").drop("_window")) as new:
            total = F.coalesce(F.sum("_rows"), F.lit(0))
            spans = [F.unix_micros(of("window_start")) for of in (F.min, F.max)]
            found = new.agg(total.alias("aggregated"), F.count(F.lit(1)).alias("written"), *[one.alias(f"_{at}") for at, one in enumerate(spans)]).first()
            counts = {"read": rows.count(), "aggregated": found["aggregated"], "written": found["written"]}
            if counts["read"] != counts["aggregated"]:
                raise RuntimeError(f"{batch}: {counts['read']} read, {counts['aggregated']} in windows: {counts}")
            settle(batch, counts)
            if counts["written"] > 0:
                add_to_windows(new.drop("_rows"), table, keys, combined, results, (found["_0"], found["_1"]), batch)


def add_to_windows(new, table, keys, combined, results, span, batch):
    """\`span\`: the first and the last begin of a window that there is anything new of (microseconds since 1970)."""
    session, view = batch.session, batch.query.view
    within = "t.window_start BETWEEN timestamp_micros({}) AND timestamp_micros({})".format(*span)
    same = [F.col(f"s.\`{key}\`").eqNullSafe(F.col(f"t.\`{key}\`")) for key in keys]
    there = session.read.format("delta").load(table).alias("t").where(within).join(new.alias("s"), same, "left_semi")
    parts = [name for name in new.columns if name not in keys]
    before = there.select(*keys, *[f"_parts.\`{name}\`" for name in parts])
    whole = before.unionByName(new).groupBy(*keys).agg(*[F.expr(part) for part in combined])
    kept = F.struct(*parts).alias("_parts")
    whole.select(*[F.col(f"\`{key}\`") for key in keys], *[F.expr(result) for result in results], kept).createOrReplaceTempView(view)
    equal = " AND ".join(f"t.\`{key}\` <=> s.\`{key}\`" for key in keys)
    with once(batch, "table"):
        session.sql(f"MERGE INTO delta.\`{table}\` t USING {view} s ON {equal} AND {within} WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *")
`,
  "runtime/cosmos.py": `def documents(rows, key):
    """Rows as documents: \`id\` is made of the key, and times are ISO texts (the connector would write numbers)."""
    return rows.select(*[iso(rows, name).alias(name) for name in rows.columns], row_id(rows, key).alias("id"))


def cosmos_store(form, endpoint, key_secret, database, container, partition_key, stand_in):
    """Where documents go. \`form\`: \`cosmos\`, or \`delta\` where there is no account: then they stand in a Delta folder.

    https://github.com/Azure/azure-sdk-for-java/blob/main/sdk/cosmos/azure-cosmos-spark_3/docs/configuration-reference.md
    """
    if form == "delta":
        return {"folder": stand_in, "keys": ["id", partition_key]}
    return {"options": cosmos_options(endpoint, secret(key_secret), database, container)}


def cosmos_options(endpoint, account_key, database, container):
    """Bulk upserts under throughput control, with null columns left out of the documents."""
    return {
        "spark.cosmos.accountEndpoint": endpoint,
        "spark.cosmos.accountKey": account_key,
        "spark.cosmos.database": database,
        "spark.cosmos.container": container,
        "spark.cosmos.write.strategy": "ItemOverwrite",
        "spark.cosmos.write.bulk.enabled": "true",
        "spark.cosmos.throughputControl.enabled": "true",
        "spark.cosmos.throughputControl.name": f"{database}-{container}",
        "spark.cosmos.throughputControl.targetThroughputThreshold": "0.95",
        "spark.cosmos.throughputControl.globalControl.useDedicatedContainer": "false",
        "spark.cosmos.serialization.inclusionMode": "NonNull",
    }


def write_documents(rows, batch_id, query, to):
    """Upserts a batch of documents by \`id\` and partition key, so a replayed batch writes the same documents again."""

    def upsert(taken):
        if "options" in to:
            taken.write.format("cosmos.oltp").options(**to["options"]).mode("append").save()
        else:
            upsert_stand_in(taken, to["folder"], to["keys"], query.view)

    deliver(rows, batch_id, query, upsert)


def upsert_stand_in(rows, folder, keys, view):
    session = rows.sparkSession
    columns = ", ".join(f"\`{field.name}\` {field.dataType.simpleString()}" for field in rows.schema.fields)
    session.sql(f"CREATE TABLE IF NOT EXISTS delta.\`{folder}\` ({columns}) USING DELTA")
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.\`{key}\` <=> s.\`{key}\`" for key in keys)
    upsert = "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
    session.sql(f"MERGE INTO delta.\`{folder}\` t USING {view} s ON {same} {upsert}")
`,
  "runtime/csv_body.py": `from functools import reduce
from operator import or_

# A cell: text between quotes, which may hold commas, line breaks and doubled quotes, or text with none of these.
CELL = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^",\\r\\n]*+)'


def csv_body(events, columns, position):
    """The cells of each event's body, which is one record of CSV (RFC 4180), and the event's position.

    A cell that is empty is null. A body goes no further (\`_goes\`) if it is empty, if a quote is not where quotes belong (Spark's
    reader would guess), if it has more or fewer cells than columns, or if a cell is not of its column's type. Cells are read as texts:
    Spark's reader would round decimals and pass over their commas, and take an hour for one of today.
    """
    fields = spark.createDataFrame([], columns).schema.fields
    record = rf"\\A(?!\\r?\\n?\\z){','.join([CELL] * len(fields))}(?:\\r?\\n)?\\z"
    texts = ", ".join(f"\`{field.name}\` string" for field in fields)
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable", "escape": '"', "multiLine": "true"}
    body = F.col("body").cast("string")
    cells = F.from_csv(F.when(body.rlike(record), F.regexp_replace(body, r"\\r?\\n\\z", "")), f"{texts}, _unparsable string", options)
    rows = events.select(cells.alias("_cells"), body.alias("_body"), *position)
    values = {field.name: cell_as(field.dataType, f"_cells.\`{field.name}\`") for field in fields}
    rows = rows.select("_cells", *[value.alias(name) for name, value in values.items()], *position, "_body")
    misfits = [F.col(f"_cells.\`{name}\`").isNotNull() & F.col(f"\`{name}\`").isNull() for name in values]
    fits = F.col("_cells").isNotNull() & F.col("_cells._unparsable").isNull() & ~reduce(or_, misfits)
    return rows.withColumn("_goes", F.when(~holds(fits), "unparsable")).drop("_cells")


# How a truth or a number is written; what is taken is not given back, or a long text that is none would be gone through from each of its digits. What else Spark would take for one is none: \`1d\`, \`0x1p3\`, digits of other scripts.
WRITTEN_CELL = {
    "boolean": r"(?i)true|false",
    "int": r"[+-]?[0-9]+",
    "bigint": r"[+-]?[0-9]+",
    "double": r"[+-]?([0-9]++(\\.[0-9]*+)?+|\\.[0-9]++)([eE][+-]?[0-9]++)?|NaN|-?Inf(inity)?",
}


def cell_as(kind, cell):
    """A cell as a value of its column's type; null if it is none."""
    text, of = F.col(cell), kind.simpleString()
    if of == "string":
        return text
    if is_time(kind):
        return time_of(kind, text)
    if is_decimal(kind):  # of 0e40 Spark would count 41 digits
        return F.when(~is_rounded(kind, text), F.expr(f"try_cast(regexp_replace({cell}, '^([+-]?[0.]+)[eE].*', '$1') AS {of})"))
    return F.when(text.rlike(rf"\\A({WRITTEN_CELL[of]})\\z"), F.expr(f"try_cast({cell} AS {of})"))
`,
  "runtime/databricks.py": `def parameter(name):
    """A parameter of the job. There is no default: a job that does not give it has been put together wrongly."""
    dbutils.widgets.text(name, "")
    value = dbutils.widgets.get(name)
    if value == "":
        raise ValueError(f"The job does not give the parameter '{name}'.")
    return value


def secret(name):
    """A secret of the vault, read on the driver; never printed, never written."""
    return dbutils.secrets.get(scope=parameter("vault"), key=name)
`,
  "runtime/deletes.py": `@dataclass(frozen=True)
class LatestOrDeleted:
    """Of each key the latest change decides, by the order of \`Latest\`; of changes that are alike in it a delete (\`_deletes\`) is later than
    a row of the same landing. A delete removes the row of its key and is kept in the table \`deleted\`, so that an earlier row which
    comes later does not bring it back. A later row takes it out of there.

    That table is merged first. Computed anew between the two commits, the same changes are found, as the table itself is as it was.
    """

    sequence_by: list
    deleted: str

    def expect_kept(self, query):
        expect_kept(query, self.deleted, "deletes", "deleted.rows")

    def counted(self, into):
        rows, deletes = (spark.read.format("delta").load(table).count() for table in (into.table, self.deleted))
        deleted = "count_if(_there AND _goes = 'deleted')"
        return {
            "table.deleted": deleted,
            "table.rows": f"{rows} + count_if(NOT _there AND _goes IS NULL) - {deleted}",
            "deleted.rows": f"{deletes} + count_if(NOT _was_deleted AND _goes = 'deleted') - count_if(_was_deleted AND _goes IS NULL)",
        }

    def changed(self, rows, into, first, last):
        """Of each key the latest of the changes, with how many it stands for (\`_rows\`), and where it goes (\`_goes\`)."""
        latest = latest_of_each(rows.where("_goes IS NULL"), ["_deletes", *into.columns], into.keys, self.sequence_by)
        load = rows.sparkSession.read.format("delta").load
        there = load(into.table).withColumn("_there", F.lit(True)).alias("t")
        deleted = load(self.deleted).withColumn("_deleted", F.lit(True)).alias("d")
        own = sequence("s", self.sequence_by)
        stale = F.expr(" OR ".join(f"{own} < {sequence(other, self.sequence_by)}" for other in ("t", "d")))
        equal = F.col("t._there") & F.expr(equal_rows(into.columns, latest.schema, "s", "t"))
        gone = F.col("t._there").isNull() & F.col("d._deleted") & F.expr(f"{own} <=> {sequence('d', self.sequence_by)}")
        goes = F.when(stale, "stale").when(F.when(F.col("s._deletes"), gone).otherwise(equal), "unchanged").when(F.col("s._deletes"), "deleted")
        both = latest.alias("s").join(there, same_keys(into.keys), "left").join(deleted, same_keys(into.keys, "d"), "left")
        return both.select("s.*", holds(F.col("_there")).alias("_there"), holds(F.col("_deleted")).alias("_was_deleted"), goes.alias("_goes"))

    def merge(self, changed, into, batch):
        changes = changed.where("_goes IS NULL OR _goes = 'deleted'").select(*into.columns, "_deletes")
        kept = list(dict.fromkeys([*into.keys, *self.sequence_by]))
        merge_by(changes.select(*kept, "_deletes"), self.deleted, into.keys, merging(kept, "NOT s._deletes"), batch, part="deleted")
        merge_by(changes, into.table, into.keys, merging(into.columns, "s._deletes"), batch)
`,
  "runtime/exact_json.py": `from functools import reduce
from operator import or_
from pyspark.sql.types import ArrayType, MapType, StructType


def exact_json_body(events, columns, position):
    """\`json_body\` for columns with decimals, days or times: a body in which one is another value than what is written goes no further either."""
    rows = exact_json(events, columns, position)
    goes = F.when(F.col("_misfit").isNotNull(), "unparsable")
    return rows.withColumn("_goes", F.coalesce("_goes", goes)).drop("_misfit")


def exact_json(events, columns, position):
    """What \`json_body\` gives, and which column is another value than what is written (\`_misfit\`): what is other is null.

    Spark's parser takes a whole number for the seconds since 1970, an hour for one of today, and a day for what is left of a time: so days
    and times are read as texts. It rounds decimals and passes over their commas, and no type keeps a number as it is written: so a
    body in which one is not written plainly is read again, with all numbers made texts.
    """
    kinds = {field.name: field.dataType for field in spark.createDataFrame([], columns).schema.fields}
    times, decimals = those_with(is_time, kinds), those_with(is_decimal, kinds)
    kept = [*position, "_body", "_goes"]
    columns = spelled(kinds, lambda kind: "string" if is_time(kind) else kind.simpleString())
    rows = json_body(events, columns, position, lambda body: computable(body, decimals, columns) if decimals else body)
    values = [with_times(kind, column(name)).cast(kind).alias(name) if name in times else column(name) for name, kind in kinds.items()]
    again = [F.when(are_not_plain(F.col("_body"), decimals), numbers_as_texts(decimals)).alias("_decimals")] if decimals else []
    rows = rows.select(*values, *kept, F.struct(*map(column, kinds)).alias("_read"), *again)
    others = {name: is_no_time_in(kind, F.col("_read").getField(name), column(name)) for name, kind in times.items()}
    for name, kind in decimals.items():
        others[name] = others.get(name, F.lit(False)) | any_in(kind, F.col("_decimals").getField(name), is_rounded)
    values = [F.when(~others[name], column(name)).alias(name) if name in decimals else column(name) for name in kinds]
    misfits = [F.when(is_other, no_value(name, kinds[name])) for name, is_other in others.items()]
    return rows.select(*values, *kept, F.coalesce(*misfits, F.lit(None).cast("string")).alias("_misfit"))


def no_value(name, kind):
    return F.lit(f"\`{name}\` is no {kind.simpleString()}")


def column(name):
    return F.col(f"\`{name}\`")


def those_with(is_such, kinds):
    """The columns in whose types there is such a leaf."""
    return {name: kind for name, kind in kinds.items() if any(is_such(leaf) for _, leaf in leaves(name, kind))}


def spelled(kinds, leaf):
    return ", ".join(f"\`{name}\` {spelling(kind, leaf)}" for name, kind in kinds.items())


def spelling(kind, leaf):
    """A type as DDL. \`leaf\`: how one is written that is made of no others."""
    if isinstance(kind, ArrayType):
        return f"array<{spelling(kind.elementType, leaf)}>"
    if isinstance(kind, MapType):
        return f"map<{kind.keyType.simpleString()}, {spelling(kind.valueType, leaf)}>"
    if isinstance(kind, StructType):
        return "struct<" + ", ".join(f"\`{field.name}\`: {spelling(field.dataType, leaf)}" for field in kind.fields) + ">"
    return leaf(kind)


def leaves(name, kind):
    """The types that a column's type comes to, each with the name that stands before its value, or before the list or map that it is in."""
    if isinstance(kind, (ArrayType, MapType)):
        return leaves(name, kind.elementType if isinstance(kind, ArrayType) else kind.valueType)
    if isinstance(kind, StructType):
        return [leaf for field in kind.fields for leaf in leaves(field.name, field.dataType)]
    return [(name, kind)]


def any_in(kind, value, is_so):
    """Whether \`is_so\` of a leaf of the value and the leaf's type."""
    if isinstance(kind, ArrayType):
        return holds(F.exists(value, lambda one: any_in(kind.elementType, one, is_so)))
    if isinstance(kind, MapType):
        return any_in(ArrayType(kind.valueType), F.map_values(value), is_so)
    if isinstance(kind, StructType):
        return reduce(or_, [any_in(field.dataType, value.getField(field.name), is_so) for field in kind.fields])
    return holds(is_so(kind, value))


def with_times(kind, value):
    """The value with its texts as the days and times that they are."""
    if isinstance(kind, ArrayType):
        return F.transform(value, lambda one: with_times(kind.elementType, one))
    if isinstance(kind, MapType):
        return F.transform_values(value, lambda _, one: with_times(kind.valueType, one))
    if isinstance(kind, StructType):
        return F.when(value.isNotNull(), F.struct(*[with_times(field.dataType, value.getField(field.name)).alias(field.name) for field in kind.fields]))
    return time_of(kind, value) if is_time(kind) else value


def is_no_time_in(kind, texts, value):
    if is_time(kind):
        return texts.isNotNull() & value.isNull()
    return any_in(kind, texts, lambda leaf, text: is_no_time_in(leaf, text, time_of(leaf, text)) if is_time(leaf) else F.lit(False))


def are_not_plain(body, kinds):
    """Whether a decimal in a body may be another one than what is written: behind its name is not plainly a number that its type has room for.
    A name may be written with codes of its letters.
    """
    others = [r"\\\\u00(?:3[0-9]|[4-7])"]
    for name, kind in [leaf for name, kind in kinds.items() for leaf in leaves(name, kind) if is_decimal(leaf[1])]:
        plain = rf"-?[0-9]*+(?:\\.[0-9]{{0,{kind.scale}}}+)?+"
        others.append(rf"""{name}["']\\s*+:\\s*+(?!(?:{plain}|"{plain}"|null)[\\s,}}])""")
    return reduce(or_, [body.rlike(other) for other in others])


# A power of ten of five digits or more, as Java reads it of a text: with commas, signs, digits of other scripts, codes of letters.
LONG_POWER = r"(?:[eE]|\\\\u00[46]5)(?:[+,\\p{Nd}-]|\\\\u[0-9a-fA-F]{4}){5}"


def computable(body, kinds, columns):
    """A body, or, if a decimal of it has such a power of ten, a text that is not parsable either: of 1e99999999 Spark would make a 1 with as many noughts, without end.

    A body that may have one is parsed with other values in place of all such numbers: where a decimal was one, that fails.
    """
    without = without_long_powers(body)
    has_one = body.rlike(LONG_POWER) & are_not_plain(body, kinds) & framed(without, columns).getField("_unparsable").isNotNull()
    return F.when(has_one, without).otherwise(body)


def without_long_powers(body):
    """A body in which something that is no decimal stands for each number with a large power of ten: as a number, or as a text that is a value.

    A text of up to four digits of power is one that a decimal may be (\`is_rounded\`).
    """
    number = r"-?[0-9][0-9.]*+[eE][+-]?+[0-9]{5}[0-9.eE+-]*+"
    text, long = r"Q[^Q\\\\]*+(?:\\\\.[^Q\\\\]*+)*+Q", rf"Q(?:(?!{LONG_POWER})(?:[^Q\\\\]|\\\\.))*+{LONG_POWER}(?:[^Q\\\\]|\\\\.)*+Q(?!\\s*+:)"
    plain = r"Q[+-]?[0-9]*+\\.?[0-9]*+(?:[eE][+-]?[0-9]{1,4})?Q"
    texts, longs, plains = ("|".join(form.replace("Q", quote) for quote in "\\"'") for form in (text, long, plain))
    body = F.regexp_replace(body, rf"\\G((?:[^\\"'0-9-]|-(?![0-9])|{texts}|(?!{number})-?[0-9][0-9.eE+-]*+)*+){number}", "$1NaN")
    return F.regexp_replace(body, rf"\\G((?:[^\\"']|(?!(?!{plains})(?:{longs}))(?:{texts}))*+)(?:{longs})", '$1"none"')


# A number, and what is before it: all that is neither in a text nor of a number.
NUMBER = r"""\\G((?:[^"'0-9-]|-(?![0-9])|"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"|'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+')*+)(-?[0-9][0-9.eE+-]*+)"""


def numbers_as_texts(kinds):
    """The columns of a body with all that they hold as texts, and numbers as they are written."""
    return F.from_json(F.regexp_replace("_body", NUMBER, '$1"$2"'), spelled(kinds, lambda kind: "string"))
`,
  "runtime/exact_values.py": `from pyspark.sql.types import DateType, DecimalType, TimestampType


def is_time(kind):
    return isinstance(kind, (DateType, TimestampType))


def is_decimal(kind):
    return isinstance(kind, DecimalType)


DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def time_of(kind, text):
    """What a text says that begins with a day, and of a day with nothing else but midnight; null if it is none."""
    if isinstance(kind, DateType):
        return F.try_to_timestamp(F.when(text.rlike(rf"\\A\\s*{DAY}([T ]00:00:00(\\.0+)?(Z|\\+00:00)?)?\\s*\\z"), text)).cast("date")
    return F.try_to_timestamp(F.when(text.rlike(rf"\\A\\s*{DAY}"), text))


def is_rounded(kind, text):
    """Whether the text of a decimal has more digits behind its point than the type, or anything in it but digits, point, sign and power of ten."""
    if not is_decimal(kind):
        return F.lit(False)
    digits, power = F.regexp_extract(text, "[0-9.]+", 0), F.regexp_extract(text, r"[eE]\\+?(-?[0-9]{1,4})\\z", 1)
    significant = F.regexp_replace(digits, r"(?<![0.])[0.]++\\z|\\.", "")
    behind = F.length(significant) - F.length(F.substring_index(digits, ".", 1)) - F.coalesce(F.when(power != "", power).cast("int"), F.lit(0))
    is_plain = text.rlike(r"\\A[+-]?(?=\\.?[0-9])[0-9]*+(\\.[0-9]*+)?+([eE][+-]?[0-9]{1,4})?\\z")
    return ~is_plain | ((significant != "") & (behind > kind.scale))
`,
  "runtime/explode.py": `# What is counted where rows are taken apart: the rows by their first elements, and again by their last ones.
COUNTED = {
    "read": "count_if(_element IS NULL OR _element = 0)",
    "without_elements": "count_if(_goes = 'without_elements')",
    "with_elements": "count_if(_element = _elements - 1)",
    "elements": "coalesce(sum(_elements) FILTER (WHERE _element = 0), 0)",
}


def exploded(rows, name, array, outer=False):
    """One row for each element of an array, as column \`name\`; its position (\`_element\`, from 0) is one of \`_elements\`.

    A row without elements stays one row. With \`outer\` it goes on with null for an element; without, that is where it
    goes. A row that goes elsewhere already is not taken apart.
    """
    rows = marked(rows)
    goes = F.col("_goes").isNull()
    rows = rows.withColumn("_array", F.when(goes, F.expr(array)))
    rows = rows.select("*", F.size("_array").alias("_elements"), F.posexplode_outer("_array").alias("_element", name))
    none = goes & F.col("_element").isNull()
    if outer:
        rows = rows.withColumn("_elements", F.when(none, 1).otherwise(F.col("_elements")))
        rows = rows.withColumn("_element", F.when(none, 0).otherwise(F.col("_element")))
    else:
        rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(none, "without_elements")))
    return rows.drop("_array")
`,
  "runtime/files.py": `TIMES = {"timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'"}
FORMS = {
    "parquet": {},
    "json": {**TIMES, "ignoreNullFields": "true"},
    "csv": {
        **TIMES,
        "header": "true",
        "quote": '"',
        "escape": '"',
        "ignoreLeadingWhiteSpace": "false",  # Spark would trim what it writes
        "ignoreTrailingWhiteSpace": "false",
    },
}


def chosen(rows, columns):
    """These columns, and the mark of what the sink takes where it has a filter."""
    return rows.select(*columns, *mark_of(rows))


def write_files(rows, batch_id, query, folder, form):
    """Writes a batch to a folder of its own, complete once \`_SUCCESS\` stands in it. A replay writes the folder anew."""

    def overwrite(taken):
        taken.write.format(form).options(**FORMS[form]).mode("overwrite").save(f"{folder}/batch={batch_id}")

    deliver(rows, batch_id, query, overwrite)
`,
  "runtime/given.py": `# What the notebook was given that runs others by \`%run\`: they would find the defaults of their own widgets.
# https://learn.microsoft.com/azure/databricks/notebooks/widgets#use-databricks-widgets-with-run
GIVEN = globals().get("GIVEN", {})
of_widget = parameter


def parameter(name):
    """A parameter of the job, as its first notebook was given it."""
    return GIVEN[name] if name in GIVEN else of_widget(name)
`,
  "runtime/given_synapse.py": `# What the notebook was given that runs others by \`%run\`: each of those has a cell of its own that says its parameters are "".
# https://learn.microsoft.com/azure/synapse-analytics/spark/apache-spark-development-using-notebooks#integrate-a-notebook
GIVEN = globals().get("GIVEN", {})
of_cell = parameter


def parameter(name):
    """A parameter of the job, as its first notebook was given it."""
    return GIVEN[name] if name in GIVEN else of_cell(name)


def of_base64(text):
    """What the pipeline gives as base64: how the service writes quotes into the cell that it adds is told nowhere."""
    import base64

    return base64.b64decode(text).decode("utf-8")
`,
  "runtime/hand_over.py": `from uuid import NAMESPACE_URL, uuid5


def go_on(query, table, identities, beside=()):
    """As \`begin\`, for a query whose checkpoint goes on where the one before it stopped.

    \`identities\`: of the checkpoints before, of which one has made the latest batch. \`beside\`: where else a batch writes, as which
    part of it, and which of its counts says that it does: (part, table, names).
    """
    parts = [*beside, ("table", table, ["written"])]
    was, position = latest_of([replace(query, identity=identity) for identity in identities], parts)
    if was is None:  # it has batches of its own, or there are none at all
        return begin(query, table)
    expect_own(was, table)
    if position is None:  # its only batch wrote nothing: there is nothing that it has read
        return
    if max(numbers_in(query, "offsets"), default=0) == 0:
        hand_over(query, position)
    elif whole_text(f"{query.checkpoint_location}/offsets/0") != position:
        raise RuntimeError(f"{query.app} has begun where {was.app} stopped, and that one has gone on since. Raise \`backfill\` of the table, or of one that it reads, and compile: then its rows are removed and computed anew.")


def latest_of(queries, parts):
    """Which of the queries has made the latest batch, and where it stopped; None: none of them has."""
    of_any_identity = spark.read.format("delta").load(queries[0].batches).where(F.col("query") == queries[0].name)
    last = of_any_identity.orderBy(F.desc("at"), F.desc("batch")).select("app").first()
    was = next((one for one in queries if last is not None and one.app == last["app"]), None)
    if was is None:
        return None, None
    resume(was)
    return was, stopped_at(was, parts)


def stopped_at(query, parts):
    """The offsets after the last batch of a query that is done, as Spark keeps them; None: there is none.

    A batch that was begun and has no record wrote nothing: what goes on reads its rows. One with a record may have written all of
    them, or nothing as yet: then what goes on counts them too.
    """
    last = max(numbers_in(query, "offsets"))
    if last not in numbers_in(query, "commits") and not is_written(query, last, parts):
        last -= 1
    return None if last < 0 else whole_text(f"{query.checkpoint_location}/offsets/{last}")


def is_written(query, batch, parts):
    """Whether all rows of a batch stand where they go; if some do and others do not, only the notebook that began it can end it."""
    its_records = spark.read.format("delta").load(query.batches).where((F.col("app") == query.app) & (F.col("batch") == batch))
    record = its_records.select("counts", F.unix_micros("at").alias("at")).first()
    if record is None:
        return False
    wanted = [(part, table) for part, table, names in parts if sum(record["counts"].get(name, 0) for name in names) > 0]
    there = [has_transaction(table, f"{query.app}/{part}", batch, record["at"]) for part, table in wanted]
    if any(there) and not all(there):
        raise RuntimeError(f"{query.app}, batch {batch}: it was stopped between its writes, and what goes on cannot end it. Start the notebook once as it was before, or raise \`backfill\` of the table and compile.")
    return all(there)


def has_transaction(table, app, version, since):
    """Whether a table has a commit of the transaction, made after \`since\` (microseconds): by its log, as its history does not say.

    https://github.com/delta-io/delta/blob/master/PROTOCOL.md#transaction-identifiers
    """
    hour = 3_600_000_000  # clocks may differ
    history = spark.sql(f"DESCRIBE HISTORY delta.\`{table}\`").select("version", F.unix_micros("timestamp").alias("made")).collect()
    after = [row["version"] for row in history if row["made"] >= since - hour]
    if len(after) == len(history) and 0 not in after:
        raise RuntimeError(f"{table}: its log does not reach back to batch {version} of {app}, so whether that was written is not known. Raise \`backfill\` of the table and compile.")
    if not after:
        return False
    commits = spark.read.schema("txn struct<appId: string, version: long>").json([f"{table}/_delta_log/{one:020}.json" for one in after])
    return has_rows(commits.where((F.col("txn.appId") == app) & (F.col("txn.version") == int(version))))


def hand_over(query, position):
    """Makes the beginnings of a checkpoint: a batch 0 that is done and ended at the position. If that is stopped amid it, it is made again.

    Files as Spark writes them: https://github.com/apache/spark/blob/v3.5.5/sql/core/src/main/scala/org/apache/spark/sql/execution/streaming/OffsetSeqLog.scala
    """
    files = {
        "metadata": json.dumps({"id": str(uuid5(NAMESPACE_URL, query.checkpoint_location))}),
        "offsets/0": position,
        "commits/0": 'v1\\n{"nextBatchWatermarkMs":0}',
    }
    for name, text in files.items():
        lake_files().put(f"{query.checkpoint_location}/{name}", text, True)
    print(json.dumps({"query": query.name, "state": "handed over", "position": position.split("\\n")[2:]}))
`,
  "runtime/history.py": `def over(function, keys, order):
    """Of each row what a function makes of the rows with its keys, in an order."""
    return F.expr(f"{function} OVER (PARTITION BY {', '.join(f'\`{key}\`' for key in keys)} ORDER BY \`{order}\`)")


class Versions:
    """A table with a row for each time in which a row of its source was so: from \`valid_from\` until \`valid_to\`; null: it still is."""

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        return {"table.closed": "count_if(_writes AND valid_to IS NOT NULL)"}

    def merge(self, changed, into, batch):
        versions = changed.where("_writes").select(*into.columns, "valid_from", "valid_to")
        merge_by(versions, into.table, [*into.keys, "valid_from"], "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *", batch)


@dataclass(frozen=True)
class History(Versions):
    """Each row that has another \`sequence\` than the others of its key is a version, valid from then until the next one: a row that
    comes late takes its place between those that are there. Of rows with one sequence the one that landed last is taken.
    """

    sequence: str

    def changed(self, rows, into, first, last):
        """The versions of each key that has rows among these, those that the table has too, and whether each is to be written (\`_writes\`)."""
        good = rows.where("_goes IS NULL").withColumn("valid_from", F.col(self.sequence))
        row = F.max_by(F.struct(*into.columns), order_of(rows, into.columns))
        new = good.groupBy(*into.keys, "valid_from").agg(row.alias("_row"), F.count(F.lit(1)).alias("_rows"))
        touched = new.select(*into.keys).distinct()
        table = rows.sparkSession.read.format("delta").load(into.table)
        there = table.alias("t").join(touched.alias("s"), same_keys(into.keys), "left_semi")
        held = there.select(*into.keys, "valid_from", F.struct(*into.columns).alias("_held"), F.col("valid_to").alias("_until"))
        identity = [*into.keys, "valid_from"]
        both = new.alias("s").join(held.alias("t"), same_keys(identity), "full")
        versions = both.select(
            *[F.coalesce(f"s.\`{name}\`", f"t.\`{name}\`").alias(name) for name in identity],
            F.coalesce("_row", "_held").alias("_row"),
            F.coalesce("_rows", F.lit(0)).alias("_rows"),
            "_held",
            "_until",
        )
        versions = versions.withColumn("valid_to", over("lead(valid_from)", into.keys, "valid_from"))
        equal = F.col("_held").isNotNull() & F.expr(equal_rows(into.columns, rows.schema, "_row", "_held"))
        writes = ~equal | ~F.col("valid_to").eqNullSafe(F.col("_until"))
        return versions.select("_row.*", "valid_from", "valid_to", "_rows", F.when(equal, "unchanged").alias("_goes"), writes.alias("_writes"))
`,
  "runtime/history_deletes.py": `@dataclass(frozen=True)
class HistoryWithDeletes(Versions):
    """As \`History\`, and a delete (\`_deletes\`) ends the version before it. All deletes are kept in the table \`deleted\`, with their times
    (\`valid_from\`), so that a version which comes late ends by the one behind it. Of changes with one key and one time the one that landed
    last is taken, of one landing a delete.

    That table is merged first. Computed anew between the two commits, the same changes are found, as the table itself is as it was.
    """

    sequence: str
    deleted: str

    def expect_kept(self, query):
        expect_kept(query, self.deleted, "deletes", "deleted.rows")

    def counted(self, into):
        rows, deletes = (spark.read.format("delta").load(table).count() for table in (into.table, self.deleted))
        deleted = "count_if(_there AND _goes = 'deleted')"
        return {
            **super().counted(into),
            "table.deleted": deleted,
            "table.rows": f"{rows} + count_if(_writes AND NOT _there AND NOT _deletes) - {deleted}",
            "deleted.rows": f"{deletes} + count_if(_writes AND NOT _was_delete AND _deletes) - count_if(_writes AND _was_delete AND NOT _deletes)",
        }

    def changed(self, rows, into, first, last):
        """Rows and deletes of each key that has changes among these, those that are known too, and whether each is to be written (\`_writes\`)."""
        identity = [*into.keys, "valid_from"]
        good = rows.where("_goes IS NULL").withColumn("valid_from", F.col(self.sequence))
        order = order_of(rows, ["_deletes", *into.columns])
        new = good.groupBy(*identity).agg(
            F.max_by(F.struct(*into.columns), order).alias("_row"), F.max_by("_deletes", order).alias("_is_delete"), F.count(F.lit(1)).alias("_rows")
        )
        touched = new.select(*into.keys).distinct()

        def known(table):
            there = rows.sparkSession.read.format("delta").load(table).alias("t")
            return there.join(touched.alias("s"), same_keys(into.keys), "left_semi")

        held = known(into.table).select(*identity, F.struct(*into.columns).alias("_held"), F.col("valid_to").alias("_until"))
        deleted = known(self.deleted).select(*identity, F.lit(True).alias("_was_delete"))
        changes = new.join(held, identity, "full").join(deleted, identity, "full")  # no part of an identity is ever null
        deletes = F.coalesce("_is_delete", "_was_delete", F.lit(False))
        changes = changes.select(
            *identity,
            F.coalesce("_row", "_held").alias("_row"),
            F.coalesce("_rows", F.lit(0)).alias("_rows"),
            deletes.alias("_deletes"),
            "_held",
            "_until",
            F.coalesce("_was_delete", F.lit(False)).alias("_was_delete"),
            over("lead(valid_from)", into.keys, "valid_from").alias("_next"),
        )
        changes = changes.withColumn("valid_to", F.when(~F.col("_deletes"), F.col("_next")))
        equal = F.col("_held").isNotNull() & F.expr(equal_rows(into.columns, rows.schema, "_row", "_held"))
        gone = F.col("_held").isNull() & F.col("_was_delete")
        goes = F.when(F.when(F.col("_deletes"), gone).otherwise(equal), "unchanged").when(F.col("_deletes"), "deleted")
        writes = F.when(F.col("_deletes"), ~gone).otherwise(~equal | ~F.col("valid_to").eqNullSafe(F.col("_until")))
        return changes.select("_row.*", "valid_from", "valid_to", "_rows", "_deletes", "_was_delete", F.col("_held").isNotNull().alias("_there"), goes.alias("_goes"), writes.alias("_writes"))

    def merge(self, changed, into, batch):
        identity = [*into.keys, "valid_from"]
        columns = [*into.columns, "valid_from", "valid_to"]
        changes = changed.where("_writes").select(*columns, "_deletes")
        merge_by(changes.select(*identity, "_deletes"), self.deleted, identity, merging(identity, "NOT s._deletes"), batch, part="deleted")
        merge_by(changes, into.table, identity, merging(columns, "s._deletes"), batch)
`,
  "runtime/hub.py": `CAPTURED = """
    SequenceNumber bigint, Offset string, EnqueuedTimeUtc string, Body binary,
    SystemProperties map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>,
    Properties map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>
"""


def property_text(value):
    """What a property says, of its bytes: text, or base64 where they are no text in UTF-8 (formatting replaces what is not)."""
    text = f"cast({value} as string)"
    return f"if(format_string('%s', {text}) = {text}, {text}, base64({value}))"


ANY_MEMBER = f"coalesce(p.value.member2, cast(p.value.member0 as string), cast(p.value.member1 as string), {property_text('p.value.member3')})"


def captured_events(folder, reader):
    """Events from the Avro files that Event Hubs Capture writes. \`reader\`: \`auto_loader\` (Databricks) or \`files\`.

    https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview
    """
    if reader == "auto_loader":
        files = spark.readStream.format("cloudFiles").option("cloudFiles.format", "avro")
    else:
        files = spark.readStream.format("avro").option("recursiveFileLookup", "true")
    events = files.option("pathGlobFilter", "*.avro").schema(CAPTURED).load(folder)
    partition = F.regexp_extract("_metadata.file_path", r"/(\\d+)/\\d{4}/\\d{2}/\\d{2}/\\d{2}/\\d{2}/\\d{2}\\.avro$", 1)
    return events.select(
        F.col("Body").alias("body"),
        F.expr("SystemProperties['x-opt-kafka-key'].member3").alias("key"),
        F.expr(f"transform(map_entries(Properties), p -> struct(p.key as name, {ANY_MEMBER} as value))").alias("properties"),
        F.expr("coalesce(try_to_timestamp(EnqueuedTimeUtc, 'M/d/yyyy h:mm:ss a'), try_to_timestamp(EnqueuedTimeUtc))").alias("enqueued_at"),
        F.try_to_number(partition, F.lit("999999")).cast("int").alias("partition"),
        F.col("SequenceNumber").alias("offset"),
    )


def hub_events(hub, connection):
    """Events of a hub or topic, by Kafka's protocol, from the earliest that it still has."""
    options = {
        **connection,
        "subscribe": hub,
        "startingOffsets": "earliest",
        "includeHeaders": "true",
        "maxOffsetsPerTrigger": "200000",
        "kafka.session.timeout.ms": "30000",
    }
    events = spark.readStream.format("kafka").options(**options).load()
    return events.select(
        F.col("value").alias("body"),
        F.col("key"),
        F.expr(f"transform(headers, h -> struct(h.key as name, {property_text('h.value')} as value))").alias("properties"),
        F.col("timestamp").alias("enqueued_at"),
        F.col("partition"),
        F.col("offset"),
    )
`,
  "runtime/interval_join.py": `def side(rows, name, time, delay):
    """One side of an interval join: its rows as structs of this name, and beside them their event time, \`<name>_time\`.

    What Spark finds out of a column in one batch (a key that has a match is not null) would become part of its state's
    schema, and a restart in a batch where it does not find it out be refused. The fields of a struct stay as they are; they
    are in the order of their names, because state is read by position and the order in which columns are declared means nothing.
    The watermark is on the column beside the struct alone: the same column within it would be a second event time, and a join
    that has two on one side is refused.
    """
    fields = F.struct(*sorted(rows.columns))
    return rows.select(fields.alias(name), F.col(time).alias(f"{name}_time")).withWatermark(f"{name}_time", delay)


def paired(own, other, name, on, keys, before, after, how, columns):
    """The rows of one side with each row of the other that matches (\`semi\`: once, with the first), and whether there is one (\`_paired\`).

    The event time of the other row lies at most \`before\` earlier and \`after\` later. Spark keeps rows until the watermarks of
    both sides have passed all that they could match; the smaller of the two decides.
    \`keys\`: the values of the other row that must be equal to something. Those that are null are left out by name, because
    to Spark's state two nulls are one key, and what it infers of nulls differs from batch to batch.
    https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#policy-for-handling-multiple-watermarks
    """
    near = f"{name}_time >= _own_time - INTERVAL {before} AND {name}_time <= _own_time + INTERVAL {after}"
    known = " AND ".join(f"({key}) IS NOT NULL" for key in keys)
    joined = own.join(other, F.expr(f"({on}) AND {known} AND {near}"), how)
    is_paired = "TRUE" if how == "semi" else f"{name}_time IS NOT NULL"
    return joined.selectExpr("_own.*", *columns, f"{is_paired} AS _paired")


def write_pairs(rows, batch_id, query, table):
    """Appends the pairs that a batch made, and the rows that can have no match any more, once."""
    counted = {"written": "count(*)", "paired": "count_if(_paired)", "unmatched": "count_if(NOT _paired)"}
    append_counted(rows, batch_id, query, table, counted, ["_paired"])
`,
  "runtime/job.py": `import importlib.util
import json
import sys
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

spark = SparkSession.builder.appName(JOB).getOrCreate()
parameters = json.loads(sys.argv[1])
failures = []


def source(module):
    """The text of a module that came with the job."""
    return Path(importlib.util.find_spec(module).origin).read_text(encoding="utf-8")


def run(module):
    """Runs a notebook's text in a namespace of its own, with the project's module and the job's parameters in it."""
    namespace = {"spark": spark, **parameters}
    for name in (COMMON, module):
        exec(compile(source(name), f"{name}.py", "exec"), namespace)


def run_beside(module):
    spark.sparkContext.setLocalProperty("spark.scheduler.pool", module)  # no query waits for the batches of another
    try:
        run(module)
    except Exception as error:
        failures.append((module, error))


run(TABLES)
threads = [threading.Thread(target=run_beside, args=(module,)) for module in QUERIES]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    if failures:  # the job ends as a whole, so that it is started again as a whole
        for query in spark.streams.active:
            query.stop()
    time.sleep(1)
for module, error in failures:
    print(f"{module}: {error}", file=sys.stderr)
sys.exit(1 if failures else 0)
`,
  "runtime/joins.py": `@dataclass(frozen=True)
class Lookup:
    """A table that rows are looked up in. \`on\` knows it by its name, and the rows as \`_own\`; \`columns\` are those that it adds.

    At most one of its rows matches, except with \`semi\`, which adds nothing.
    """

    table: str
    how: str
    on: str
    columns: list


class Lookups:
    """Tables by name that rows are looked up in, one after another, each as it is when the batch is made."""

    def __init__(self, tables):
        self.tables = tables

    def versions(self, session):
        """The tables' latest versions. They are recorded with the batch, so that a replay looks up the very same rows."""
        return {name: latest_version(session, lookup.table) for name, lookup in self.tables.items()}

    def look_up(self, rows, versions):
        """Adds the columns, and of each table whether the row was found there (\`_in_<name>\`)."""
        for name, lookup in self.tables.items():
            own, on = rows.alias("_own"), F.expr(lookup.on)
            there = as_of(rows.sparkSession, lookup.table, versions[name]).withColumn("_found", F.lit(True)).alias(name)
            if lookup.how == "semi":
                found = own.join(there, on, "left_semi").withColumn(f"_in_{name}", F.lit(True))
                missing = own.join(there, on, "left_anti").withColumn(f"_in_{name}", F.lit(False))
                rows = found.unionByName(missing)
            else:
                is_found = f"coalesce(\`{name}\`.\`_found\`, false) AS \`_in_{name}\`"
                rows = own.join(there, on, "left").selectExpr("_own.*", *lookup.columns, is_found)
        return rows

    def counts(self, rows):
        """Of rows that were looked up: how many matched in each table, and how many stay or leave."""
        staying = F.lit(True)
        counted = []
        for name, lookup in self.tables.items():
            found = F.col(f"_in_{name}")
            counted.append(F.count_if(staying & found).alias(f"{name}.matched"))
            counted.append(F.count_if(staying & ~found).alias(f"{name}.unmatched"))
            staying = staying if lookup.how == "left" else staying & found
        totals = [F.count_if(staying).alias("written"), F.count_if(~staying).alias("unmatched")]
        return rows.agg(*counted, *totals).first().asDict()

    def staying(self, rows):
        """The rows that no inner or semi join leaves out, without what only tells whether they were found."""
        for name, lookup in self.tables.items():
            rows = rows if lookup.how == "left" else rows.where(f"\`_in_{name}\`")
        return rows.drop(*[f"_in_{name}" for name in self.tables])
`,
  "runtime/json_body.py": `from uuid import uuid4

# By what the list is closed that a body stands in. It is made anew where a notebook starts: no body can hold it.
SEAL = f"_{uuid4().hex}"


def json_body(events, columns, position, parsed_as=lambda body: body):
    """The columns of each event's JSON body, and the event's position. A body that is not one JSON object goes no further (\`_goes\`). \`parsed_as\`: the text that is parsed for a body."""
    body = F.col("body").cast("string")
    frame = framed(parsed_as(body), columns)
    goes = F.when(~holds(is_whole(F.col("_frame")) & F.col("_body").rlike(r"^\\s*\\{")), "unparsable")
    return (
        events.select(frame.alias("_frame"), body.alias("_body"), *position)
        .select(F.get(f"_frame.{SEAL}", F.lit(0)).alias("_source"), *position, "_body", goes.alias("_goes"))
        .select("_source.*", *position, "_body", "_goes")
        .drop(SEAL)
    )


def framed(body, columns):
    """A body parsed in a frame. Spark's parser reads one value and never looks at what is behind it: in the frame it is a list with the body and a seal.

    What is behind a body's object breaks the frame, is a value more in the list, or ends the list before the seal; and none can stand for the list or the seal.
    """
    text = F.concat(F.lit(f'{{"{SEAL}": ['), body, F.lit(f', {{"{SEAL}": true}}]}}'))
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    return F.from_json(text, f"{SEAL} array<struct<{columns}, {SEAL}: boolean>>, _unparsable string", options)


def is_whole(frame):
    """Whether there is one value in the frame, and its parts are of their types."""
    values = frame.getField(SEAL)
    return frame.getField("_unparsable").isNull() & (F.size(values) == 2) & F.get(values, F.lit(1)).getField(SEAL)
`,
  "runtime/kafka.py": `import os


def kafka_options(servers, identity="none", **login):
    """What Kafka's client needs to reach a log. \`identity\`: how it logs in, or \`none\` for a broker that asks for nothing.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations
    """
    options = {
        "kafka.bootstrap.servers": servers,
        "kafka.request.timeout.ms": "60000",
        "kafka.metadata.max.age.ms": "180000",
        "kafka.connections.max.idle.ms": "180000",
    }
    if identity == "password":
        options.update(password_login(**login))
    elif identity == "application":
        options.update(application_login(servers, **login))
    elif identity == "service_credential":
        options["databricks.serviceCredential"] = login["credential"]
    elif identity != "none":
        raise ValueError(f"No login of Kafka's client is called '{identity}'.")
    return options


def password_login(user, password):
    """A user whose password is a secret of the vault (SASL PLAIN over TLS)."""
    return sasl("PLAIN", "plain.PlainLoginModule", username=user, password=secret(password))


def application_login(servers, client_id, tenant, client_secret):
    """An application of Microsoft Entra ID: the client fetches a token with its secret, and fetches the next one in time.

    The handler has this name in Kafka's clients from 3.4 on.
    https://learn.microsoft.com/azure/event-hubs/authenticate-application
    """
    scope = f"https://{servers.split(':')[0]}/.default"
    module = "oauthbearer.OAuthBearerLoginModule"
    return {
        **sasl("OAUTHBEARER", module, clientId=client_id, clientSecret=secret(client_secret), scope=scope),
        "kafka.sasl.oauthbearer.token.endpoint.url": f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        "kafka.sasl.login.callback.handler.class": kafka_class("oauthbearer.OAuthBearerLoginCallbackHandler"),
    }


def sasl(mechanism, module, **given):
    """A login over TLS, in the words of Java's login service: in its texts a backslash and a quote stand behind a backslash."""
    quoted = {name: value.replace("\\\\", "\\\\\\\\").replace('"', '\\\\"') for name, value in given.items()}
    words = " ".join(f'{name}="{value}"' for name, value in quoted.items())
    return {
        "kafka.security.protocol": "SASL_SSL",
        "kafka.sasl.mechanism": mechanism,
        "kafka.sasl.jaas.config": f"{kafka_class(module)} required {words};",
    }


def kafka_class(name):
    """A class of Kafka's client; Databricks keeps its own copy of the client under another name."""
    shaded = "kafkashaded." if "DATABRICKS_RUNTIME_VERSION" in os.environ else ""
    return f"{shaded}org.apache.kafka.common.security.{name}"
`,
  "runtime/keyed_hash.py": `def hash_by(name, secret_name):
    """Makes the session's function \`keyed_hash_<name>\`: bytes to the hexadecimal digits of their HMAC-SHA-256 by a key, which is a secret's text in UTF-8.

    The key goes to Python's workers within the function. Of that plans, and the pages and logs that show them, have the name
    alone, where the key in an expression would stand in all of them.
    """
    import hmac

    import pandas as pd
    from pyspark.sql.functions import pandas_udf

    key = secret(secret_name).encode("utf-8")
    # A shorter one than the hash is weaker than it. https://www.rfc-editor.org/rfc/rfc2104#section-3
    if len(key) < 32:
        raise ValueError(f"The secret '{secret_name}', by which '{name}' hashes, is shorter than 32 bytes: such a key can be found by trying. Put a longer one into the vault, made at random.")

    def hashes(values: pd.Series) -> pd.Series:
        return pd.Series([None if value is None else hmac.digest(key, value, "sha256").hex() for value in values], dtype="object")

    spark.udf.register(f"keyed_hash_{name}", pandas_udf(hashes, "string"))
`,
  "runtime/lake_files.py": `def lake_files():
    """The lake's file system, with \`ls\`, \`head\` and \`put\`. https://learn.microsoft.com/azure/databricks/dev-tools/databricks-utils#file-system-utility-dbutilsfs"""
    return dbutils.fs
`,
  "runtime/lake_files_synapse.py": `def lake_files():
    """The lake's file system, with \`ls\`, \`head\` and \`put\`. https://learn.microsoft.com/azure/synapse-analytics/spark/microsoft-spark-utilities#file-system-utilities"""
    from notebookutils import mssparkutils

    return mssparkutils.fs
`,
  "runtime/landed.py": `import re
from functools import reduce


@dataclass(frozen=True)
class Landed:
    """What an orchestrator lands: each landing is a file in a folder with the number of the landing, from 1 on.

    \`source\`: by what name the orchestrator knows it. \`columns\`: their definitions, as DDL. \`within\`: of JSON, the names that lead to a list of rows
    in each object; none: each object is a row.
    """

    source: str
    folder: str
    form: str
    columns: str
    within: tuple = ()

    def last(self):
        """The last landing that is whole, as this run is told; 0: it is told of none."""
        return max((int(told["landing"]) for told in json.loads(parameter("landings")) if told["source"] == self.source), default=0)

    def path(self, landing):
        return f"{self.folder}/landing={landing:010d}/rows.{self.form}"


def landed_rows(session, landed, first, last):
    """The rows of the landings from \`first\` to \`last\`, each with its landing's number (\`_landing\`), its file and place in it, and why it does not fit (\`_misfit\`)."""
    paths = [landed.path(landing) for landing in range(first, last + 1)]
    rows = LANDED_ROWS[landed.form](session, paths, landed.columns, *landed.within)
    number = F.regexp_extract("_file", r"landing=(\\d+)/[^/]*\\z", 1).cast("long")
    return with_nulls_refused(session, rows, landed.columns).withColumn("_landing", number)


def with_nulls_refused(session, rows, columns):
    """A null of a column that has none does not fit."""
    required = [field.name for field in fields_of(session, columns) if not field.nullable]
    missing = [F.when(F.col(f"\`{name}\`").isNull(), F.lit(f"\`{name}\` is null")) for name in required]
    return rows.withColumn("_misfit", F.coalesce("_misfit", *missing))


def fields_of(session, columns):
    return session.createDataFrame([], columns).schema.fields


# Times of before 1900, and days of before 1582, are read by the calendar that they were written by, which is the one of today.
# https://spark.apache.org/docs/3.5.5/sql-data-sources-parquet.html#data-source-option
CALENDARS = {"datetimeRebaseMode": "CORRECTED", "int96RebaseMode": "CORRECTED"}


def parquet_rows(session, paths, columns):
    """Rows of Parquet, whose files must have the declared columns: Spark would give null for one that is missing.

    The types are those that the database's columns had then: each file is read as what it is, files of the same types together.
    """
    declared, alike = fields_of(session, columns), {}
    for path in paths:
        there = session.read.options(**CALENDARS).parquet(path).schema
        if sorted(there.names) != sorted(field.name for field in declared) or not all(is_like(there[field.name].dataType, field.dataType) for field in declared):
            raise RuntimeError(f"{path} has the columns {shape(there.fields)}, and declared are {shape(declared)}")
        alike.setdefault(there.json(), []).append(path)
    parts = [fitted(session.read.options(**CALENDARS).parquet(*files), declared) for files in alike.values()]
    return reduce(lambda rows, more: rows.unionAll(more), parts)


def is_like(there, declared):
    """Whether values of a file may be of a declared type: of the same, or of one that the orchestrator has for the database's column."""
    there, of = there.simpleString(), declared.simpleString()
    digits = there.startswith("decimal") and of.startswith("decimal")
    return there in (of, "string", *LIKE.get(of, ())) or digits


# A date of the database is a time to the orchestrator, at midnight.
LIKE = {"date": ("timestamp",), "int": ("tinyint", "smallint", "bigint"), "bigint": ("tinyint", "smallint", "int"), "double": ("float",)}


def fitted(rows, declared):
    """The columns as they are declared; a value that is not the same one then is no such value. Texts are read as those of CSV are."""
    values, misfits = [], []
    for field in declared:
        column, there, of = F.col(f"\`{field.name}\`"), rows.schema[field.name].dataType.simpleString(), field.dataType.simpleString()
        value = value_of(field.name, field.dataType) if there == "string" else F.expr(f"try_cast(\`{field.name}\` AS {of})")
        same = value.isNotNull() if there == "string" else F.coalesce(F.expr(f"try_cast(try_cast(\`{field.name}\` AS {of}) AS {there}) = \`{field.name}\`"), F.lit(False))
        values.append(value.alias(field.name))
        if there != of:
            misfits.append(F.when(column.isNotNull() & ~same, F.lit(f"\`{field.name}\` is no {of}")))
    misfit = F.coalesce(*misfits, F.lit(None).cast("string"))
    return rows.select(*values, *places_in_files("_metadata.row_index"), misfit.alias("_misfit"))


# As the orchestrator's dataset says it is written. Line breaks within quotes belong to the text: told how lines end, Spark leaves others as they are.
CSV = {"header": "true", "enforceSchema": "false", "multiLine": "true", "lineSep": "\\n", "quote": '"', "escape": '"', "nullValue": r"\\N"}
CSV_MISTAKES = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_record", "unescapedQuoteHandling": "RAISE_ERROR"}


def csv_rows(session, paths, columns):
    """Rows of CSV (RFC 4180; \`\\\\N\` is null). A file's header must be the names of the columns in their order.

    The cells are read as texts: Spark's own reader would take what does not fit for null, and round what is too long.
    """
    declared = fields_of(session, columns)
    texts = ", ".join(f"\`{field.name}\` string" for field in declared)
    rows = session.read.schema(f"{texts}, _record string").options(**CSV, **CSV_MISTAKES).csv(paths)
    values = {field.name: value_of(field.name, field.dataType) for field in declared}
    misfits = [
        F.when(F.col(f"\`{field.name}\`").isNotNull() & values[field.name].isNull(), F.lit(f"\`{field.name}\` is no {field.dataType.simpleString()}"))
        for field in declared
    ]
    misfit = F.coalesce(F.when(F.col("_record").isNotNull(), F.lit("it has more or fewer cells than the header")), *misfits)
    in_order = "monotonically_increasing_id()"  # a file with line breaks within quotes is read by one task
    return rows.select(*[value.alias(name) for name, value in values.items()], *places_in_files(in_order), misfit.alias("_misfit"))


# By the form of the files.
LANDED_ROWS = {"csv": csv_rows, "parquet": parquet_rows}


def places_in_files(place):
    """The file of each row, and by what it has its place there."""
    return [F.col("_metadata.file_path").alias("_file"), F.expr(place).alias("_at")]


# How values of each type are written, so that nothing is guessed, rounded or cut but for the seventh digit of a second.
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
WRITTEN = {
    "boolean": r"(?i)true|false",
    "int": r"[+-]?[0-9]+",
    "bigint": r"[+-]?[0-9]+",
    "double": r"[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?",
    "date": DATE + r"([T ]00:00:00(\\.0+)?Z?)?",
    "timestamp": DATE + r"[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,7})?( ?[+-][0-9]{2}:[0-9]{2}|Z)?",
}


def value_of(name, kind):
    """A cell as a value of its type; null if it is none. A time without a zone is one of UTC."""
    of = kind.simpleString()
    if of == "string":
        return F.col(f"\`{name}\`")
    written = WRITTEN.get(of) or decimal_written(kind)
    pattern = quoted(rf"\\A({written})\\z")
    text = f"CASE WHEN \`{name}\` RLIKE {pattern} THEN replace(\`{name}\`, ' +', '+') END"
    value = F.expr(f"try_cast({text} AS {of})")
    return F.when(F.abs(value) < float("inf"), value) if of == "double" else value


def decimal_written(kind):
    """Digits that a decimal has room for, but for zeros."""
    whole, part = kind.precision - kind.scale, kind.scale
    return rf"(?=.*[0-9])[+-]?0*[0-9]{{0,{whole}}}(\\.[0-9]{{0,{part}}}0*)?"


ANEW = "have all rows landed anew (by another \`start\` of the source's cursor; where it has none, by another name of the bronze table), raise \`backfill\` of the table and compile."
STAYS = f". It stays so in what has landed, also once the source is corrected: correct it and {ANEW} Or declare the column \`string\`, which has all rows landed anew too, \`try_cast\` it in the table's \`columns\`, quarantine by \`expect\` what is none, raise \`backfill\` and compile."


def expect_fit(rows, batch, way_out=""):
    """Stops before anything of a batch is written, where a row is not as declared: a null in its place would be a guess."""
    try:
        first = rows.where("_misfit IS NOT NULL").orderBy("_file", "_at").select("_file", "_at", "_misfit").first()
    except Exception as error:  # of a header Spark says so itself, behind a stack of its own
        header = re.search(r"(CSV header does not conform|Number of column in CSV header)[\\s\\S]*?CSV file: \\S+", str(error))
        if header is None:
            raise
        raise RuntimeError(f"{batch}: {' '.join(header[0].split())}{way_out}") from None
    if first is not None:
        row = rows.where((F.col("_file") == first["_file"]) & (F.col("_at") <= first["_at"])).count()
        raise RuntimeError(f"{batch}: {first['_file']}, row {row}: {first['_misfit']}{way_out}")
`,
  "runtime/landed_json.py": `from pyspark.sql.types import StringType, StructField, StructType


def json_rows(session, paths, columns, *within):
    """Rows of files with a JSON object on each line; lines with nothing are passed over, as is a mark of the order of bytes. \`within\`: the
    names that lead to a list of rows in each line's object.

    Fields that are not declared are not read, and one that is not there is null. A line that is no such object, or has a field that
    does not fit its column, fits as a whole not.
    """
    lines = session.read.option("lineSep", "\\n").text(paths)
    # The place in the file, as a text in its order: a large file is read by several tasks.
    place = "format_string('%019d %019d', _metadata.file_block_start, monotonically_increasing_id())"
    lines = lines.select(F.regexp_replace("value", r"\\A\\x{FEFF}|\\s+\\z", "").alias("body"), *places_in_files(place)).where("body != ''")
    if within:
        lines = listed(lines, within)
    fields = fields_of(session, columns)
    rows = exact_json(lines, columns, ["_file", "_at"])
    misfits = [F.when(does_not_fit(field), no_value(field.name, field.dataType)) for field in fields]
    why = F.when(F.col("_goes").isNotNull(), F.coalesce(*misfits, F.lit("it is no JSON object"))).otherwise(F.col("_misfit"))
    return rows.withColumn("_misfit", why).drop("_body", "_goes")


def listed(lines, within):
    """What a list in each line's object holds, in its order; of a line that has no such list, or more than its object, what is no object.

    Spark makes doubles of numbers that it hands on as texts: so they are taken out of their list as texts that are sealed.
    """
    kind = "array<string>"
    for name in reversed(within[1:]):
        kind = f"struct<\`{name}\`: {kind}>"
    frame = framed(F.regexp_replace("body", NUMBER, f'$1"{SEAL}$2"'), f"\`{within[0]}\` {kind}")
    found = F.get(frame.getField(SEAL), F.lit(0))
    for name in within:
        found = found.getField(name)
    values = F.transform(F.when(is_whole(frame), found), lambda value: F.regexp_replace(value, rf'"?{SEAL}([^"]*)"?', "$1"))
    at = F.format_string("%s %019d", "_at", "_in_list")
    return lines.select("_file", "_at", F.posexplode(F.coalesce(values, F.array(F.lit("null")))).alias("_in_list", "body")).select("body", "_file", at.alias("_at"))


def does_not_fit(field):
    """Whether a line has a value for the column that is none of its type: so it is read as a text, and not as what it should be."""
    as_text = F.from_json("_body", StructType([StructField(field.name, StringType())]))
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    body = without_long_powers(F.col("_body")) if those_with(is_decimal, {field.name: field.dataType}) else F.col("_body")
    typed = F.from_json(body, StructType([field, StructField("_unparsable", StringType())]), options)
    return as_text[field.name].isNotNull() & typed["_unparsable"].isNotNull()


LANDED_ROWS["json"] = json_rows
`,
  "runtime/latest_values.py": `@dataclass(frozen=True)
class LatestValues:
    """Of each key and column the latest value that is not null, by the order of \`Latest\`; what gives rows their order is that of the
    latest row. So a row that comes late gives what those behind it left null, and nothing else. A delete (\`_deletes\`) takes all
    that is before it: a row behind it begins with nothing.

    The table \`sequences\` keeps of each value the place in the order that its row had, and of each key that of its latest delete
    (\`_deleted\`). It is merged first. Computed anew between the two commits, the same is found, as of a value that it has already
    the change is here again.
    """

    sequence_by: list
    sequences: str

    def expect_kept(self, query):
        expect_kept(query, self.sequences, "sequences", "sequences.rows")

    def counted(self, into):
        rows, kept = (spark.read.format("delta").load(table).count() for table in (into.table, self.sequences))
        deleted = "count_if(_there AND _goes = 'deleted')"
        return {
            "table.deleted": deleted,
            "table.rows": f"{rows} + count_if(NOT _there AND _goes IS NULL) - {deleted}",
            "sequences.rows": f"{kept} + count_if(NOT _was_kept AND (_goes IS NULL OR _goes = 'deleted'))",
        }

    def changed(self, rows, into, first, last):
        """Of each key among the rows what it is now: its values, their places (\`_kept\`), and where it goes (\`_goes\`)."""
        values = [name for name in into.columns if name not in (*into.keys, *self.sequence_by)]
        load = rows.sparkSession.read.format("delta").load
        there = load(into.table).select(*into.keys, F.struct(*into.columns).alias("_held")).alias("t")
        kept = load(self.sequences).select(*into.keys, F.struct(*values, "_deleted").alias("_was")).alias("k")
        new = self.latest(rows.where("_goes IS NULL"), into, values).alias("s")
        both = new.join(there, same_keys(into.keys), "left").join(kept, same_keys(into.keys, "k"), "left")
        now = self.merged(both.select("s.*", "_held", "_was"), into, values)
        equal = F.expr(equal_rows(into.columns, rows.schema, "_row", "_held"))
        same = F.col("_kept").eqNullSafe(F.col("_was")) & F.when(F.col("_exists"), equal).otherwise(F.col("_held").isNull())
        stale = F.col("_last") < F.greatest(self.place("_held"), F.col("_was._deleted"))
        goes = F.when(holds(same), F.when(stale, "stale").otherwise("unchanged")).when(~F.col("_exists"), "deleted")
        found = (F.col("_held").isNotNull().alias("_there"), F.col("_was").isNotNull().alias("_was_kept"))
        return now.select("_row.*", "_kept", "_rows", (~F.col("_exists")).alias("_deletes"), *found, goes.alias("_goes"))

    def place(self, of):
        """Where a row has its place in the order; null if there is none."""
        return F.when(F.col(of).isNotNull(), F.struct(*[F.col(f"{of}.\`{name}\`") for name in self.sequence_by]))

    def latest(self, rows, into, values):
        """Of each key the latest delete among the rows, and behind it the latest row and the latest value of each column, each with its place."""
        changes = rows if "_deletes" in rows.columns else rows.withColumn("_deletes", F.lit(False))
        changes = changes.withColumn("_order", order_of(changes, ["_deletes", *into.columns], self.sequence_by))
        keys = ", ".join(f"\`{key}\`" for key in into.keys)
        changes = changes.withColumn("_gone", F.expr(f"max(CASE WHEN _deletes THEN _order END) OVER (PARTITION BY {keys})"))
        lives = F.coalesce(F.col("_order") > F.col("_gone"), F.lit(True))
        own = F.struct(*[F.col(f"\`{name}\`") for name in self.sequence_by])

        def latest_value(name):
            value = F.col(f"\`{name}\`")
            latest = F.max_by(F.struct(value.alias("value"), own.alias("place")), F.when(lives & value.isNotNull(), F.col("_order")))
            return latest.alias(f"_latest_{name}")

        return changes.groupBy(*into.keys).agg(
            F.max_by(own, F.when(lives, F.col("_order"))).alias("_new"),
            F.max_by(own, F.when(F.col("_deletes"), F.col("_order"))).alias("_gone"),
            F.max_by(own, "_order").alias("_last"),
            F.count(F.lit(1)).alias("_rows"),
            *[latest_value(name) for name in values],
        )

    def merged(self, rows, into, values):
        """What is there and what is new, put together place by place."""
        gone, deleted = F.col("_gone"), F.col("_was._deleted")

        def sides(new, old):
            """Whether the new one is taken, and whether the old one stays: what came later is later among those with one place."""
            comes = new.isNotNull() & (deleted.isNull() | (new >= deleted))
            stays = old.isNotNull() & (gone.isNull() | (old > gone))
            takes = comes & (~stays | (new >= old))
            return takes, stays & ~takes

        def either(takes, new, stays, old):
            return F.when(takes, new).when(stays, old)

        row_takes, row_stays = sides(F.col("_new"), self.place("_held"))
        cells = {key: F.col(f"\`{key}\`") for key in into.keys}
        cells.update({name: either(row_takes, F.col(f"_new.\`{name}\`"), row_stays, F.col(f"_held.\`{name}\`")) for name in self.sequence_by})
        places = {}
        for name in values:
            new, old = F.col(f"\`_latest_{name}\`"), F.col(f"_was.\`{name}\`")
            takes, stays = sides(new.getField("place"), old)
            cells[name] = either(takes, new.getField("value"), stays, F.col(f"_held.\`{name}\`"))
            places[name] = either(takes, new.getField("place"), stays, old)
        places["_deleted"] = F.when(gone.isNotNull() & (deleted.isNull() | (gone >= deleted)), gone).otherwise(deleted)
        return rows.select(
            F.struct(*[cells[name].alias(name) for name in into.columns]).alias("_row"),
            F.struct(*[place.alias(name) for name, place in places.items()]).alias("_kept"),
            (row_takes | row_stays).alias("_exists"),
            *["_held", "_was", "_last", "_rows"],
        )

    def merge(self, changed, into, batch):
        changes = changed.where("_goes IS NULL OR _goes = 'deleted'")
        everything = "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
        merge_by(changes.select(*into.keys, "_kept.*"), self.sequences, into.keys, everything, batch, part="sequences")
        merge_by(changes.select(*into.columns, "_deletes"), into.table, into.keys, merging(into.columns, "s._deletes"), batch)
`,
  "runtime/loads.py": `import re
from datetime import datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
LOAD = re.compile(r"load=(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)\\.(\\d{6})Z-[0-9a-f]{8}")
FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._=-]*")
NOTE = "_load.json"

# What a run takes, by folder: the notebook that runs others by \`%run\` has this, so that all of them take the same. None: this one is run alone.
TAKEN = globals().get("TAKEN")


@dataclass(frozen=True)
class Loads:
    """What others load, each time the whole: each load is a folder of its own, whose name begins with when it was made.

    A load is whole once it has a note whose files are there with the lengths that it says: that is written last. Its version is its
    instant, in microseconds since 1970. \`source\`: by what name it is told of. \`columns\`: their definitions, as DDL.
    """

    source: str
    folder: str
    columns: str

    def version(self, before):
        """That of the newest whole load, whatever has started the run; None: there is none yet. \`before\`: the one that was taken last."""
        loads = self.found()
        newest = self.newest(loads)
        if TAKEN is not None:
            newest = TAKEN.setdefault(self.folder, newest)
        version = newest and instant(newest)
        if before and (version or 0) < before:
            raise RuntimeError(f"{self.source}: the load of {as_text(before)} was taken and is not there any more, and the newest whole one is {newest or 'none'}. An older load is not taken: put it back, or have another one made.")
        alike = [name for name in loads if instant(name) == version and self.whole(name, loads[name]) is not None]
        if len(alike) > 1:
            raise RuntimeError(f"{self.source}: {' and '.join(sorted(alike))} are of the same instant, so neither is the newer one. Remove one, or have another one made.")
        return version

    def newest(self, loads):
        """The whole one with the latest name; None: none is whole."""
        return next((name for name in sorted(loads, reverse=True) if self.whole(name, loads[name]) is not None), None)

    def rows(self, batch, version):
        """Those of one load; each must be as declared."""
        name, names = self.load(version)
        if not names:
            raise RuntimeError(f"{batch}: {self.folder}/{name} has no file. Nothing was taken of it.")
        rows = json_rows(batch.session, [f"{self.folder}/{name}/{file}" for file in names], self.columns)
        rows = with_nulls_refused(batch.session, rows, self.columns)
        expect_fit(rows, batch)
        if not has_rows(rows):
            raise RuntimeError(f"{batch}: {self.folder}/{name} has no row. Nothing was taken of it.")
        return rows

    def load(self, version):
        """The name of a whole load, and its files."""
        for name, files in self.found().items():
            if instant(name) == version and (names := self.whole(name, files)) is not None:
                return name, names
        raise RuntimeError(f"{self.source}: the load of {as_text(version)} is not there any more, or not as it was.")

    def expect_whole(self, name):
        """Fails where the load that the run has had a function make is not whole, although the function has answered. \`name\`: ""
        where the notebook is started without one."""
        loads = self.found()
        if name and (name not in loads or self.whole(name, loads[name]) is None):
            raise RuntimeError(f"{self.source}: the function has answered, but {self.folder}/{name} is no whole load. A function answers when it has written the load's note, not before. Where the run was begun again from the failed activity, it asks for a load that nobody was asked to make: start the pipeline anew, or run all of it again.")

    def expect_none_late(self):
        """Fails where a load was completed after the one that is the newest by its name: it is not taken, and that is told."""
        loads = self.found()
        newest = self.newest(loads)
        after = [name for name in loads if newest and name < newest and completed(loads[name]) > completed(loads[newest])]
        late = [name for name in after if self.whole(name, loads[name]) is not None]
        if late:
            raise RuntimeError(f"{self.source}: {late[0]} was completed after {newest}, which is the newer one by its name: the clock of what loads was set back, or two loads ran at once. What is computed is of {newest}. Have another load made, or remove {late[0]}.")

    def found(self):
        """By the names of loads, whole or not, their files: by name length and time of change."""
        files = files_below(self.folder)
        if files is None:
            return {}
        loads = {name: {} for name in names_in(self.folder) if instant(name) is not None}
        for path, length, changed in files:
            _, load, file = path.rsplit("/", 2)
            if load in loads:
                loads[load][file] = (length, changed)
        return loads

    def whole(self, name, files):
        """The names of a load's files, if it is whole; else None: its note is not there yet, or what it names."""
        note = note_of(f"{self.folder}/{name}")
        if note is None or not all(FILE.fullmatch(file) and files.get(file, (None,))[0] == length for file, length in note.items()):
            return None
        return sorted(note)


def files_below(folder):
    """Path, length and time of change of each file, but of those whose names begin with \`_\` or \`.\`, which Spark does not see. None: there is no such folder."""
    try:
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(folder)
    except AnalysisException as error:
        if "PATH_NOT_FOUND" not in str(error):
            raise
        return None
    return files.select("path", "length", F.unix_micros("modificationTime")).collect()


def note_of(folder):
    """What a load's note says of its files: by name their lengths. None: there is no such note."""
    if NOTE not in names_in(folder):
        return None
    try:
        told = json.loads(lake_files().head(f"{folder}/{NOTE}", 1_000_000))
        return {file["name"]: file["length"] for file in told["files"]}
    except (ValueError, TypeError, KeyError):  # it is being written
        return None


def completed(files):
    return max((changed for _, changed in files.values()), default=0)


def names_in(folder):
    """Of files and folders; Databricks has a \`/\` behind those of folders."""
    return [file.name.rstrip("/") for file in lake_files().ls(folder)]


def instant(name):
    """When a load was made, by its name, in microseconds since 1970; None: it is no load's name."""
    parts = LOAD.fullmatch(name)
    try:
        return parts and (datetime(*[int(part) for part in parts.groups()], tzinfo=timezone.utc) - EPOCH) // timedelta(microseconds=1)
    except ValueError:  # there is no such day
        return None


def as_text(version):
    return (EPOCH + timedelta(microseconds=version)).isoformat()
`,
  "runtime/make_up.py": `def make_up(query):
    """Has Spark begin with the batch without rows that the query owes, if it was stopped before that had begun.

    Such a batch brings what the watermark has passed. Spark makes one only right after the batch whose rows moved the watermark on,
    in the same run: after a stop between the two, windows and rows without a match would wait for the next rows. So what Spark would
    have written as that batch's beginning is written here, and what has begun it makes up.
    https://github.com/apache/spark/blob/v3.5.5/sql/core/src/main/scala/org/apache/spark/sql/execution/streaming/MicroBatchExecution.scala
    """
    done = max(numbers_in(query, "commits"), default=None)
    if done is None:
        return
    beginning = owed_after(query, done)
    if beginning is None:
        return
    file = f"{query.checkpoint_location}/offsets/{done + 1}"
    is_there = done + 1 in numbers_in(query, "offsets")
    begun = whole_text(file) if is_there else ""
    # What has begun is Spark's own, or was written here; where that was cut off, it is written again. Where another run of the query has
    # begun it meanwhile, this one ends, as Spark's would.
    if begun != beginning and beginning.startswith(begun):
        lake_files().put(file, beginning, is_there)
        print(json.dumps({"query": query.name, "state": "made up", "batch": done + 1}))


def owed_after(query, done):
    """How the batch begins that only the watermark asks for, as Spark writes it; None: the batch before did not move that on."""
    version, metadata, *positions = whole_text(f"{query.checkpoint_location}/offsets/{done}").split("\\n")
    was = json.loads(metadata)
    watermark = json.loads(whole_text(f"{query.checkpoint_location}/commits/{done}").split("\\n")[1])["nextBatchWatermarkMs"]
    if watermark <= was["batchWatermarkMs"]:
        return None
    return "\\n".join([version, json.dumps({**was, "batchWatermarkMs": watermark}), *positions])
`,
  "runtime/new_files.py": `import re
from concurrent.futures import ThreadPoolExecutor

from pyspark.sql import Window


def new_files(pattern, root, reader):
    """Each file that a pattern of paths finds, once: a stream of names (the path below the root), paths and times of change.

    What is in the files is not read here. \`reader\`: \`auto_loader\` (Databricks), which has to be told that a pattern goes to the
    end of a name (https://learn.microsoft.com/azure/databricks/ingestion/auto-loader/patterns), or \`files\`, which has to be
    told not to pass over a file that is older than others.
    """
    if reader == "auto_loader":
        files = spark.readStream.format("cloudFiles").option("cloudFiles.format", "binaryFile")
        files = files.option("cloudFiles.maxFilesPerTrigger", "500").option("cloudFiles.useStrictGlobber", "true")
    else:
        files = spark.readStream.format("binaryFile").schema("path string, modificationTime timestamp, length long, content binary")
        files = files.option("maxFilesPerTrigger", "500").option("maxFileAge", "36500d").option("recursiveFileLookup", "true")
    path = F.col("path")
    return files.load(pattern).select(below(path, root).alias("name"), path, F.unix_micros("modificationTime").alias("modified"))


def below(path, root):
    return path.substr(F.locate(root, path) + len(root) + 1, F.length(path))


def write_file_rows(files, batch_id, query, table, root, form, columns, header=False, may_lack=False, quarantine=None):
    """Appends the rows of a batch of files, once. A file that is not as declared is set aside whole.

    \`columns\`: their definitions, as DDL. \`header\`: the first record of each file is its header. \`may_lack\`: a file without some
    of the columns is read, with null for them.
    """
    session = files.sparkSession
    batch = Batch(session, query, batch_id)
    found = {row["name"]: row for row in files.collect()}
    declared = session.createDataFrame([], columns).schema
    aside, incomplete = other_schemas(session, found, form, declared, may_lack) if form in ("parquet", "avro") else ({}, 0)
    paths = [row["path"] for name, row in sorted(found.items()) if name not in aside]
    with persisted(file_rows(session, paths, root, form, columns)) as rows:
        if header:
            aside = other_headers(rows, declared.names)
            rows = rows.where((F.col("file_row") > 1) & ~F.col("file_path").isin(list(aside)))
            rows = rows.withColumn("file_row", F.col("file_row") - 1)
        read = rows.count()
        counts = {"read": read, "written": read, "files.read": len(found) - len(aside), "files.quarantined": len(aside)}
        if may_lack:
            counts["files.incomplete"] = incomplete
        changed = "files, or the columns that are declared of them, were changed before it was done. Put them back as they were, or raise the table's \`backfill\` to read all files anew"
        settle(batch, counts, otherwise=changed)
        if aside:
            reasons = [(name, found[name]["modified"], reason) for name, reason in aside.items()]
            set_aside = session.createDataFrame(reasons, "file_path string, modified long, reason string")
            set_aside = set_aside.selectExpr("file_path", "timestamp_micros(modified) AS file_modified_at", "reason")
            append(set_aside, quarantine, batch.transaction("quarantine"))
        if read > 0:
            append(rows, table, batch.transaction("table"))


def file_rows(session, paths, root, form, columns):
    """The rows of files, each with where it stands: a line of JSON, a record of CSV, or a row of Parquet or Avro."""
    if not paths:
        contents = columns if form in ("parquet", "avro") else "body string"
        return session.createDataFrame([], f"{contents}, file_path string, file_modified_at timestamp, file_row long")
    reader = session.read.option("recursiveFileLookup", "true")
    paths = [literally(path) for path in paths]
    if form in ("parquet", "avro"):
        rows = reader.format(form).schema(columns).load(paths)
    else:
        rows = reader.format("text").option("lineSep", "\\n").load(paths).withColumnRenamed("value", "body")
    # Where names have characters that a URI has not, Spark spells them as in one: \`%20\`.
    decoded = F.expr("url_decode(regexp_replace(replace(_metadata.file_path, '+', '%2B'), '%(?![0-9A-Fa-f]{2})', '%25'))")
    rows = rows.select(
        "*",
        below(decoded, root).alias("file_path"),
        F.col("_metadata.file_modification_time").alias("file_modified_at"),
        F.struct("_metadata.file_block_start", F.monotonically_increasing_id()).alias("_at"),  # the order within the file
    )
    if form == "csv":
        return csv_records(rows)
    if form == "json":
        rows = rows.withColumn("body", without_end("body")).where(~blank("body"))
    in_file = Window.partitionBy("file_path").orderBy("_at")
    return rows.withColumn("file_row", F.row_number().over(in_file).cast("long")).drop("_at")


def csv_records(lines):
    """Lines of CSV as records: where an odd number of quotes stands before a line, it goes on with the record of the line before."""
    so_far = Window.partitionBy("file_path").orderBy("_at").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    quotes = F.length("body") - F.length(F.expr("""replace(body, '"', '')"""))
    lines = lines.withColumn("_begins", (F.sum(quotes).over(so_far) - quotes) % 2 == 0)
    lines = lines.where(~(F.col("_begins") & blank("body")))
    lines = lines.withColumn("file_row", F.count_if("_begins").over(so_far))
    text = F.array_join(F.expr("transform(sort_array(collect_list(struct(_at, body))), line -> line.body)"), "\\n")
    records = lines.groupBy("file_path", "file_modified_at", "file_row").agg(text.alias("body"))
    return records.withColumn("body", without_end("body"))


def without_end(line):
    """Lines may end in CR LF."""
    return F.regexp_replace(line, r"\\r\\z", "")


def blank(line):
    return F.trim(without_end(line)) == ""


def other_headers(rows, names):
    """The files whose first record is not the names of the columns in their order, each with what it is."""
    headers = rows.where("file_row = 1").select("file_path", "body").collect()
    cells = {row["file_path"]: [cell.strip().strip('"') for cell in row["body"].split(",")] for row in headers}
    return {row["file_path"]: f"its header is {row['body']}; declared is {','.join(names)}" for row in headers if cells[row["file_path"]] != names}


def other_schemas(session, found, form, declared, may_lack):
    """The files of Parquet or Avro that have other columns than declared, or are none, each with what is wrong; and how many others lack columns."""
    wanted = shape(declared)
    with ThreadPoolExecutor(8) as pool:
        schemas = dict(zip(found, pool.map(lambda row: schema_of(session, row["path"], form, wanted), found.values())))
    mistakes = {name: there if isinstance(there, str) else schema_mistake(there, wanted, may_lack) for name, there in schemas.items()}
    aside = {name: mistake for name, mistake in mistakes.items() if mistake is not None}
    return aside, sum(1 for name, there in schemas.items() if name not in aside and len(there) < len(wanted))


def schema_of(session, path, form, wanted):
    """The names and types of a file's columns, or why it has none that can be read.

    A time of Parquet without a zone is read as what it would be in UTC, whatever the session's zone, where an instant is asked for.
    """
    try:
        there = shape(session.read.format(form).load(literally(path)).schema)
    except Exception as error:  # a store that does not answer is no mistake of the file's
        illegal = re.search(r"Illegal Parquet type: ([A-Z0-9_]+(?: \\(.*?\\)+)?)", str(error))
        if illegal:
            way_out = ": write its times in microseconds" if "NANOS" in illegal[1] else ""
            return f"it has a column of the type {illegal[1]}, which Spark does not read{way_out}"
        if not any(words in str(error) for words in NO_FILE_OF[form]):
            raise
        return f"it is no file of {form}"
    without_zone = [name for name, kind in there if form == "parquet" and kind == "timestamp_ntz" and (name, "timestamp") in wanted]
    return [(name, "timestamp" if name in without_zone else kind) for name, kind in there]


def schema_mistake(there, wanted, may_lack):
    missing = [(name, kind) for name, kind in wanted if (name, kind) not in there]
    strange = [(name, kind) for name, kind in there if (name, kind) not in wanted]
    if not strange and (not missing or (may_lack and there)):
        return None
    return f"it lacks {[' '.join(column) for column in missing]} and has {[' '.join(column) for column in strange]}"


def literally(path):
    """A path in which no character stands for others."""
    return "".join(f"\\\\{c}" if c in "{}[]*?\\\\" else c for c in path)


# How the readers say that a file is of another kind, as distinct from one that could not be fetched.
NO_FILE_OF = {"parquet": ["is not a Parquet file"], "avro": ["Not an Avro data file", "java.io.EOFException"]}
`,
  "runtime/new_rows.py": `def new_rows(source, path, columns):
    """The rows of a Delta table that others write, as a stream: those that it holds, then those that each commit adds.

    \`columns\`: what is read of it, as DDL, and must be there like that. \`landed_at\` is the time of a row's batch: Spark keeps it with
    the batch's offsets, so a replayed one has the same.
    """
    try:
        found = dict(shape(fields(path)))
    except AnalysisException as reason:
        raise RuntimeError(f"{source}: there is no Delta table at {path}") from reason
    declared = dict(shape(spark.createDataFrame([], columns).schema.fields))
    of_utc = [name for name, kind in declared.items() if (kind, found.get(name)) == ("timestamp", "timestamp_ntz")]  # times without a zone
    wrong = [f"\`{name}\` is declared {kind} and {found.get(name, 'missing')} there" for name, kind in declared.items() if found.get(name) != kind and name not in of_utc]
    if wrong:
        raise RuntimeError(f"{source}: the Delta table at {path} is not as declared: {'; '.join(wrong)}. It has {', '.join(found)}")
    print(json.dumps({"source": source, "columns_not_read": [name for name in found if name not in declared]}))
    # What the table holds at first comes in the order of its files: cut into batches, its old rows could be behind its new ones.
    rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).load(path)
    columns = [F.col(name).cast("timestamp").alias(name) if name in of_utc else F.col(name) for name in declared]
    return rows.select(*columns, F.current_timestamp().alias("landed_at"))


def write_new_rows(rows, batch_id, query, table):
    """Appends a batch of rows as they came, once, with a number by which they are told apart from then on."""
    write_raw(rows.withColumn("landed_row", F.monotonically_increasing_id()), batch_id, query, table)
`,
  "runtime/raw.py": `def write_raw(rows, batch_id, query, table):
    """Appends a batch of events, or of rows, as they came, once."""
    append_counted(rows, batch_id, query, table, {"read": "count(*)", "written": "count(*)"})
`,
  "runtime/readings.py": `@dataclass(frozen=True)
class Reading:
    """The last reading that has landed of a table that is read whole each time: the number of its landing is its version."""

    landed: Landed

    def version(self, before):
        """\`before\`: the one that was taken last; None: there was none, and is none yet if the result is None too."""
        whole = self.landed.last()
        if before and 0 < whole < before:
            raise RuntimeError(f"{self.landed.source}: the control table has landing {whole} as the last whole one, and {before} was taken. If this is an older run of the pipeline that was run again from its failed activity, nothing is amiss: start the pipeline anew instead. Else its marks were put back to an earlier state. Stop the pipeline's triggers, raise \`backfill\` of the table that reads it and compile.")
        return whole or before

    def rows(self, batch, version):
        """Those of one reading; each must be as declared."""
        rows = landed_rows(batch.session, self.landed, version, version)
        expect_fit(rows, batch)
        if self.landed.form == "json" and not has_rows(rows):  # which the copy cannot tell: it counts lines
            raise RuntimeError(f"{batch}: {self.landed.path(version)} has no row. Nothing was taken of it.")
        return rows
`,
  "runtime/recompute.py": `def recompute(query, inputs, table, lookups=None, computed_of=None, **how):
    """Computes the table anew, as the next batch, if something that it reads has changed since the last one.

    \`computed_of\`: the readings of which an orchestrator has computed tables that are read: before they have landed there are no such
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
    history = spark.sql(f"DESCRIBE HISTORY delta.\`{table}\` LIMIT 100")
    return has_rows(history.where(F.col("userMetadata") == named(transaction)))
`,
  "runtime/replace.py": `from contextlib import nullcontext


def changes_of(tables):
    """A stream that has a batch whenever one of the tables was written. What is in it means nothing: a batch reads the tables.

    \`ignoreChanges\`: a table whose rows are replaced has changed too.
    https://docs.delta.io/latest/delta-streaming.html#ignore-updates-and-deletes
    """
    rows = None
    for table in tables:
        options = {"ignoreChanges": "true", "maxFilesPerTrigger": "1000000"}  # no file of it is read
        of_one = spark.readStream.format("delta").options(**options).load(table).select(F.lit(True).alias("_changed"))
        rows = of_one if rows is None else rows.union(of_one)
    return rows


def write_replaced(changes, batch_id, query, inputs, compute, columns, table, quarantine=None, counted=None, lookups=None, aggregate=None, versions=None, confirm=None):
    """Computes the whole table anew from what its inputs hold now, and swaps it in one commit.

    \`inputs\`: name → path, or what has landed. \`compute\` makes checked rows of them; \`aggregate\` makes the table's rows of the good ones.
    The versions that are read are recorded: a replayed batch computes from the same, and Delta skips what was swapped.
    \`versions\`: those that a new batch reads; None: the latest. \`confirm\` is called with the batch and them before anything is swapped.
    """
    session = changes.sparkSession
    batch = Batch(session, query, batch_id)
    versions = batch.earlier["versions"] if batch.earlier else versions or versions_read(session, inputs, lookups)
    if not batch.earlier and versions == versions_before(session, query):
        return  # an earlier batch has taken in what this one tells of
    rows = compute({name: rows_of(batch, source, versions[name]) for name, source in inputs.items()})
    good = rows.where("_goes is null").select(*columns)
    found = lookups.look_up(good, versions) if lookups else good
    new = lookups.staying(found) if lookups else good
    # Of rows the counts tell how many there are; groups are counted themselves.
    with persisted(aggregate(new)) if aggregate else nullcontext(new) as new:
        if batch.earlier:
            counts = batch.earlier["counts"]
        else:
            counts = count_rows(rows, counted)
            if lookups:
                counts.update(lookups.counts(found))
            refuse(rows, counts, batch)
            if aggregate:
                counts["aggregated"] = counts.pop("written")
            conserve(batch, counts)
            if aggregate:
                counts["written"] = new.count()
        settle(batch, counts, versions=versions)
        if confirm:
            confirm(batch, versions)
        if quarantine:
            swap(like(rows.where("_goes = 'quarantined'"), quarantine), quarantine, batch.transaction("quarantine"))
        swap(new, table, batch.transaction("table"))


def versions_read(session, inputs, lookups):
    """The latest versions of all tables that a batch reads. Names of inputs have a dot, those of lookups none."""
    of_inputs = {name: latest_version(session, path) for name, path in inputs.items()}
    return {**of_inputs, **lookups.versions(session)} if lookups else of_inputs


def rows_of(batch, source, version):
    """An input as it was: a table, by its path; or what has landed, which knows how it is read."""
    return as_of(batch.session, source, version) if isinstance(source, str) else source.rows(batch, version)


def versions_before(session, query):
    """The versions that the table was computed from; None if it was not."""
    last = last_record(session, query)
    return None if last is None else last["versions"]


def swap(rows, table, transaction):
    """Puts the rows in place of all that the table holds (not only of the partitions that they are in), once.

    The table's history names the transaction: https://docs.delta.io/latest/delta-batch.html#set-user-defined-commit-metadata
    """
    writer = rows.write.format("delta").mode("overwrite").option("partitionOverwriteMode", "static")
    writer.options(**transaction, userMetadata=named(transaction)).save(table)


def named(transaction):
    return f"{transaction['txnAppId']} {transaction['txnVersion']}"


def mend(query, table, write):
    """Computes the last batch again where the table lacks its rows: no other would until an input changes."""
    last = resume(query)
    if last is not None and last["counts"]["written"] > 0 and not has_rows(spark.read.format("delta").load(table)):
        write(spark.range(0), last["batch"])
`,
  "runtime/rows.py": `@dataclass(frozen=True)
class Watermark:
    """Event time less a delay. \`late\`: what becomes of rows that come after it has passed them: \`drop\`, \`fail\`, \`divert\` to a table, or \`upsert\`: they are rows like others, which windows are corrected by."""

    column: str
    delay: str
    late: str
    diverted_to: str | None = None


@dataclass(frozen=True)
class Deduplication:
    """Of the rows with the same keys the first by \`order\` is kept, within the part of the table that the watermark has not passed."""

    keys: list
    order: list


def write_rows(rows, batch_id, query, table, columns, quarantine=None, watermark=None, deduplication=None, counted=None, left=(), lookups=None):
    """Writes one batch of checked rows: each goes to exactly one place, and a replayed batch changes nothing.

    Late is what the watermark before the batch has passed.
    \`counted\`: what else is counted, by its name in the record: an aggregate of the batch.
    \`left\`: the places of rows that views leave out.
    \`lookups\`: tables in which the rows that are written are looked up.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as rows:
        closed = watermark_before(batch) if watermark else None
        is_late = F.lit(False) if closed is None else F.col(watermark.column) <= F.expr(f"timestamp_micros({closed})")
        if closed is not None and watermark.late != "upsert":
            rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(is_late, "late")))
        good = rows.where("_goes is null")
        still_open = open_part(good, watermark, closed)
        new = first_of_each(good, columns, deduplication) if deduplication else good.select(*columns)

        if batch.earlier:  # its rows may be written already: the tables cannot be counted against any more
            counts, after, versions = batch.earlier["counts"], batch.earlier["watermark"], batch.earlier["versions"]
        else:
            versions = lookups and lookups.versions(batch.session)
            counts = count_rows(rows, counted, left)
            added = new
            if deduplication and counts["written"] > 0:
                added = not_in(table, new, deduplication.keys, still_open)
                counts["duplicates"] = counts["written"] - added.count()
                counts["written"] -= counts["duplicates"]
            if lookups:
                added = lookups.look_up(added, versions)
                counts.update(lookups.counts(added))
            if watermark and watermark.late == "upsert":
                counts["late_written"] = (lookups.staying(added) if lookups else added).where(is_late).count()
            refuse(rows, counts, batch, watermark)
            conserve(batch, counts)
            after = watermark_after(rows, watermark, closed) if watermark else None
        settle(batch, counts, after, versions)
        if lookups:
            new = lookups.staying(lookups.look_up(new, versions))

        if counts["quarantined"] + counts["unparsable"] > 0:
            bad = rows.where("_goes in ('quarantined', 'unparsable')")
            append(like(bad, quarantine), quarantine, batch.transaction("quarantine"))
        if counts["late"] > 0 and watermark.late == "divert":
            late = rows.where("_goes = 'late'")
            append(like(late, watermark.diverted_to), watermark.diverted_to, batch.transaction("late"))
        if counts["written"] > 0 and deduplication:
            insert_new(new, table, deduplication.keys, still_open, batch)
        elif counts["written"] > 0:
            append(new, table, batch.transaction("table"))


def watermark_before(batch):
    """The event time up to which the query was closed before the batch (microseconds since 1970); None on the first."""
    if batch.id == 0:
        return None
    if batch.before is None:
        raise RuntimeError(f"{batch}: the one before it has no record in {batch.query.batches}, so the watermark is not known")
    return batch.before["watermark"]


def open_part(good, watermark, closed):
    """The part of the table that a row of the batch may repeat: what the watermark has not passed, or, where late rows are written too, what is no earlier than any of them."""
    if closed is None:
        return "true"
    if watermark.late != "upsert":
        return f"t.\`{watermark.column}\` > timestamp_micros({closed})"
    least = good.agg(F.unix_micros(F.min(watermark.column))).first()[0]
    return "true" if least is None else f"t.\`{watermark.column}\` >= timestamp_micros({least})"


def watermark_after(rows, watermark, closed):
    """The latest event time of good rows less the delay; it never goes back."""
    good = rows.where("_goes is null or _goes = 'late'")
    seen = good.agg(F.expr(f"unix_micros(max(\`{watermark.column}\`) - INTERVAL {watermark.delay})")).first()[0]
    return max((w for w in (closed, seen) if w is not None), default=None)


def first_of_each(rows, columns, deduplication):
    """Of the rows with the same keys the first."""
    first = F.min_by(F.struct(*columns), F.struct(*deduplication.order))
    return rows.groupBy(*deduplication.keys).agg(first.alias("_row")).select("_row.*")


def not_in(table, rows, keys, still_open):
    """The rows whose keys the open part of the table does not hold."""
    there = rows.sparkSession.read.format("delta").load(table).alias("t").where(still_open)
    same = [F.col(f"s.\`{key}\`").eqNullSafe(F.col(f"t.\`{key}\`")) for key in keys]
    return rows.alias("s").join(there, same, "left_anti")


def count_rows(rows, counted=None, left=()):
    """How many rows of the batch go where; \`written\` are those that go nowhere else."""
    places = ["unparsable", "filtered", *CONSEQUENCES.values(), "late", *left]
    goes = F.col("_goes")
    of_batch = [F.expr(text).alias(name) for name, text in {"read": "count(*)", **(counted or {})}.items()]
    of_place = [F.count_if(goes == place).alias(place) for place in places]
    warned = F.count_if(goes.isNull() & (F.size("_violations") > 0)).alias("warned")
    written = F.count_if(goes.isNull()).alias("written")
    return {**rows.agg(*of_batch, *of_place, warned, written).first().asDict(), "duplicates": 0}


def refuse(rows, counts, batch, watermark=None):
    """Stops before anything of the batch is written, where the YAML says \`fail\`."""
    if counts["failed"] > 0:
        some = rows.where("_goes = 'failed'").select("_violations").first()["_violations"]
        raise RuntimeError(f"{batch}: {counts['failed']} rows violate what must hold, one of them {some}")
    if counts["late"] > 0 and watermark.late == "fail":
        raise RuntimeError(f"{batch}: {counts['late']} rows came after the watermark had passed them")


def like(rows, table):
    """The columns that the table has, in its order."""
    return rows.select(*rows.sparkSession.read.format("delta").load(table).columns)
`,
  "runtime/runs.py": `def expect_recorded(batch, versions):
    """Stops where another run has recorded the same batch meanwhile, of something else."""
    recorded = last_record(batch.session, batch.query)
    if recorded["batch"] != batch.id or recorded["versions"] != versions:
        raise RuntimeError(f"{batch}: recorded with {recorded['versions']} by another run, and this one has {versions}. Start it again.")
`,
  "runtime/send.py": `def events_of(rows, id, columns, key=None):
    """Rows as events: a JSON body (times as ISO text, nulls left out) and \`event_id\`, by which a reader knows a repeat."""
    form = {"timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", "timeZone": "UTC", "ignoreNullFields": "true"}
    event_id = F.struct(F.lit("event_id").alias("key"), row_id(rows, id).cast("binary").alias("value"))
    return rows.select(
        F.to_json(F.struct(*columns), form).alias("value"),
        F.array(event_id).alias("headers"),
        *([] if key is None else [F.col(key).cast("string").alias("key")]),
        *mark_of(rows),
    )


def sending_to(hub, connection):
    """What sends to a hub. Event Hubs closes a connection that asks for a larger request, and takes no compressed one in every tier.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations#producer-configurations-only
    """
    return {**connection, "topic": hub, "kafka.max.request.size": "1046528", "kafka.compression.type": "none"}


def send_events(rows, batch_id, query, to):
    """Sends a batch of events, at least once: a replayed batch is sent again, with the same ids."""
    deliver(rows, batch_id, query, lambda events: events.write.format("kafka").options(**to).save())
`,
  "runtime/session.py": `import json
from dataclasses import dataclass, replace

from pyspark.errors import AnalysisException
from pyspark.sql import functions as F

# What expressions mean must not depend on the cluster: SETTINGS says how they were checked.
for name, setting in SETTINGS.items():
    spark.conf.set(name, setting)

# Spark 3 writes dates from before 1582 and times from before 1900 only if it is told by which calendar: its own. One such value would stop a stream.
# https://spark.apache.org/docs/3.5.5/sql-data-sources-parquet.html#configuration
for name in ("datetimeRebaseModeInWrite", "int96RebaseModeInWrite"):
    spark.conf.set(f"spark.sql.parquet.{name}", "CORRECTED")


@dataclass(frozen=True)
class Query:
    """A streaming query. \`identity\`: of what its position and state depend on."""

    name: str
    identity: str
    lake: str

    @property
    def app(self):
        """What its records and its transactions are known by."""
        return f"{self.name}/{self.identity}"

    @property
    def checkpoint_location(self):
        return f"{self.lake}/_checkpoints/{self.app}"

    @property
    def batches(self):
        """The table that holds the records of all queries' batches."""
        return f"{self.lake}/_ops/batches"

    @property
    def stopped(self):
        """What the query is recorded as once it is stopped for good."""
        return replace(self, identity=f"{self.identity}/stopped")

    @property
    def view(self):
        """The name of a view that no other query of the same session uses."""
        return "batch_of_" + "".join(c if c.isalnum() else "_" for c in self.app)


def begin(query, table):
    """Refuses to go on where rows would be missing or stand twice: the table, the checkpoint and the query's record must be of one piece."""
    expect_own(query, table)
    resume(query)


def expect_own(query, table):
    """Refuses to go on where the table holds what another query wrote, or lacks what this one's record says.

    To have the table computed anew, and what is computed from it, raise its \`backfill\`.
    """
    of_any_identity = spark.read.format("delta").load(query.batches).where(F.col("query") == query.name)
    last = of_any_identity.orderBy(F.desc("at")).select("app", "batch").first()
    holds_rows = has_rows(spark.read.format("delta").load(table))
    if last is None and not holds_rows:
        return
    if last is not None and last["app"] == query.app:
        # The last batch may have been stopped between its record and its rows: then it is replayed.
        done = records(spark, query).where(F.col("batch") < last["batch"])
        emptied = records(spark, query).where((F.col("batch") >= last["batch"] - 1) & F.expr("counts['table.rows'] = 0"))
        if holds_rows or not has_rows(done.where("counts['written'] > 0")) or has_rows(emptied):
            return
        problem = "its rows are gone, and the query would go on behind them"
    elif last is not None and last["app"] == query.stopped.app:
        problem = "Spark's state dropped rows of its input, so it is not whole"
    else:
        problem = f"it is the work of {'another query' if last is None else last['app']}"
        if not holds_rows and not has_rows(records(spark, query)):
            return
    raise RuntimeError(f"{table} cannot be gone on with as {query.app}: {problem}. Raise \`backfill\` of the table, or of one that it reads, and compile: then its rows are removed and computed anew.")


def has_rows(rows):
    """No value of a row is fetched: a text that is not UTF-8 cannot be, under Spark Connect."""
    return len(rows.select(F.lit(1)).take(1)) > 0


def resume(query):
    """Refuses a checkpoint that has not come as far as the last recorded batch: it was removed, or is an older copy.

    Spark would number new batches as those that are done: a table would leave their rows out as if they had been written, a sink
    would deliver old rows beside those that it has. Returns the batch's record, or None.
    """
    last = last_record(spark, query)
    if last is None:
        return None
    if max(numbers_in(query, "offsets"), default=-1) < last["batch"]:
        raise RuntimeError(f"{query.app} has recorded batch {last['batch']}, and {query.checkpoint_location} does not know of it: it was removed, or is an older copy. Put it back, or raise \`backfill\` of the table (of a sink: of the table that it reads) and compile: then all is made anew.")
    return last


def numbers_in(query, log):
    """The batches of which a checkpoint's log has a file."""
    try:
        files = spark.read.text(f"{query.checkpoint_location}/{log}").inputFiles()
    except AnalysisException:  # there is no such folder
        return []
    return [int(file.rsplit("/", 1)[1]) for file in files]


def start(writer, declared):
    """Starts a streaming query: a batch every \`declared\` interval, or, where the job asks for \`available_now\`, until drained."""
    asked = parameter("trigger")
    how = {"availableNow": True} if asked == "available_now" else {"processingTime": declared}
    return writer.trigger(**how).start()


def finish(run, query):
    """Waits for the query's end. Rows that Spark drops from its state as too late would be lost unseen, so they stop it for good."""
    ended, watermark = False, None
    while not ended:
        try:
            ended = run.awaitTermination(5)  # raises what ended the query
        finally:  # so that the last batches of a query that failed are looked at too
            watermark = expect_none_dropped(run, query) or watermark
    print(json.dumps({"query": query.name, "state": "finished", "watermark": watermark}))


def expect_none_dropped(run, query):
    """Stops a query if its state has dropped rows in one of its latest batches. The watermark of the last of them, if it has one."""
    watermark = None
    for progress in run.recentProgress:
        watermark = (progress.get("eventTime") or {}).get("watermark", watermark)
        dropped = sum(int(op.get("numRowsDroppedByWatermark") or 0) for op in progress.get("stateOperators") or [])
        if dropped:
            run.stop()
            stopped = Batch(spark, query.stopped, progress["batchId"])
            record(stopped, {"dropped_by_state": dropped})
            raise RuntimeError(f"{stopped}: Spark's state dropped {dropped} rows that its input had accepted")
    return watermark
`,
  "runtime/sinks.py": `def wanted(rows, where):
    """Marks what a sink takes (\`_wanted\`). The other rows are left out and counted; so is a row of which it is not known."""
    return rows.withColumn("_wanted", holds(F.expr(where)))


def mark_of(rows):
    """The mark of what a sink takes, where it has a filter."""
    return [name for name in rows.columns if name == "_wanted"]


def iso(rows, name):
    """A column with its times as ISO 8601 text in UTC: a store would keep them in forms of its own."""
    kind = rows.schema[name].dataType.typeName()
    if kind == "timestamp":
        return F.date_format(name, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
    return F.col(name).cast("string") if kind == "date" else F.col(name)


def row_id(rows, key):
    """A text made of a row's key, the same whenever the row is written; it has no character that an id must not have.

    A table that was made before its key was proven not null may hold rows without one: they stop the query.
    """
    parts = [F.coalesce(iso(rows, name).cast("string"), F.raise_error(F.lit(f"'{name}' is part of the key and null."))) for name in key]
    return F.concat_ws("|", *[F.url_encode(part) for part in parts])


def deliver(rows, batch_id, query, write):
    """Hands what the sink takes of a batch to \`write\`. A replayed batch is written again."""
    if mark_of(rows):
        counted = {"read": "count(*)", "filtered": "count_if(NOT _wanted)", "written": "count_if(_wanted)"}
        count_and_write(rows, batch_id, query, counted, lambda kept, _: write(kept.where("_wanted").drop("_wanted")))
    else:
        counted = {"read": "count(*)", "written": "count(*)"}
        count_and_write(rows, batch_id, query, counted, lambda kept, _: write(kept))
`,
  "runtime/snapshot_history.py": `@dataclass(frozen=True)
class HistoryOfSnapshots(Versions):
    """A row that a landing has with other values in the \`tracked\` columns is a version, valid from when that was read; other columns are
    changed in the version that holds. \`closes_absent\`: a version ends when its row is absent. A row that is there and left out is
    not absent, and changes nothing.
    """

    tracked: list
    closes_absent: bool

    def changed(self, rows, into, first, last):
        """The versions that the landings change, from the one that holds before them on (\`_before\`), and whether each is to be written (\`_writes\`)."""
        events = self.events(rows, into, first, last)
        tracked = ", ".join(["1", *[comparable(name, rows.schema, "_row") for name in self.tracked]])
        events = events.withColumn("_tracked", F.expr(f"CASE WHEN _row IS NOT NULL THEN struct({tracked}) END"))
        goes_on = over("lag(_tracked)", into.keys, "_landing").eqNullSafe(F.col("_tracked"))
        events = events.withColumn("_begins", (F.col("_row").isNotNull() & ~goes_on).cast("int"))
        events = events.withColumn("_version", over("sum(_begins)", into.keys, "_landing")).where("_version > 0")
        landing = F.when(F.col("_row").isNotNull(), F.col("_landing"))
        versions = events.groupBy(*into.keys, "_version").agg(
            F.max_by("_row", landing).alias("_row"),
            F.min_by("_row", F.when(F.col("_landing") < first, F.col("_landing"))).alias("_before"),
            F.min_by("_at", landing).alias("valid_from"),
            F.min(F.when(F.col("_row").isNull(), F.col("_at"))).alias("_ends"),
            F.sum("_rows").alias("_rows"),
        )
        following = over("lead(valid_from)", into.keys, "_version")
        versions = versions.withColumn("valid_to", F.coalesce("_ends", following))
        equal = F.col("_before").isNotNull() & F.expr(equal_rows(into.columns, rows.schema, "_row", "_before"))
        writes = ~equal | F.col("valid_to").isNotNull()
        versions = versions.select("_row.*", "valid_from", "valid_to", "_rows", F.when(equal, "unchanged").alias("_goes"), writes.alias("_writes"))
        return versions.where("_writes OR _rows > 0")

    def events(self, rows, into, first, last):
        """What became of each key, in the order of landings: its row, or null where it is absent; first the row that held before."""
        session = rows.sparkSession
        read = rows_by_landing(rows, into)
        held = session.read.format("delta").load(into.table).where("valid_to IS NULL")
        before = held.select(
            *into.keys,
            F.lit(first - 1).cast("long").alias("_landing"),
            F.struct(*into.columns).alias("_row"),
            F.lit(0).cast("long").alias("_rows"),
            F.col("valid_from").alias("_at"),
        )
        there = read.unionByName(before)
        seen = there.where("_row IS NOT NULL")
        if not self.closes_absent:
            return seen
        following = F.coalesce(over("lead(_landing)", into.keys, "_landing"), F.lit(last + 1))
        absent = there.select(*into.keys, "_landing", following.alias("_next")).where("_next > _landing + 1")
        times = rows.groupBy(F.col("_landing").alias("_of")).agg(F.min("_read_at").alias("_at"))
        unknown = F.expr("raise_error('A landing without rows does not say when the table was empty: versions cannot be ended then. Give the bronze table another name, so that all lands anew, raise \`backfill\` of this one and compile.')")
        gone = absent.join(times, F.col("_landing") + 1 == F.col("_of"), "left").select(
            *into.keys,
            (F.col("_landing") + 1).alias("_landing"),
            F.lit(None).cast(seen.schema["_row"].dataType).alias("_row"),
            F.lit(0).cast("long").alias("_rows"),
            F.coalesce("_at", unknown.cast("timestamp")).alias("_at"),
        )
        return seen.unionByName(gone)
`,
  "runtime/snapshots.py": `def rows_by_landing(rows, into):
    """Of landings that are whole tables: each key's row (\`_row\`; null: it is there and left out), of how many (\`_rows\`), and when it was read (\`_at\`).

    Two rows with one key were read of a table that changed meanwhile: which of them is taken, what is in them decides.
    """
    good = F.col("_goes").isNull()
    row = F.max_by(F.when(good, F.struct(*into.columns)), F.when(good, order_of(rows, into.columns)))
    return rows.groupBy(*into.keys, "_landing").agg(row.alias("_row"), F.count_if(good).alias("_rows"), F.min("_read_at").alias("_at"))


@dataclass(frozen=True)
class LatestOfSnapshots:
    """The table becomes what the last landing is: a row that is absent there is deleted. One that is there and left out stays as it was."""

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        return {
            "table.deleted": "count_if(_deleted)",
            "table.rows": "count_if(NOT _deleted AND (_there OR _rows > 0 AND _goes IS NULL))",
        }

    def changed(self, rows, into, first, last):
        """Each key of the landings and of the table, with the row that it has, and whether it is to be deleted (\`_deleted\`)."""
        landings = F.sequence(F.lit(first).cast("long"), F.lit(last).cast("long"))
        is_good = F.col("_row").isNotNull()
        by_key = rows_by_landing(rows, into).groupBy(*into.keys).agg(
            F.array_max(F.array_except(landings, F.collect_list("_landing"))).alias("_absent"),
            F.max(F.when(is_good, F.col("_landing"))).alias("_good"),
            F.max_by("_row", F.when(is_good, F.col("_landing"))).alias("_row"),
            F.sum("_rows").alias("_rows"),
        )
        there = rows.sparkSession.read.format("delta").load(into.table).select(*into.keys, F.struct(*into.columns).alias("_held"))
        both = by_key.alias("s").join(there.alias("t"), same_keys(into.keys), "full")
        # A key without a row in any of the landings is absent; one that has rows was absent last, or not at all.
        gone = F.when(F.col("_rows").isNull(), True).otherwise(holds(F.col("_absent") >= F.coalesce("_good", F.lit(0))))
        found = both.select(
            F.coalesce(F.when(~gone, F.col("_row")), F.col("_held"), F.col("_row")).alias("_row"),
            F.col("_held"),
            F.coalesce("_rows", F.lit(0)).alias("_rows"),
            F.col("_held").isNotNull().alias("_there"),
            gone.alias("_gone"),
        )
        equal = equal_rows(into.columns, rows.schema, "_row", "_held")
        goes = F.when(F.col("_gone"), "superseded").when(F.col("_there") & F.expr(equal), "unchanged")
        return found.select("_row.*", "_rows", "_there", (F.col("_gone") & F.col("_there")).alias("_deleted"), goes.alias("_goes"))

    def merge(self, changed, into, batch):
        rows = changed.where("_deleted OR _rows > 0 AND _goes IS NULL").select(*into.columns, "_deleted")
        merge_by(rows, into.table, into.keys, merging(into.columns, "s._deleted"), batch)
`,
  "runtime/synapse.py": `def parameter(name):
    """A parameter of the job: the cell with parameters names it, and the job sets it after that cell."""
    value = globals().get(name, "")
    if value == "":
        raise ValueError(f"The job does not give the parameter '{name}'.")
    return value


def secret(name):
    """A secret of the vault, read on the driver as the workspace's own identity; never printed, never written."""
    import notebookutils

    return notebookutils.credentials.getSecret(parameter("vault"), name, parameter("vault_linked_service"))
`,
  "runtime/tables.py": `def create_table(path, columns, comment, properties=None, partition_by=(), on_schema_change="fail", clears=None):
    """Creates a Delta table by its own DDL. One that exists must have just these columns and folders: Delta would drop others silently.

    \`on_schema_change="add"\`: an existing table gets the declared columns that it lacks, null in the rows that it holds.
    \`clears\`: (query, generation): rows that generations of the query before this one wrote are removed, in one commit that
    also notes it, so that it is done once. A reader with a checkpoint from before is stopped by Delta.
    """
    partitions = f"PARTITIONED BY ({', '.join(f'\`{column}\`' for column in partition_by)})" if partition_by else ""
    noted = {f"{CLEARED}{clears[0]}": clears[1]} if clears else {}
    kept = ", ".join(f"'{name}' = '{value}'" for name, value in {**(properties or {}), **noted}.items())
    table = f"delta.\`{path}\` ({columns}) USING DELTA {partitions} COMMENT {quoted(comment)} {kept and f'TBLPROPERTIES ({kept})'}"
    try:
        spark.sql(f"CREATE TABLE IF NOT EXISTS {table}")
    except Exception as reason:  # another job created it at the same moment: then it is there now
        try:
            fields(path)
        except Exception:
            raise reason
    if not is_table(path):  # whoever began it was stopped before its first commit, and SQL takes a folder that holds anything for a table
        spark.createDataFrame([], columns).write.format("delta").mode("append").partitionBy(*partition_by).save(path)
    details = detail(path)
    # So appended it has no comment, nor its properties and what must not be null, if whoever did it was stopped here; another job
    # may have made it meanwhile, and written rows.
    is_bare = details["description"] is None and details["numFiles"] == 0
    if is_bare or (clears and cleared_before(details, clears[0]) < clears[1]):
        spark.sql(f"REPLACE TABLE {table}")  # Delta at a path takes \`CREATE OR REPLACE\` for a mere \`CREATE\`
        details = detail(path)
    declared = spark.createDataFrame([], columns).schema.fields
    if on_schema_change == "add":
        add_columns(path, declared)
    wanted, found = shape(declared), shape(fields(path))
    if sorted(found) != sorted(wanted):  # all writes are by name; columns that were added stand last
        missing = [column for column in wanted if column not in found]
        strange = [column for column in found if column not in wanted]
        raise RuntimeError(f"{path} has other columns than declared (missing {missing}, not declared {strange}). {BEGIN_ANEW}")
    folders = details["partitionColumns"]
    if list(folders) != list(partition_by):
        raise RuntimeError(f"{path} is partitioned by {list(folders)} and declared to be by {list(partition_by)}. {BEGIN_ANEW}")


def cleared_before(details, query):
    """The generation before which the rows of the table with these details were removed, or there never were any; 1: none were."""
    return int(details["properties"].get(f"{CLEARED}{query}", 1))


def expect_cleared(path, query, generation):
    """Refuses to go on until a table of another job has lost the rows of generations before this one: that job removes them."""
    if cleared_before(detail(path), query) < generation:
        raise RuntimeError(f"{path} holds rows that are to be removed: start the job of {query} first, as it is compiled now.")


def add_columns(path, declared):
    """Adds the declared columns that the table lacks, if that is the only difference."""
    found = fields(path)
    new = [field for field in declared if field.name not in [there.name for there in found]]
    if not new or any(column not in shape(declared) for column in shape(found)):
        return
    required = [field.name for field in new if not field.nullable]
    if required:
        raise RuntimeError(f"{path} lacks {required}, which cannot be null: the rows that it holds have no value for them.")
    comments = [f" COMMENT {quoted(field.metadata['comment'])}" if "comment" in field.metadata else "" for field in new]
    definitions = [f"\`{field.name}\` {field.dataType.simpleString()}{comment}" for field, comment in zip(new, comments)]
    try:
        spark.sql(f"ALTER TABLE delta.\`{path}\` ADD COLUMNS ({', '.join(definitions)})")
    except Exception:  # another job added them at the same moment: then they are there now
        if len(fields(path)) == len(found):
            raise


def detail(path):
    return spark.sql(f"DESCRIBE DETAIL delta.\`{path}\`").first()


def is_table(path):
    """Whether there is a Delta table, as distinct from the beginnings of one."""
    try:
        fields(path)
    except AnalysisException:
        return False
    return True


def fields(path):
    return spark.read.format("delta").load(path).schema.fields


def shape(columns):
    return [(column.name, column.dataType.simpleString()) for column in columns]


def quoted(text):
    """A literal of SQL."""
    escaped = text.replace("\\\\", "\\\\\\\\").replace("'", "\\\\'")
    return f"'{escaped}'"


BATCHES = """
    query STRING NOT NULL COMMENT 'pipeline/layer.table',
    app STRING NOT NULL COMMENT 'The query with the identity of its checkpoint',
    batch BIGINT NOT NULL COMMENT 'Number of the batch within the checkpoint',
    counts MAP<STRING, BIGINT> NOT NULL COMMENT 'Rows read, and where each of them went',
    watermark TIMESTAMP COMMENT 'Event time up to which the query is closed after the batch',
    versions MAP<STRING, BIGINT> COMMENT 'Of each table that was read as a whole or for look-ups: the version',
    at TIMESTAMP NOT NULL COMMENT 'When the record was made'
"""

# One small file a batch and query: compacted as they come, because every batch reads the record of the one before.
COMPACTED = {"delta.autoOptimize.autoCompact": "true"}

BEGIN_ANEW = "Raise \`backfill\` to begin anew (drop the table, if it says \`write: replace\`)."

# The property of a table that says before which generation of a query its rows were removed.
CLEARED = "sluice.cleared_before/"
`,
  "runtime/union.py": `def union(inputs):
    """The rows of several inputs of one shape, by the names of their columns; \`_input\` says of which one a row is.

    What a table of windows that late rows correct keeps of them (\`_parts\`) is no column of that shape.
    """
    rows = None
    for name, of_one in inputs.items():
        inner = ["_input"] if "_input" in of_one.columns else []  # of a view that is a union itself
        of_one = of_one.drop("_parts").withColumn("_input", F.concat_ws(" / ", F.lit(name), *inner))
        rows = of_one if rows is None else rows.unionByName(of_one)
    return rows
`,
  "runtime/versions.py": `def latest_version(session, table):
    return int(session.sql(f"DESCRIBE HISTORY delta.\`{table}\` LIMIT 1").first()["version"])


def as_of(session, table, version):
    """The table as it was at a version: https://docs.delta.io/latest/delta-batch.html#query-an-older-snapshot-of-a-table-time-travel"""
    return session.read.format("delta").option("versionAsOf", version).load(table)
`,
  "runtime/windows.py": `def write_windows(rows, batch_id, query, table):
    """Appends the windows that a batch closed, once. \`_rows\` says how many rows each was made of."""
    counted = {"written": "count(*)", "aggregated": "coalesce(sum(_rows), 0)"}
    append_counted(rows, batch_id, query, table, counted, ["_rows"])
`,
} as const;
