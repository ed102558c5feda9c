import json
import os

from pyspark.errors import AnalysisException
from pyspark.sql import functions as F

# What expressions mean must not depend on the cluster: SETTINGS says how they were checked.
for name, setting in SETTINGS.items():
    spark.conf.set(name, setting)


def begin(query, app, ops, checkpoint, table):
    """Refuses to go on where rows would be missing or stand twice: the table, the checkpoint and the query's record must be of one piece.

    `app` changes with what the query's position and state depend on. To have the table computed anew, and what is computed
    from it, raise its `backfill`.
    """
    records = spark.read.format("delta").load(f"{ops}/batches").where(F.col("query") == query)
    last = records.orderBy(F.col("at").desc()).select("app", "batch").first()
    holds_rows = has_rows(spark.read.format("delta").load(table))
    if last is None and not holds_rows:
        return
    if last is not None and last["app"] == app:
        # The last batch may have been stopped between its record and its rows: then it is replayed.
        done = records.where((F.col("app") == app) & (F.col("batch") < last["batch"]))
        if holds_rows or not has_rows(done.where(F.expr("counts['written']") > 0)):
            return expect_checkpoint(app, checkpoint, last["batch"])
        problem = "its rows are gone, and the checkpoint would go on behind them"
    elif last is not None and last["app"] == f"{app}/stopped":
        problem = "Spark's state dropped rows of its input, so it is not whole"
    else:
        problem = f"it is the work of {'another query' if last is None else last['app']}"
        if not holds_rows and not has_rows(records.where(F.col("app") == app)):
            return
    raise RuntimeError(f"{table} cannot be gone on with as {app}: {problem}. Raise `backfill` of the table, or of one that it reads, and compile: then its rows are removed and computed anew.")


def has_rows(rows):
    """No value of a row is fetched: a text that is not UTF-8 cannot be, under Spark Connect."""
    return len(rows.select(F.lit(1)).take(1)) > 0


def expect_checkpoint(app, checkpoint, recorded):
    """Refuses a checkpoint that has not come as far as the last recorded batch: it was removed, or is an older copy.

    Spark would number new batches as those that are done: a table would leave their rows out as if they had been written, a sink
    would deliver old rows beside those that it has.
    """
    try:
        begun = [int(file.rsplit("/", 1)[1]) for file in spark.read.text(f"{checkpoint}/offsets").inputFiles()]
    except AnalysisException:  # there is no such folder
        begun = []
    if max(begun, default=-1) < recorded:
        raise RuntimeError(f"{app} has recorded batch {recorded}, and {checkpoint} does not know of it: it was removed, or is an older copy. Put it back, or raise `backfill` of the table (of a sink: of the table that it reads) and compile: then all is made anew.")


def start(writer, declared):
    """Starts a streaming query: a batch every `declared` interval, or, where the job asks for `available_now`, until drained."""
    asked = parameter("trigger")
    how = {"availableNow": True} if asked == "available_now" else {"processingTime": declared}
    return writer.trigger(**how).start()


def finish(run, query, app, ops):
    """Waits for the query's end. Rows that Spark drops from its state as too late would be lost unseen, so they stop it for good."""
    seen = -1
    watermark = None
    while True:
        ended = not run.isActive
        for progress in run.recentProgress:
            if progress["batchId"] < seen:
                continue
            seen = progress["batchId"]
            watermark = (progress.get("eventTime") or {}).get("watermark", watermark)
            dropped = sum(int(op.get("numRowsDroppedByWatermark") or 0) for op in progress.get("stateOperators") or [])
            if dropped:
                run.stop()
                record(spark, ops, query, f"{app}/stopped", seen, {"dropped_by_state": dropped})
                raise RuntimeError(f"{query}, batch {seen}: Spark's state dropped {dropped} rows that its input had accepted")
        if ended:
            break
        run.awaitTermination(5)
    run.awaitTermination()  # raises what ended the query
    print(json.dumps({"query": query, "state": "finished", "watermark": watermark}))
