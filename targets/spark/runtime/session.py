import json
from dataclasses import dataclass, replace

from pyspark.errors import AnalysisException
from pyspark.sql import functions as F

# What expressions mean must not depend on the cluster: SETTINGS says how they were checked.
for name, setting in SETTINGS.items():
    spark.conf.set(name, setting)

# Spark 3 writes dates from before 1582 and times from before 1900 only if it is told by which calendar: its own. One such value would stop a stream.
# https://spark.apache.org/docs/3.5.5/sql-data-sources-parquet.html#configuration
for name in ("datetimeRebaseModeInWrite", "int96RebaseModeInWrite"):
    spark.conf.set(f"spark.sql.parquet.{name}", "CORRECTED")


@dataclass(frozen=True)
class Query:
    """A streaming query. `identity`: of what its position and state depend on."""

    name: str
    identity: str
    lake: str

    @property
    def app(self):
        """What its records and its transactions are known by."""
        return f"{self.name}/{self.identity}"

    @property
    def checkpoint_location(self):
        return f"{self.lake}/_checkpoints/{self.app}"

    @property
    def batches(self):
        """The table that holds the records of all queries' batches."""
        return f"{self.lake}/_ops/batches"

    @property
    def stopped(self):
        """What the query is recorded as once it is stopped for good."""
        return replace(self, identity=f"{self.identity}/stopped")

    @property
    def view(self):
        """The name of a view that no other query of the same session uses."""
        return "batch_of_" + "".join(c if c.isalnum() else "_" for c in self.app)


def begin(query, table):
    """Refuses to go on where rows would be missing or stand twice: the table, the checkpoint and the query's record must be of one piece."""
    expect_own(query, table)
    resume(query)


def expect_own(query, table):
    """Refuses to go on where the table holds what another query wrote, or lacks what this one's record says.

    To have the table computed anew, and what is computed from it, raise its `backfill`.
    """
    of_any_identity = spark.read.format("delta").load(query.batches).where(F.col("query") == query.name)
    last = of_any_identity.orderBy(F.desc("at")).select("app", "batch").first()
    holds_rows = has_rows(spark.read.format("delta").load(table))
    if last is None and not holds_rows:
        return
    if last is not None and last["app"] == query.app:
        # The last batch may have been stopped between its record and its rows: then it is replayed.
        done = records(spark, query).where(F.col("batch") < last["batch"])
        emptied = records(spark, query).where((F.col("batch") >= last["batch"] - 1) & F.expr("counts['table.rows'] = 0"))
        if holds_rows or not has_rows(done.where("counts['written'] > 0")) or has_rows(emptied):
            return
        problem = "its rows are gone, and the query would go on behind them"
    elif last is not None and last["app"] == query.stopped.app:
        problem = "Spark's state dropped rows of its input, so it is not whole"
    else:
        problem = f"it is the work of {'another query' if last is None else last['app']}"
        if not holds_rows and not has_rows(records(spark, query)):
            return
    raise RuntimeError(f"{table} cannot be gone on with as {query.app}: {problem}. Raise `backfill` of the table, or of one that it reads, and compile: then its rows are removed and computed anew.")


def has_rows(rows):
    """No value of a row is fetched: a text that is not UTF-8 cannot be, under Spark Connect."""
    return len(rows.select(F.lit(1)).take(1)) > 0


def resume(query):
    """Refuses a checkpoint that has not come as far as the last recorded batch: it was removed, or is an older copy.

    Spark would number new batches as those that are done: a table would leave their rows out as if they had been written, a sink
    would deliver old rows beside those that it has. Returns the batch's record, or None.
    """
    last = last_record(spark, query)
    if last is None:
        return None
    if max(numbers_in(query, "offsets"), default=-1) < last["batch"]:
        raise RuntimeError(f"{query.app} has recorded batch {last['batch']}, and {query.checkpoint_location} does not know of it: it was removed, or is an older copy. Put it back, or raise `backfill` of the table (of a sink: of the table that it reads) and compile: then all is made anew.")
    return last


def numbers_in(query, log):
    """The batches of which a checkpoint's log has a file."""
    try:
        files = spark.read.text(f"{query.checkpoint_location}/{log}").inputFiles()
    except AnalysisException:  # there is no such folder
        return []
    return [int(file.rsplit("/", 1)[1]) for file in files]


def start(writer, declared):
    """Starts a streaming query: a batch every `declared` interval, or, where the job asks for `available_now`, until drained."""
    asked = parameter("trigger")
    how = {"availableNow": True} if asked == "available_now" else {"processingTime": declared}
    return writer.trigger(**how).start()


def finish(run, query):
    """Waits for the query's end. Rows that Spark drops from its state as too late would be lost unseen, so they stop it for good."""
    ended, watermark = False, None
    while not ended:
        try:
            ended = run.awaitTermination(5)  # raises what ended the query
        finally:  # so that the last batches of a query that failed are looked at too
            watermark = expect_none_dropped(run, query) or watermark
    print(json.dumps({"query": query.name, "state": "finished", "watermark": watermark}))


def expect_none_dropped(run, query):
    """Stops a query if its state has dropped rows in one of its latest batches. The watermark of the last of them, if it has one."""
    watermark = None
    for progress in run.recentProgress:
        watermark = (progress.get("eventTime") or {}).get("watermark", watermark)
        dropped = sum(int(op.get("numRowsDroppedByWatermark") or 0) for op in progress.get("stateOperators") or [])
        if dropped:
            run.stop()
            stopped = Batch(spark, query.stopped, progress["batchId"])
            record(stopped, {"dropped_by_state": dropped})
            raise RuntimeError(f"{stopped}: Spark's state dropped {dropped} rows that its input had accepted")
    return watermark
