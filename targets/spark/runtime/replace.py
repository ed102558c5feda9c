from contextlib import nullcontext


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


def write_replaced(changes, batch_id, query, inputs, compute, columns, table, quarantine=None, counted=None, lookups=None, aggregate=None, versions=None, confirm=None):
    """Computes the whole table anew from what its inputs hold now, and swaps it in one commit.

    `inputs`: name → path, or what has landed. `compute` makes checked rows of them; `aggregate` makes the table's rows of the good ones.
    The versions that are read are recorded: a replayed batch computes from the same, and Delta skips what was swapped.
    `versions`: those that a new batch reads; None: the latest. `confirm` is called with the batch and them before anything is swapped.
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
