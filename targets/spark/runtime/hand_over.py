from uuid import NAMESPACE_URL, uuid5


def go_on(query, table, identities, beside=()):
    """As `begin`, for a query whose checkpoint goes on where the one before it stopped.

    `identities`: of the checkpoints before, of which one has made the latest batch. `beside`: where else a batch writes, as which
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
        raise RuntimeError(f"{query.app} has begun where {was.app} stopped, and that one has gone on since. Raise `backfill` of the table, or of one that it reads, and compile: then its rows are removed and computed anew.")


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
        raise RuntimeError(f"{query.app}, batch {batch}: it was stopped between its writes, and what goes on cannot end it. Start the notebook once as it was before, or raise `backfill` of the table and compile.")
    return all(there)


def has_transaction(table, app, version, since):
    """Whether a table has a commit of the transaction, made after `since` (microseconds): by its log, as its history does not say.

    https://github.com/delta-io/delta/blob/master/PROTOCOL.md#transaction-identifiers
    """
    hour = 3_600_000_000  # clocks may differ
    history = spark.sql(f"DESCRIBE HISTORY delta.`{table}`").select("version", F.unix_micros("timestamp").alias("made")).collect()
    after = [row["version"] for row in history if row["made"] >= since - hour]
    if len(after) == len(history) and 0 not in after:
        raise RuntimeError(f"{table}: its log does not reach back to batch {version} of {app}, so whether that was written is not known. Raise `backfill` of the table and compile.")
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
        "commits/0": 'v1\n{"nextBatchWatermarkMs":0}',
    }
    for name, text in files.items():
        lake_files().put(f"{query.checkpoint_location}/{name}", text, True)
    print(json.dumps({"query": query.name, "state": "handed over", "position": position.split("\n")[2:]}))
