# Databricks notebook source
# MAGIC %md
# MAGIC # What the notebooks of this project share
# MAGIC Taken over by `%run`, so that everything here lives in the notebook's own namespace: under Spark Connect a module of the client is not found inside a batch.
# MAGIC Generated; edit the YAML instead.

# COMMAND ----------

# DBTITLE 1,What expressions mean here
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
    "spark.sql.mapKeyDedupPolicy": "LAST_WIN",
    "spark.sql.optimizer.excludedRules": "org.apache.spark.sql.catalyst.optimizer.ReorderAssociativeOperator",
}

# COMMAND ----------

# DBTITLE 1,Session: guard, start, end
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

# COMMAND ----------

# DBTITLE 1,Parameters and secrets
def parameter(name):
    """A parameter of the job. There is no default: a job that does not give it has been put together wrongly."""
    dbutils.widgets.text(name, "")
    value = dbutils.widgets.get(name)
    if value == "":
        raise ValueError(f"The job does not give the parameter '{name}'.")
    return value


def secret(name):
    """A secret of the vault, read on the driver; never printed, never written."""
    return dbutils.secrets.get(scope=parameter("vault"), key=name)

# COMMAND ----------

# DBTITLE 1,Parameters of notebooks that one runs after another
# What the notebook was given that runs others by `%run`: they would find the defaults of their own widgets.
# https://learn.microsoft.com/azure/databricks/notebooks/widgets#use-databricks-widgets-with-run
GIVEN = globals().get("GIVEN", {})
of_widget = parameter


def parameter(name):
    """A parameter of the job, as its first notebook was given it."""
    return GIVEN[name] if name in GIVEN else of_widget(name)

# COMMAND ----------

# DBTITLE 1,Tables
def create_table(path, columns, comment, properties=None, partition_by=(), on_schema_change="fail", clears=None):
    """Creates a Delta table by its own DDL. One that exists must have just these columns and folders: Delta would drop others silently.

    `on_schema_change="add"`: an existing table gets the declared columns that it lacks, null in the rows that it holds.
    `clears`: (query, generation): rows that generations of the query before this one wrote are removed, in one commit that
    also notes it, so that it is done once. A reader with a checkpoint from before is stopped by Delta.
    """
    partitions = f"PARTITIONED BY ({', '.join(f'`{column}`' for column in partition_by)})" if partition_by else ""
    noted = {f"{CLEARED}{clears[0]}": clears[1]} if clears else {}
    kept = ", ".join(f"'{name}' = '{value}'" for name, value in {**(properties or {}), **noted}.items())
    table = f"delta.`{path}` ({columns}) USING DELTA {partitions} COMMENT {quoted(comment)} {kept and f'TBLPROPERTIES ({kept})'}"
    try:
        spark.sql(f"CREATE TABLE IF NOT EXISTS {table}")
    except Exception as reason:  # another job created it at the same moment: then it is there now
        try:
            fields(path)
        except Exception:
            raise reason
    if not is_table(path):  # whoever began it was stopped before its first commit, and SQL takes a folder that holds anything for a table
        spark.createDataFrame([], columns).write.format("delta").mode("append").partitionBy(*partition_by).save(path)
    details = detail(path)
    # So appended it has no comment, nor its properties and what must not be null, if whoever did it was stopped here; another job
    # may have made it meanwhile, and written rows.
    is_bare = details["description"] is None and details["numFiles"] == 0
    if is_bare or (clears and cleared_before(details, clears[0]) < clears[1]):
        spark.sql(f"REPLACE TABLE {table}")  # Delta at a path takes `CREATE OR REPLACE` for a mere `CREATE`
        details = detail(path)
    declared = spark.createDataFrame([], columns).schema.fields
    if on_schema_change == "add":
        add_columns(path, declared)
    wanted, found = shape(declared), shape(fields(path))
    if sorted(found) != sorted(wanted):  # all writes are by name; columns that were added stand last
        missing = [column for column in wanted if column not in found]
        strange = [column for column in found if column not in wanted]
        raise RuntimeError(f"{path} has other columns than declared (missing {missing}, not declared {strange}). {BEGIN_ANEW}")
    folders = details["partitionColumns"]
    if list(folders) != list(partition_by):
        raise RuntimeError(f"{path} is partitioned by {list(folders)} and declared to be by {list(partition_by)}. {BEGIN_ANEW}")


def cleared_before(details, query):
    """The generation before which the rows of the table with these details were removed, or there never were any; 1: none were."""
    return int(details["properties"].get(f"{CLEARED}{query}", 1))


def expect_cleared(path, query, generation):
    """Refuses to go on until a table of another job has lost the rows of generations before this one: that job removes them."""
    if cleared_before(detail(path), query) < generation:
        raise RuntimeError(f"{path} holds rows that are to be removed: start the job of {query} first, as it is compiled now.")


def add_columns(path, declared):
    """Adds the declared columns that the table lacks, if that is the only difference."""
    found = fields(path)
    new = [field for field in declared if field.name not in [there.name for there in found]]
    if not new or any(column not in shape(declared) for column in shape(found)):
        return
    required = [field.name for field in new if not field.nullable]
    if required:
        raise RuntimeError(f"{path} lacks {required}, which cannot be null: the rows that it holds have no value for them.")
    comments = [f" COMMENT {quoted(field.metadata['comment'])}" if "comment" in field.metadata else "" for field in new]
    definitions = [f"`{field.name}` {field.dataType.simpleString()}{comment}" for field, comment in zip(new, comments)]
    try:
        spark.sql(f"ALTER TABLE delta.`{path}` ADD COLUMNS ({', '.join(definitions)})")
    except Exception:  # another job added them at the same moment: then they are there now
        if len(fields(path)) == len(found):
            raise


def detail(path):
    return spark.sql(f"DESCRIBE DETAIL delta.`{path}`").first()


def is_table(path):
    """Whether there is a Delta table, as distinct from the beginnings of one."""
    try:
        fields(path)
    except AnalysisException:
        return False
    return True


def fields(path):
    return spark.read.format("delta").load(path).schema.fields


def shape(columns):
    return [(column.name, column.dataType.simpleString()) for column in columns]


def quoted(text):
    """A literal of SQL."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


BATCHES = """
    query STRING NOT NULL COMMENT 'pipeline/layer.table',
    app STRING NOT NULL COMMENT 'The query with the identity of its checkpoint',
    batch BIGINT NOT NULL COMMENT 'Number of the batch within the checkpoint',
    counts MAP<STRING, BIGINT> NOT NULL COMMENT 'Rows read, and where each of them went',
    watermark TIMESTAMP COMMENT 'Event time up to which the query is closed after the batch',
    versions MAP<STRING, BIGINT> COMMENT 'Of each table that was read as a whole or for look-ups: the version',
    at TIMESTAMP NOT NULL COMMENT 'When the record was made'
"""

# One small file a batch and query: compacted as they come, because every batch reads the record of the one before.
COMPACTED = {"delta.autoOptimize.autoCompact": "true"}

BEGIN_ANEW = "Raise `backfill` to begin anew (drop the table, if it says `write: replace`)."

# The property of a table that says before which generation of a query its rows were removed.
CLEARED = "sluice.cleared_before/"

# COMMAND ----------

# DBTITLE 1,Batches: checks, counts, writes that a replay does not repeat
from contextlib import contextmanager


class Batch:
    """A batch of a query. `earlier`: its record, if this is a replay; `before`: the record of the batch before it."""

    def __init__(self, session, query, batch_id):
        self.session, self.query, self.id = session, query, batch_id
        near = records(session, query).where(F.col("batch").between(batch_id - 1, batch_id)).collect()
        by_id = {row["batch"]: row for row in near}
        self.before, self.earlier = by_id.get(batch_id - 1), by_id.get(batch_id)

    def __str__(self):
        return f"{self.query.name}, batch {self.id}"

    def transaction(self, part):
        """Options of a write: what has been written as this `part` of the batch, Delta does not write again.

        https://docs.delta.io/latest/delta-streaming.html#idempotent-table-writes-in-foreachbatch
        """
        return {"txnAppId": f"{self.query.app}/{part}", "txnVersion": str(self.id)}


def holds(condition):
    """Whether a condition is true: one that is null does not hold."""
    return F.coalesce(condition, F.lit(False))


def marked(rows):
    """The rows with `_goes`: where a row goes that is not written; null: on to the table."""
    return rows if "_goes" in rows.columns else rows.withColumn("_goes", F.lit(None).cast("string"))


def only(rows, where, otherwise="filtered"):
    """Marks the rows for which `where` is not true."""
    return marked(rows).withColumn("_goes", F.coalesce("_goes", F.when(~holds(F.expr(where)), otherwise)))


# Where a row goes that violates an expectation, by what that says; a row that violates several goes to the first of these.
CONSEQUENCES = {"fail": "failed", "quarantine": "quarantined", "drop": "dropped"}


def checked(rows, expectations, where="true"):
    """Adds what each row violates (`_violations`), and where that sends it (`_goes`), if it goes nowhere yet.

    `expectations`: name → (condition, consequence). A condition that is null is violated: a row that cannot be shown to be
    right is not right.
    """
    broken = {name: ~holds(F.expr(condition)) for name, (condition, _) in expectations.items()}
    names = F.array(*[F.when(is_broken, F.lit(name)) for name, is_broken in broken.items()]).cast("array<string>")
    violations = F.when(F.col("_goes") == "unparsable", F.array(F.lit("unparsable"))).otherwise(F.array_compact(names))
    sent = [
        F.when(broken[name], place)
        for consequence, place in CONSEQUENCES.items()
        for name, (_, its) in expectations.items()
        if its == consequence
    ]
    return only(rows, where).withColumn("_violations", violations).withColumn("_goes", F.coalesce("_goes", *sent))


@contextmanager
def persisted(rows):
    """The rows of a batch, read once though they are counted and written."""
    kept = rows.persist()
    try:
        yield kept
    finally:
        kept.unpersist()


def append(rows, table, transaction):
    """Appends once."""
    rows.write.format("delta").mode("append").options(**transaction).save(table)


def insert_new(rows, table, keys, still_open, batch):
    """Inserts the rows whose keys the open part of the table does not hold. It only adds files, so readers may stream it."""
    session, view = batch.session, batch.query.view
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    with once(batch, "table"):
        session.sql(f"MERGE INTO delta.`{table}` t USING {view} s ON {same} AND {still_open} WHEN NOT MATCHED THEN INSERT *")


@contextmanager
def once(batch, part):
    """A statement of SQL that runs meanwhile is this `part` of the batch: once it was done, Delta does not do it again."""
    conf = batch.session.conf
    settings = {f"spark.databricks.delta.write.{name}": value for name, value in batch.transaction(part).items()}
    for name, value in settings.items():
        conf.set(name, value)
    try:
        yield
    finally:  # under Spark Connect a setting made here would stay
        for name in settings:
            conf.unset(name)


def records(session, query):
    """The records of a query's batches: counts, the watermark after each (microseconds since 1970), versions that it read."""
    of_query = session.read.format("delta").load(query.batches).where(F.col("app") == query.app)
    return of_query.select("batch", "counts", F.unix_micros("watermark").alias("watermark"), "versions")


def last_record(session, query):
    """The record of the query's last batch, or None."""
    return records(session, query).orderBy(F.desc("batch")).first()


def record(batch, counts, watermark=None, versions=None):
    """Keeps what came in and where it goes."""
    columns = {
        "query": F.lit(batch.query.name),
        "app": F.lit(batch.query.app),
        "batch": F.lit(int(batch.id)).cast("long"),
        "counts": numbers(counts),
        "watermark": F.timestamp_micros(F.lit(None if watermark is None else int(watermark)).cast("long")),
        "versions": numbers(versions),
        "at": F.current_timestamp(),
    }
    # Literals: rows of Python would be sent to a worker of Python and back, for each record.
    one = batch.session.range(0, 1, 1, 1).select(*[column.alias(name) for name, column in columns.items()])
    append(one, batch.query.batches, batch.transaction("batches"))


def numbers(named):
    """A literal of names and their numbers, or null."""
    words = [F.lit(word) for name, n in (named or {}).items() for word in (name, int(n))]  # `int` as in `log`
    return (F.lit(None) if named is None else F.create_map(*words)).cast("map<string, long>")


def settle(batch, counts, watermark=None, versions=None, otherwise="what it reads has changed since"):
    """Records what a batch counts, and logs it: before its rows are written, for the tables are counted as they were before it.

    A replay must count the same of what was counted; `otherwise`: what it means if not.
    """
    if batch.earlier is None:
        record(batch, counts, watermark, versions)
    else:
        found = batch.earlier["counts"]
        if any(counts.get(name, n) != n for name, n in found.items()):
            raise RuntimeError(f"{batch}: recorded are {found}, and now there are {counts}: {otherwise}")
    log(batch, counts)


def log(batch, counts):
    told = {"query": batch.query.name, "batch": batch.id, "replayed": batch.earlier is not None, **counts}
    print(json.dumps(told, default=int))  # Spark Connect 3.5 counts in integers of numpy


def count_and_write(rows, batch_id, query, counted, write):
    """Counts a batch, records it, and hands its rows to `write`. `counted`: aggregates of them by their name in the record.

    A replay is counted too: only rows that are read move Spark's watermark, and with it what the next batch closes.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as kept:
        counts = kept.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict()
        settle(batch, counts)
        if counts["written"] > 0:
            write(kept, batch)


def append_counted(rows, batch_id, query, table, counted, only_counted=()):
    """Appends the rows of a batch, once. `only_counted`: columns that are not kept."""

    def write(kept, batch):
        append(kept.drop(*only_counted), table, batch.transaction("table"))

    count_and_write(rows, batch_id, query, counted, write)


def conserve(batch, counts):
    """Each row that was read goes to exactly one place, or the query stops before anything is written.

    Where rows are taken apart, those that were read go to their elements or to nothing, and each element to exactly one place.
    What a view leaves out (`silver.wanted.filtered`) are rows as they were read, or elements (`…_elements`).
    What a join found (`stores.matched`) is said of rows that are written: it is no place of its own. Nor is `late_written`.
    """
    joins = (".matched", ".unmatched")
    places = [name for name in counts if name not in ("read", "elements", "warned", "late_written") and not name.endswith(joins)]
    equations = {"read": places}
    if "elements" in counts:
        apart = ("unparsable", "without_elements", "with_elements")
        whole = [name for name in places if name in apart or ("." in name and not name.endswith("_elements"))]
        equations = {"read": whole, "elements": [name for name in places if name not in whole]}
    for whole, parts in equations.items():
        found = sum(counts[name] for name in parts)
        if counts[whole] != found:
            raise RuntimeError(f"{batch}: {counts[whole]} {whole}, {found} accounted for: {counts}")

# COMMAND ----------

# DBTITLE 1,Rows
@dataclass(frozen=True)
class Watermark:
    """Event time less a delay. `late`: what becomes of rows that come after it has passed them: `drop`, `fail`, `divert` to a table, or `upsert`: they are rows like others, which windows are corrected by."""

    column: str
    delay: str
    late: str
    diverted_to: str | None = None


@dataclass(frozen=True)
class Deduplication:
    """Of the rows with the same keys the first by `order` is kept, within the part of the table that the watermark has not passed."""

    keys: list
    order: list


def write_rows(rows, batch_id, query, table, columns, quarantine=None, watermark=None, deduplication=None, counted=None, left=(), lookups=None):
    """Writes one batch of checked rows: each goes to exactly one place, and a replayed batch changes nothing.

    Late is what the watermark before the batch has passed.
    `counted`: what else is counted, by its name in the record: an aggregate of the batch.
    `left`: the places of rows that views leave out.
    `lookups`: tables in which the rows that are written are looked up.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as rows:
        closed = watermark_before(batch) if watermark else None
        is_late = F.lit(False) if closed is None else F.col(watermark.column) <= F.expr(f"timestamp_micros({closed})")
        if closed is not None and watermark.late != "upsert":
            rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(is_late, "late")))
        good = rows.where("_goes is null")
        still_open = open_part(good, watermark, closed)
        new = first_of_each(good, columns, deduplication) if deduplication else good.select(*columns)

        if batch.earlier:  # its rows may be written already: the tables cannot be counted against any more
            counts, after, versions = batch.earlier["counts"], batch.earlier["watermark"], batch.earlier["versions"]
        else:
            versions = lookups and lookups.versions(batch.session)
            counts = count_rows(rows, counted, left)
            added = new
            if deduplication and counts["written"] > 0:
                added = not_in(table, new, deduplication.keys, still_open)
                counts["duplicates"] = counts["written"] - added.count()
                counts["written"] -= counts["duplicates"]
            if lookups:
                added = lookups.look_up(added, versions)
                counts.update(lookups.counts(added))
            if watermark and watermark.late == "upsert":
                counts["late_written"] = (lookups.staying(added) if lookups else added).where(is_late).count()
            refuse(rows, counts, batch, watermark)
            conserve(batch, counts)
            after = watermark_after(rows, watermark, closed) if watermark else None
        settle(batch, counts, after, versions)
        if lookups:
            new = lookups.staying(lookups.look_up(new, versions))

        if counts["quarantined"] + counts["unparsable"] > 0:
            bad = rows.where("_goes in ('quarantined', 'unparsable')")
            append(like(bad, quarantine), quarantine, batch.transaction("quarantine"))
        if counts["late"] > 0 and watermark.late == "divert":
            late = rows.where("_goes = 'late'")
            append(like(late, watermark.diverted_to), watermark.diverted_to, batch.transaction("late"))
        if counts["written"] > 0 and deduplication:
            insert_new(new, table, deduplication.keys, still_open, batch)
        elif counts["written"] > 0:
            append(new, table, batch.transaction("table"))


def watermark_before(batch):
    """The event time up to which the query was closed before the batch (microseconds since 1970); None on the first."""
    if batch.id == 0:
        return None
    if batch.before is None:
        raise RuntimeError(f"{batch}: the one before it has no record in {batch.query.batches}, so the watermark is not known")
    return batch.before["watermark"]


def open_part(good, watermark, closed):
    """The part of the table that a row of the batch may repeat: what the watermark has not passed, or, where late rows are written too, what is no earlier than any of them."""
    if closed is None:
        return "true"
    if watermark.late != "upsert":
        return f"t.`{watermark.column}` > timestamp_micros({closed})"
    least = good.agg(F.unix_micros(F.min(watermark.column))).first()[0]
    return "true" if least is None else f"t.`{watermark.column}` >= timestamp_micros({least})"


def watermark_after(rows, watermark, closed):
    """The latest event time of good rows less the delay; it never goes back."""
    good = rows.where("_goes is null or _goes = 'late'")
    seen = good.agg(F.expr(f"unix_micros(max(`{watermark.column}`) - INTERVAL {watermark.delay})")).first()[0]
    return max((w for w in (closed, seen) if w is not None), default=None)


def first_of_each(rows, columns, deduplication):
    """Of the rows with the same keys the first."""
    first = F.min_by(F.struct(*columns), F.struct(*deduplication.order))
    return rows.groupBy(*deduplication.keys).agg(first.alias("_row")).select("_row.*")


def not_in(table, rows, keys, still_open):
    """The rows whose keys the open part of the table does not hold."""
    there = rows.sparkSession.read.format("delta").load(table).alias("t").where(still_open)
    same = [F.col(f"s.`{key}`").eqNullSafe(F.col(f"t.`{key}`")) for key in keys]
    return rows.alias("s").join(there, same, "left_anti")


def count_rows(rows, counted=None, left=()):
    """How many rows of the batch go where; `written` are those that go nowhere else."""
    places = ["unparsable", "filtered", *CONSEQUENCES.values(), "late", *left]
    goes = F.col("_goes")
    of_batch = [F.expr(text).alias(name) for name, text in {"read": "count(*)", **(counted or {})}.items()]
    of_place = [F.count_if(goes == place).alias(place) for place in places]
    warned = F.count_if(goes.isNull() & (F.size("_violations") > 0)).alias("warned")
    written = F.count_if(goes.isNull()).alias("written")
    return {**rows.agg(*of_batch, *of_place, warned, written).first().asDict(), "duplicates": 0}


def refuse(rows, counts, batch, watermark=None):
    """Stops before anything of the batch is written, where the YAML says `fail`."""
    if counts["failed"] > 0:
        some = rows.where("_goes = 'failed'").select("_violations").first()["_violations"]
        raise RuntimeError(f"{batch}: {counts['failed']} rows violate what must hold, one of them {some}")
    if counts["late"] > 0 and watermark.late == "fail":
        raise RuntimeError(f"{batch}: {counts['late']} rows came after the watermark had passed them")


def like(rows, table):
    """The columns that the table has, in its order."""
    return rows.select(*rows.sparkSession.read.format("delta").load(table).columns)

# COMMAND ----------

# DBTITLE 1,Batches of runs
def expect_recorded(batch, versions):
    """Stops where another run has recorded the same batch meanwhile, of something else."""
    recorded = last_record(batch.session, batch.query)
    if recorded["batch"] != batch.id or recorded["versions"] != versions:
        raise RuntimeError(f"{batch}: recorded with {recorded['versions']} by another run, and this one has {versions}. Start it again.")

# COMMAND ----------

# DBTITLE 1,Whole landings
import re
from functools import reduce


@dataclass(frozen=True)
class Landed:
    """What an orchestrator lands: each landing is a file in a folder with the number of the landing, from 1 on.

    `source`: by what name the orchestrator knows it. `columns`: their definitions, as DDL. `within`: of JSON, the names that lead to a list of rows
    in each object; none: each object is a row.
    """

    source: str
    folder: str
    form: str
    columns: str
    within: tuple = ()

    def last(self):
        """The last landing that is whole, as this run is told; 0: it is told of none."""
        return max((int(told["landing"]) for told in json.loads(parameter("landings")) if told["source"] == self.source), default=0)

    def path(self, landing):
        return f"{self.folder}/landing={landing:010d}/rows.{self.form}"


def landed_rows(session, landed, first, last):
    """The rows of the landings from `first` to `last`, each with its landing's number (`_landing`), its file and place in it, and why it does not fit (`_misfit`)."""
    paths = [landed.path(landing) for landing in range(first, last + 1)]
    rows = LANDED_ROWS[landed.form](session, paths, landed.columns, *landed.within)
    number = F.regexp_extract("_file", r"landing=(\d+)/[^/]*\z", 1).cast("long")
    return with_nulls_refused(session, rows, landed.columns).withColumn("_landing", number)


def with_nulls_refused(session, rows, columns):
    """A null of a column that has none does not fit."""
    required = [field.name for field in fields_of(session, columns) if not field.nullable]
    missing = [F.when(F.col(f"`{name}`").isNull(), F.lit(f"`{name}` is null")) for name in required]
    return rows.withColumn("_misfit", F.coalesce("_misfit", *missing))


def fields_of(session, columns):
    return session.createDataFrame([], columns).schema.fields


# Times of before 1900, and days of before 1582, are read by the calendar that they were written by, which is the one of today.
# https://spark.apache.org/docs/3.5.5/sql-data-sources-parquet.html#data-source-option
CALENDARS = {"datetimeRebaseMode": "CORRECTED", "int96RebaseMode": "CORRECTED"}


def parquet_rows(session, paths, columns):
    """Rows of Parquet, whose files must have the declared columns: Spark would give null for one that is missing.

    The types are those that the database's columns had then: each file is read as what it is, files of the same types together.
    """
    declared, alike = fields_of(session, columns), {}
    for path in paths:
        there = session.read.options(**CALENDARS).parquet(path).schema
        if sorted(there.names) != sorted(field.name for field in declared) or not all(is_like(there[field.name].dataType, field.dataType) for field in declared):
            raise RuntimeError(f"{path} has the columns {shape(there.fields)}, and declared are {shape(declared)}")
        alike.setdefault(there.json(), []).append(path)
    parts = [fitted(session.read.options(**CALENDARS).parquet(*files), declared) for files in alike.values()]
    return reduce(lambda rows, more: rows.unionAll(more), parts)


def is_like(there, declared):
    """Whether values of a file may be of a declared type: of the same, or of one that the orchestrator has for the database's column."""
    there, of = there.simpleString(), declared.simpleString()
    digits = there.startswith("decimal") and of.startswith("decimal")
    return there in (of, "string", *LIKE.get(of, ())) or digits


# A date of the database is a time to the orchestrator, at midnight.
LIKE = {"date": ("timestamp",), "int": ("tinyint", "smallint", "bigint"), "bigint": ("tinyint", "smallint", "int"), "double": ("float",)}


def fitted(rows, declared):
    """The columns as they are declared; a value that is not the same one then is no such value. Texts are read as those of CSV are."""
    values, misfits = [], []
    for field in declared:
        column, there, of = F.col(f"`{field.name}`"), rows.schema[field.name].dataType.simpleString(), field.dataType.simpleString()
        value = value_of(field.name, field.dataType) if there == "string" else F.expr(f"try_cast(`{field.name}` AS {of})")
        same = value.isNotNull() if there == "string" else F.coalesce(F.expr(f"try_cast(try_cast(`{field.name}` AS {of}) AS {there}) = `{field.name}`"), F.lit(False))
        values.append(value.alias(field.name))
        if there != of:
            misfits.append(F.when(column.isNotNull() & ~same, F.lit(f"`{field.name}` is no {of}")))
    misfit = F.coalesce(*misfits, F.lit(None).cast("string"))
    return rows.select(*values, *places_in_files("_metadata.row_index"), misfit.alias("_misfit"))


# As the orchestrator's dataset says it is written. Line breaks within quotes belong to the text: told how lines end, Spark leaves others as they are.
CSV = {"header": "true", "enforceSchema": "false", "multiLine": "true", "lineSep": "\n", "quote": '"', "escape": '"', "nullValue": r"\N"}
CSV_MISTAKES = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_record", "unescapedQuoteHandling": "RAISE_ERROR"}


def csv_rows(session, paths, columns):
    """Rows of CSV (RFC 4180; `\\N` is null). A file's header must be the names of the columns in their order.

    The cells are read as texts: Spark's own reader would take what does not fit for null, and round what is too long.
    """
    declared = fields_of(session, columns)
    texts = ", ".join(f"`{field.name}` string" for field in declared)
    rows = session.read.schema(f"{texts}, _record string").options(**CSV, **CSV_MISTAKES).csv(paths)
    values = {field.name: value_of(field.name, field.dataType) for field in declared}
    misfits = [
        F.when(F.col(f"`{field.name}`").isNotNull() & values[field.name].isNull(), F.lit(f"`{field.name}` is no {field.dataType.simpleString()}"))
        for field in declared
    ]
    misfit = F.coalesce(F.when(F.col("_record").isNotNull(), F.lit("it has more or fewer cells than the header")), *misfits)
    in_order = "monotonically_increasing_id()"  # a file with line breaks within quotes is read by one task
    return rows.select(*[value.alias(name) for name, value in values.items()], *places_in_files(in_order), misfit.alias("_misfit"))


# By the form of the files.
LANDED_ROWS = {"csv": csv_rows, "parquet": parquet_rows}


def places_in_files(place):
    """The file of each row, and by what it has its place there."""
    return [F.col("_metadata.file_path").alias("_file"), F.expr(place).alias("_at")]


# How values of each type are written, so that nothing is guessed, rounded or cut but for the seventh digit of a second.
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
WRITTEN = {
    "boolean": r"(?i)true|false",
    "int": r"[+-]?[0-9]+",
    "bigint": r"[+-]?[0-9]+",
    "double": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?",
    "date": DATE + r"([T ]00:00:00(\.0+)?Z?)?",
    "timestamp": DATE + r"[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?( ?[+-][0-9]{2}:[0-9]{2}|Z)?",
}


def value_of(name, kind):
    """A cell as a value of its type; null if it is none. A time without a zone is one of UTC."""
    of = kind.simpleString()
    if of == "string":
        return F.col(f"`{name}`")
    written = WRITTEN.get(of) or decimal_written(kind)
    pattern = quoted(rf"\A({written})\z")
    text = f"CASE WHEN `{name}` RLIKE {pattern} THEN replace(`{name}`, ' +', '+') END"
    value = F.expr(f"try_cast({text} AS {of})")
    return F.when(F.abs(value) < float("inf"), value) if of == "double" else value


def decimal_written(kind):
    """Digits that a decimal has room for, but for zeros."""
    whole, part = kind.precision - kind.scale, kind.scale
    return rf"(?=.*[0-9])[+-]?0*[0-9]{{0,{whole}}}(\.[0-9]{{0,{part}}}0*)?"


ANEW = "have all rows landed anew (by another `start` of the source's cursor; where it has none, by another name of the bronze table), raise `backfill` of the table and compile."
STAYS = f". It stays so in what has landed, also once the source is corrected: correct it and {ANEW} Or declare the column `string`, which has all rows landed anew too, `try_cast` it in the table's `columns`, quarantine by `expect` what is none, raise `backfill` and compile."


def expect_fit(rows, batch, way_out=""):
    """Stops before anything of a batch is written, where a row is not as declared: a null in its place would be a guess."""
    try:
        first = rows.where("_misfit IS NOT NULL").orderBy("_file", "_at").select("_file", "_at", "_misfit").first()
    except Exception as error:  # of a header Spark says so itself, behind a stack of its own
        header = re.search(r"(CSV header does not conform|Number of column in CSV header)[\s\S]*?CSV file: \S+", str(error))
        if header is None:
            raise
        raise RuntimeError(f"{batch}: {' '.join(header[0].split())}{way_out}") from None
    if first is not None:
        row = rows.where((F.col("_file") == first["_file"]) & (F.col("_at") <= first["_at"])).count()
        raise RuntimeError(f"{batch}: {first['_file']}, row {row}: {first['_misfit']}{way_out}")

# COMMAND ----------

# DBTITLE 1,Changes by key
@dataclass(frozen=True)
class Merged:
    """A table that changes are merged into. `columns`: those that rows are made of; `keys` tell its rows apart."""

    table: str
    columns: list
    keys: list


@dataclass(frozen=True)
class Latest:
    """Of each key the latest row is kept: that with the greatest `sequence_by` (null is less than anything), of these the one that
    landed last. Of whole tables that is always the one that landed last: they have no `sequence_by`.
    """

    sequence_by: list

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        """What else is recorded, by its name: an aggregate of what `changed` gives."""
        return {}

    def changed(self, rows, into, first, last):
        """Of each key the latest of the rows, with how many it stands for (`_rows`), and where it goes (`_goes`)."""
        good = rows.where("_goes IS NULL")
        return compared(latest_of_each(good, into.columns, into.keys, self.sequence_by), into, self.sequence_by)

    def merge(self, changed, into, batch):
        latest = changed.where("_goes IS NULL").select(*into.columns)
        merge_latest(latest, into.table, into.keys, self.sequence_by, batch)


def apply_changes(query, landed, changes, table, columns, keys, sequence_by=(), quarantine=None, how=None):
    """Takes the landings that are whole and not taken yet, as one batch, and merges them into the table: of each key the latest row,
    or as `how` says. Taken one by one or all at once, landings give the same table. `changes` makes checked rows of those that
    landed; what they leave out leaves the table as it is.

    Told of fewer landings than were taken it stops: the next ones would be written over those, and rows of them never be taken.

    The last batch may have been stopped between its record and its rows, so it is made again, with its own landings: what
    Delta has written of it, it skips.
    """
    how = how or Latest(sequence_by)
    expect_own(query, table)
    how.expect_kept(query)
    given = (landed, changes, Merged(table, columns, keys), how, quarantine)
    last, taken, whole = last_record(spark, query), 0, landed.last()
    if last is not None:
        taken = last["versions"].get(landed.source, 0)
        if 0 < whole < taken:
            raise RuntimeError(f"{landed.source}: the control table has landing {whole} as the last whole one, and {query.app} has taken {taken}. If this is an older run of the pipeline that was run again from its failed activity, nothing is amiss: start the pipeline anew instead. Else its marks were put back to an earlier state. Stop the pipeline's triggers, or rows are lost; then {ANEW}")
        apply_batch(Batch(spark, query, last["batch"]), taken, *given)
        if last["counts"].get("table.rows", last["counts"]["written"]) > 0 and not has_rows(spark.read.format("delta").load(table)):
            raise RuntimeError(f"{table}: its rows are gone, and what {query.app} has taken would not come again. Raise `backfill` of the table and compile: then it is computed anew.")
    if whole > taken:
        apply_batch(Batch(spark, query, 0 if last is None else last["batch"] + 1), whole, *given)


def expect_kept(query, table, what, rows):
    """Refuses to go on where what was kept beside the table is gone: a row that it holds back would come again. `rows`: how many there are is recorded as this."""
    # The last batch may have been stopped between its record and its deletes, or have taken all of them out.
    last = [row["counts"].get(rows, 0) for row in records(spark, query).orderBy(F.desc("batch")).take(2)]
    if len(last) == 2 and min(last) > 0 and not has_rows(spark.read.format("delta").load(table)):
        raise RuntimeError(f"{table}: the {what} that {query.app} has kept there are gone, and rows that came late would be taken for new ones. Raise `backfill` of the table and compile: then it is computed anew.")


def apply_batch(batch, upto, landed, changes, into, how, quarantine):
    """Merges the landings behind those of the batch before, up to one of them: they are recorded first."""
    before = batch.before["versions"].get(landed.source, 0) if batch.before else 0
    with persisted(landed_rows(batch.session, landed, before + 1, upto)) as rows:
        checked_rows = changes(rows)
        with persisted(how.changed(checked_rows, into, before + 1, upto)) as changed:
            if batch.earlier:
                counts = batch.earlier["counts"]
            else:
                expect_fit(rows, batch, STAYS)
                counts = count_changes(checked_rows, changed)
                refuse(checked_rows, counts, batch)
                conserve(batch, counts)
                counted = how.counted(into)
                if counted:
                    counts.update(changed.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict())
                settle(batch, counts, versions={landed.source: upto})
                expect_recorded(batch, {landed.source: upto})
            if counts["quarantined"] > 0:
                bad = checked_rows.where("_goes = 'quarantined'")
                append(like(bad, quarantine), quarantine, batch.transaction("quarantine"))
            if any(counts.get(name, 0) > 0 for name in ("written", "deleted", "table.deleted", "table.closed")):
                how.merge(changed, into, batch)


def latest_of_each(rows, columns, keys, sequence_by):
    """Of the rows with the same keys the latest, and how many there were (`_rows`). What else differs decides last, so that a replay finds the same."""
    latest = rows.groupBy(*keys).agg(
        F.max_by(F.struct(*columns), order_of(rows, columns, sequence_by)).alias("_row"), F.count(F.lit(1)).alias("_rows")
    )
    return latest.select("_row.*", "_rows")


def order_of(rows, columns, sequence_by=()):
    """By what the rows of one key have an order; no two that differ have the same."""
    return F.struct(*sequence_by, "_landing", *[F.expr(comparable(name, rows.schema)) for name in columns])


def compared(latest, into, sequence_by):
    """Where a row goes that is not written: it is `stale`, as the table has a later one, or the table has it already; null: to the table."""
    there = latest.sparkSession.read.format("delta").load(into.table).withColumn("_there", F.lit(True))
    stale = F.expr(f"{sequence('s', sequence_by)} < {sequence('t', sequence_by)}") if sequence_by else F.lit(False)
    equal = equal_rows(into.columns, latest.schema, "s", "t")
    goes = F.when(F.col("t._there"), F.when(stale, "stale").when(F.expr(equal), "unchanged"))
    return latest.alias("s").join(there.alias("t"), same_keys(into.keys), "left").select("s.*", goes.alias("_goes"))


def same_keys(keys, other="t"):
    return [F.col(f"s.`{key}`").eqNullSafe(F.col(f"{other}.`{key}`")) for key in keys]


def equal_rows(columns, schema, one, other):
    """Whether a row has the values of another one, as SQL."""
    return " AND ".join(f"{comparable(name, schema, one)} <=> {comparable(name, schema, other)}" for name in columns)


def sequence(of, columns):
    """By what rows have an order: the first column decides first."""
    return f"struct({', '.join(f'{of}.`{name}`' for name in columns)})"


def comparable(name, schema, of=None):
    """A column as Spark can compare it: maps it cannot."""
    column = f"{of}.`{name}`" if of else f"`{name}`"
    return f"to_json(struct({column}))" if "map<" in schema[name].dataType.simpleString() else column


def count_changes(rows, changed):
    """How many rows of the batch go where; of those that one row of the table stands for all but one are superseded."""
    one = F.col("_rows") > 0
    goes = F.col("_goes")
    of_changed = changed.agg(
        F.coalesce(F.sum(F.when(one, F.col("_rows") - F.when(goes == "superseded", 0).otherwise(1))), F.lit(0)).alias("superseded"),
        F.count_if(one & (goes == "stale")).alias("stale"),
        F.count_if(one & (goes == "unchanged")).alias("unchanged"),
        F.count_if(one & (goes == "deleted")).alias("deleted"),
        F.count_if(one & goes.isNull()).alias("written"),
    )
    return {**count_rows(rows), **of_changed.first().asDict()}


def merge_latest(rows, table, keys, sequence_by, batch):
    """Updates the rows whose keys the table holds, unless it has later ones, and inserts the others."""
    not_stale = f"AND {sequence('s', sequence_by)} >= {sequence('t', sequence_by)}" if sequence_by else ""
    merge_by(rows, table, keys, f"WHEN MATCHED {not_stale} THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *", batch)


def merging(columns, leaves):
    """Clauses of a MERGE: a row for which `leaves` is true is not in the table afterwards, any other one is as it comes."""
    values = ", ".join(f"`{name}` = s.`{name}`" for name in columns)
    names, cells = (", ".join(f"{of}`{name}`" for name in columns) for of in ("", "s."))
    return f"WHEN MATCHED AND {leaves} THEN DELETE WHEN MATCHED THEN UPDATE SET {values} WHEN NOT MATCHED AND NOT ({leaves}) THEN INSERT ({names}) VALUES ({cells})"


def merge_by(rows, table, keys, clauses, batch, part="table"):
    """Merges the rows `s` into the table `t` by columns that tell its rows apart, in one commit, once: as this `part` of the batch."""
    rows.createOrReplaceTempView(batch.query.view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    with once(batch, part):
        batch.session.sql(f"MERGE INTO delta.`{table}` t USING {batch.query.view} s ON {same} {clauses}")
