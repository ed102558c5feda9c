def marked(rows):
    """The rows with `_goes`: where a row goes that is not written; null: on to the table."""
    return rows if "_goes" in rows.columns else rows.withColumn("_goes", F.lit(None).cast("string"))


def only(rows, where, otherwise="filtered"):
    """Marks the rows for which `where` is not true."""
    wanted = F.coalesce(F.expr(where), F.lit(False))
    return marked(rows).withColumn("_goes", F.coalesce("_goes", F.when(~wanted, otherwise)))


def checked(rows, expectations, where="true"):
    """Adds what each row violates (`_violations`), and where that sends it (`_goes`), if it goes nowhere yet.

    A condition that is null is violated: a row that cannot be shown to be right is not right.
    """
    rows = only(rows, where)
    broken = {name: ~F.coalesce(F.expr(that), F.lit(False)) for name, (that, _) in expectations.items()}
    listed = F.array(*[F.when(no, F.lit(name)) for name, no in broken.items()]).cast("array<string>")
    names = F.filter(listed, lambda name: name.isNotNull())

    def any_broken(otherwise):
        found = F.lit(False)
        for name, (_, consequence) in expectations.items():
            found = found | broken[name] if consequence == otherwise else found
        return found

    sent = (
        F.when(any_broken("fail"), "failed")
        .when(any_broken("quarantine"), "quarantined")
        .when(any_broken("drop"), "dropped")
    )
    violations = F.when(F.col("_goes") == "unparsable", F.array(F.lit("unparsable"))).otherwise(names)
    return rows.withColumn("_violations", violations).withColumn("_goes", F.coalesce("_goes", sent))


def append(rows, table, app, batch):
    """Appends once: a replayed batch is skipped by Delta, because its (app, batch) is already in the table's log."""
    rows.write.format("delta").mode("append").option("txnAppId", app).option("txnVersion", batch).save(table)


def insert_new(rows, table, keys, still_open, app, batch):
    """Inserts the rows whose keys the open part of the table does not hold. It only adds files, so readers may stream it."""
    session = rows.sparkSession
    view = view_name(app)
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    session.conf.set("spark.databricks.delta.write.txnAppId", app)
    session.conf.set("spark.databricks.delta.write.txnVersion", str(batch))
    try:
        session.sql(f"MERGE INTO delta.`{table}` t USING {view} s ON {same} AND {still_open} WHEN NOT MATCHED THEN INSERT *")
    finally:  # under Spark Connect a setting made here would stay
        session.conf.unset("spark.databricks.delta.write.txnAppId")
        session.conf.unset("spark.databricks.delta.write.txnVersion")


def view_name(app):
    """A name that no other query of the same session uses."""
    return "batch_of_" + "".join(c if c.isalnum() else "_" for c in app)


def recorded(session, ops, app, batch):
    """The record of a batch, or None: its counts, the watermark after it (microseconds since 1970), versions it looked up."""
    at = session.read.format("delta").load(f"{ops}/batches").where((F.col("app") == app) & (F.col("batch") == batch))
    row = at.select("counts", F.expr("unix_micros(watermark)").alias("watermark"), "versions").first()
    return None if row is None else (dict(row["counts"]), row["watermark"], row["versions"])


def watermark_before(session, ops, app, batch):
    """The event time up to which the query was closed before the batch (microseconds since 1970); None on the first."""
    if batch == 0:
        return None
    before = recorded(session, ops, app, batch - 1)
    if before is None:
        raise RuntimeError(f"{app}: no record of batch {batch - 1} in {ops}/batches, so the watermark is not known")
    return before[1]


def record(session, ops, query, app, batch, counts, watermark=None, versions=None):
    """Keeps what came in and where it goes.

    Written before the rows: the counts are taken against the tables before the batch. On a replay Delta keeps the
    first attempt's record and skips this one.
    """
    counts = {name: int(n) for name, n in counts.items()}  # as in `log`
    kept = session.createDataFrame(
        [(query, app, int(batch), counts, watermark, versions)],
        "query string, app string, batch long, counts map<string, long>, watermark long, versions map<string, long>",
    ).withColumn("watermark", F.expr("timestamp_micros(watermark)"))
    append(kept.withColumn("at", F.current_timestamp()), f"{ops}/batches", f"{app}/batches", batch)


def settle(session, ops, query, app, batch, counts, otherwise="what it reads has changed since"):
    """Records what a batch counts, and logs it. A replay must count the same of what was counted; `otherwise`: what it means if not."""
    earlier = recorded(session, ops, app, batch)
    if earlier is None:
        record(session, ops, query, app, batch, counts)
    elif any(counts.get(name, n) != n for name, n in earlier[0].items()):
        raise RuntimeError(f"{query}, batch {batch}: recorded are {earlier[0]}, and now there are {counts}: {otherwise}")
    log(query, batch, counts, replayed=earlier is not None)


def append_counted(rows, batch, query, app, ops, table, counted, only_counted=()):
    """Appends the rows of a batch, once. `counted`: aggregates of them by their name in the record.

    A replay is counted too: only rows that are read move Spark's watermark, and with it what the next batch closes.
    `only_counted`: columns that are not kept.
    """
    kept = rows.persist()
    try:
        counts = kept.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict()
        settle(rows.sparkSession, ops, query, app, batch, counts)
        if counts["written"] > 0:
            append(kept.drop(*only_counted), table, f"{app}/table", batch)
    finally:
        kept.unpersist()


def conserve(query, batch, counts):
    """Each row that was read goes to exactly one place, or the query stops before anything is written.

    Where rows are taken apart, those that were read go to their elements or to nothing, and each element to exactly one place.
    What a view leaves out (`silver.wanted.filtered`) are rows as they were read, or elements (`…_elements`).
    What a join found (`stores.matched`) is said of rows that are written: it is no place of its own.
    """
    joins = (".matched", ".unmatched")
    places = [name for name in counts if name not in ("read", "elements", "warned") and not name.endswith(joins)]
    equations = {"read": places}
    if "elements" in counts:
        apart = ("unparsable", "without_elements", "with_elements")
        whole = [name for name in places if name in apart or ("." in name and not name.endswith("_elements"))]
        equations = {"read": whole, "elements": [name for name in places if name not in whole]}
    for whole, parts in equations.items():
        found = sum(counts[name] for name in parts)
        if counts[whole] != found:
            raise RuntimeError(f"{query}, batch {batch}: {counts[whole]} {whole}, {found} accounted for: {counts}")


def log(query, batch, counts, replayed=False):
    told = {"query": query, "batch": batch, "replayed": replayed, **counts}
    print(json.dumps(told, default=int))  # Spark Connect 3.5 counts in integers of numpy
