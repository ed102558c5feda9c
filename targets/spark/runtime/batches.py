from contextlib import contextmanager


class Batch:
    """A batch of a query. `earlier`: its record, if this is a replay; `before`: the record of the batch before it."""

    def __init__(self, session, query, batch_id):
        self.session, self.query, self.id = session, query, batch_id
        near = records(session, query).where(F.col("batch").between(batch_id - 1, batch_id)).collect()
        by_id = {row["batch"]: row for row in near}
        self.before, self.earlier = by_id.get(batch_id - 1), by_id.get(batch_id)

    def __str__(self):
        return f"{self.query.name}, batch {self.id}"

    def transaction(self, part):
        """Options of a write: what has been written as this `part` of the batch, Delta does not write again.

        https://docs.delta.io/latest/delta-streaming.html#idempotent-table-writes-in-foreachbatch
        """
        return {"txnAppId": f"{self.query.app}/{part}", "txnVersion": str(self.id)}


def holds(condition):
    """Whether a condition is true: one that is null does not hold."""
    return F.coalesce(condition, F.lit(False))


def marked(rows):
    """The rows with `_goes`: where a row goes that is not written; null: on to the table."""
    return rows if "_goes" in rows.columns else rows.withColumn("_goes", F.lit(None).cast("string"))


def only(rows, where, otherwise="filtered"):
    """Marks the rows for which `where` is not true."""
    return marked(rows).withColumn("_goes", F.coalesce("_goes", F.when(~holds(F.expr(where)), otherwise)))


# Where a row goes that violates an expectation, by what that says; a row that violates several goes to the first of these.
CONSEQUENCES = {"fail": "failed", "quarantine": "quarantined", "drop": "dropped"}


def checked(rows, expectations, where="true"):
    """Adds what each row violates (`_violations`), and where that sends it (`_goes`), if it goes nowhere yet.

    `expectations`: name → (condition, consequence). A condition that is null is violated: a row that cannot be shown to be
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
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    with once(batch, "table"):
        session.sql(f"MERGE INTO delta.`{table}` t USING {view} s ON {same} AND {still_open} WHEN NOT MATCHED THEN INSERT *")


@contextmanager
def once(batch, part):
    """A statement of SQL that runs meanwhile is this `part` of the batch: once it was done, Delta does not do it again."""
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
    words = [F.lit(word) for name, n in (named or {}).items() for word in (name, int(n))]  # `int` as in `log`
    return (F.lit(None) if named is None else F.create_map(*words)).cast("map<string, long>")


def settle(batch, counts, watermark=None, versions=None, otherwise="what it reads has changed since"):
    """Records what a batch counts, and logs it: before its rows are written, for the tables are counted as they were before it.

    A replay must count the same of what was counted; `otherwise`: what it means if not.
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
    """Counts a batch, records it, and hands its rows to `write`. `counted`: aggregates of them by their name in the record.

    A replay is counted too: only rows that are read move Spark's watermark, and with it what the next batch closes.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as kept:
        counts = kept.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict()
        settle(batch, counts)
        if counts["written"] > 0:
            write(kept, batch)


def append_counted(rows, batch_id, query, table, counted, only_counted=()):
    """Appends the rows of a batch, once. `only_counted`: columns that are not kept."""

    def write(kept, batch):
        append(kept.drop(*only_counted), table, batch.transaction("table"))

    count_and_write(rows, batch_id, query, counted, write)


def conserve(batch, counts):
    """Each row that was read goes to exactly one place, or the query stops before anything is written.

    Where rows are taken apart, those that were read go to their elements or to nothing, and each element to exactly one place.
    What a view leaves out (`silver.wanted.filtered`) are rows as they were read, or elements (`…_elements`).
    What a join found (`stores.matched`) is said of rows that are written: it is no place of its own. Nor is `late_written`.
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
