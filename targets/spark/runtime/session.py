import json
import os

from pyspark.sql import functions as F

# What expressions mean must not depend on the cluster: SETTINGS says how they were checked.
for name, setting in SETTINGS.items():
    spark.conf.set(name, setting)


def begin(query, app, ops, table):
    """Refuses to write into a table that holds what another identity of this query wrote: rows would stand there twice.

    An identity changes with what the query's position and state depend on. To compute the table anew under the new one,
    drop the table, and the tables that are computed from it, with all their rows.
    """
    records = spark.read.format("delta").load(f"{ops}/batches").where(F.col("query") == query)
    last = records.orderBy(F.col("at").desc()).select("app").first()
    if last is not None and last["app"] == app:
        return
    holds_rows = len(spark.read.format("delta").load(table).take(1)) > 0
    ran_before = len(records.where(F.col("app") == app).take(1)) > 0
    if holds_rows or ran_before:
        wrote = "another query" if last is None else f"'{last['app']}'"
        raise RuntimeError(f"{table} is the work of {wrote}, and this is '{app}': drop it, and what is computed from it, to begin anew.")


def start(writer, declared):
    """Starts a streaming query: a batch every `declared` interval, or, where the job asks for `available_now`, until drained."""
    asked = parameter("trigger")
    how = {"availableNow": True} if asked == "available_now" else {"processingTime": declared}
    return writer.trigger(**how).start()


def finish(run, query):
    """Waits for the query's end. Rows that Spark drops from its state as too late would be lost unseen, so they fail it."""
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
                raise RuntimeError(f"{query}, batch {seen}: Spark's state dropped {dropped} rows that its input had accepted")
        if ended:
            break
        run.awaitTermination(5)
    run.awaitTermination()  # raises what ended the query
    print(json.dumps({"query": query, "state": "finished", "watermark": watermark}))
