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
    if max(numbers_in(query, "offsets"), default=0) == 0:
        hand_over(query, position)
    elif whole_text(f"{query.checkpoint_location}/offsets/0") != position:
        raise RuntimeError(f"{query.app} has begun where {was.app} stopped, and that one has gone on since. Raise `backfill` of the table, or of one that it reads, and compile: then its rows are removed and computed anew.")


def latest_of(queries, parts):
    """Which of the queries has made the latest batch, and where it stopped; None: none of them has."""
    while True:
        records = spark.read.format("delta").load(queries[0].batches).where(F.col("query") == queries[0].name)
        last = records.orderBy(F.desc("at"), F.desc("batch")).select("app").first()
        was = next((one for one in queries if last is not None and one.app == last["app"]), None)
        if was is None:
            return None, None
        resume(was)
        position = stopped_at(was, parts)
        if position is not None:
            return was, position  # else its only batch wrote nothing, and has no record any more


def stopped_at(query, parts):
    """The offsets after the last batch of a query that is done, as Spark keeps them; None: there is none.

    A batch that was begun and has no record wrote nothing: what goes on reads its rows. One with a record may have written all of
    them, or nothing as yet.
    """
    last = max(numbers_in(query, "offsets"))
    if last not in numbers_in(query, "commits") and not is_written(query, last, parts):
        last -= 1
    return None if last < 0 else whole_text(f"{query.checkpoint_location}/offsets/{last}")


def is_written(query, batch, parts):
    """Whether all rows of a batch stand where they go. If none do, its record is removed: they are counted with the batch that writes them."""
    record = records(spark, query).where(F.col("batch") == batch).first()
    if record is None:
        return False
    wanted = [(part, table) for part, table, names in parts if sum(record["counts"].get(name, 0) for name in names) > 0]
    there = [has_transaction(table, f"{query.app}/{part}", batch) for part, table in wanted]
    if any(there) and not all(there):
        raise RuntimeError(f"{query.app}, batch {batch}: it was stopped between its writes, and what goes on cannot end it. Start the notebook once as it was before, or raise `backfill` of the table and compile.")
    if not all(there):
        spark.sql(f"DELETE FROM delta.`{query.batches}` WHERE app = {quoted(query.app)} AND batch = {batch}")
    return all(there)


def has_transaction(table, app, version):
    """Whether a transaction is among the table's latest commits, by its log: its history does not say.

    https://github.com/delta-io/delta/blob/master/PROTOCOL.md#transaction-identifiers
    """
    latest = spark.sql(f"DESCRIBE HISTORY delta.`{table}` LIMIT 100").select("version").collect()
    files = [f"{table}/_delta_log/{row['version']:020}.json" for row in latest]
    commits = spark.read.schema("txn struct<appId: string, version: long>").json(files)
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


def numbers_in(query, log):
    """The batches of which a checkpoint's log has a file."""
    try:
        files = spark.read.text(f"{query.checkpoint_location}/{log}").inputFiles()
    except AnalysisException:  # there is no such folder
        return []
    return [int(file.rsplit("/", 1)[1]) for file in files]


def whole_text(file):
    return spark.read.text(file, wholetext=True).first()["value"]
