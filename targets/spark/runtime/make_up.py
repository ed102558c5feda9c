def make_up(query):
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
    version, metadata, *positions = whole_text(f"{query.checkpoint_location}/offsets/{done}").split("\n")
    was = json.loads(metadata)
    watermark = json.loads(whole_text(f"{query.checkpoint_location}/commits/{done}").split("\n")[1])["nextBatchWatermarkMs"]
    if watermark <= was["batchWatermarkMs"]:
        return None
    return "\n".join([version, json.dumps({**was, "batchWatermarkMs": watermark}), *positions])
