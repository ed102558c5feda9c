def changes_of(tables):
    """A stream that has a batch whenever one of the tables was written. What is in it means nothing: a batch reads the tables.

    `ignoreChanges`: a table whose rows are replaced has changed too.
    https://docs.delta.io/latest/delta-streaming.html#ignore-updates-and-deletes
    """
    rows = None
    for table in tables:
        options = {"ignoreChanges": "true", "maxFilesPerTrigger": "1000000"}  # no file of it is read
        of_one = spark.readStream.format("delta").options(**options).load(table).select(F.lit(True).alias("_changed"))
        rows = of_one if rows is None else rows.union(of_one)
    return rows


def write_replaced(changes, batch, query, app, ops, inputs, compute, columns, table, quarantine=None, counted=None, lookups=None, aggregate=None):
    """Computes the whole table anew from what its inputs hold now, and swaps it in one commit.

    `inputs`: name → path. `compute` makes checked rows of them; `aggregate` makes the table's rows of the good ones.
    The versions that are read are recorded: a replayed batch computes from the same, and Delta skips what was swapped.
    """
    session = changes.sparkSession
    earlier = recorded(session, ops, app, batch)
    versions = earlier[2] if earlier else versions_read(session, inputs, lookups)
    if earlier is None and versions == versions_before(session, ops, app):
        return  # an earlier batch has taken in what this one tells of
    rows = compute({name: as_of(session, path, versions[name]) for name, path in inputs.items()})
    good = rows.where("_goes is null").select(*columns)
    new = lookups.staying(lookups.look_up(good, versions)) if lookups else good
    new = aggregate(new).persist() if aggregate else new  # of rows the counts tell how many there are
    try:
        if earlier is None:
            counts = count_rows(rows, good, counted=counted, lookups=lookups, versions=versions)
            refuse(rows, counts, query, batch, None)
            if aggregate:
                counts["aggregated"] = counts.pop("written")
            conserve(query, batch, counts)
            counts = {**counts, "written": new.count()} if aggregate else counts
            record(session, ops, query, app, batch, counts, None, versions)
        else:
            counts = earlier[0]
        log(query, batch, counts, replayed=earlier is not None)
        if quarantine:
            swap(like(rows.where("_goes = 'quarantined'"), quarantine), quarantine, f"{app}/quarantine", batch)
        swap(new, table, f"{app}/table", batch)
    finally:
        if aggregate:
            new.unpersist()


def versions_read(session, inputs, lookups):
    """The latest versions of all tables that a batch reads. Names of inputs have a dot, those of lookups none."""
    of_inputs = {name: latest_version(session, path) for name, path in inputs.items()}
    return {**of_inputs, **lookups.versions(session)} if lookups else of_inputs


def swap(rows, table, app, batch):
    """Puts the rows in place of all that the table holds (not only of the partitions that they are in), once."""
    writer = rows.write.format("delta").mode("overwrite").option("partitionOverwriteMode", "static")
    writer.option("txnAppId", app).option("txnVersion", batch).save(table)


def versions_before(session, ops, app):
    """The versions that the table was computed from; None if it was not."""
    last = last_record(session, ops, app)
    return None if last is None else last["versions"]


def last_record(session, ops, app):
    records = session.read.format("delta").load(f"{ops}/batches").where(F.col("app") == app)
    return records.orderBy(F.col("batch").desc()).select("batch", "counts", "versions").first()


def mend(app, ops, checkpoint, table, write):
    """Computes the last batch again where the table lacks its rows: no other would until an input changes."""
    last = last_record(spark, ops, app)
    if last is None:
        return
    expect_checkpoint(app, checkpoint, last["batch"])
    if last["counts"]["written"] > 0 and not has_rows(spark.read.format("delta").load(table)):
        write(spark.range(0), last["batch"])
