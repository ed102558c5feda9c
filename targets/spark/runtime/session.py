import json
import os

from pyspark.sql import functions as F

# Texts without a zone and the results of windows mean the same on every cluster.
spark.conf.set("spark.sql.session.timeZone", "UTC")
# `finish` looks at what every batch of a run dropped, not only at the last hundred.
spark.conf.set("spark.sql.streaming.numRecentProgressUpdates", "10000")


def start(writer, declared):
    """Starts a streaming query: a batch every `declared` interval, or, where the job asks for `available_now`, until drained."""
    asked = parameter("trigger")
    how = {"availableNow": True} if asked == "available_now" else {"processingTime": declared}
    return writer.trigger(**how).start()


def finish(run, query):
    """Waits for the query's end. Rows that Spark dropped from its state as too late would be lost unseen, so they fail it."""
    run.awaitTermination()
    progress = run.recentProgress
    dropped = sum(int(op.get("numRowsDroppedByWatermark") or 0) for p in progress for op in p.get("stateOperators") or [])
    watermark = (progress[-1].get("eventTime") or {}).get("watermark") if progress else None
    print(json.dumps({"query": query, "state": "finished", "watermark": watermark, "dropped_by_state": dropped}))
    if dropped:
        raise RuntimeError(f"{query}: Spark's state dropped {dropped} rows that its input had accepted")
