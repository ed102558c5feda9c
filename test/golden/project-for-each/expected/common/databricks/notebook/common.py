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

# DBTITLE 1,Connections by Kafka's protocol
import os


def kafka_options(servers, identity="none", **login):
    """What Kafka's client needs to reach a log. `identity`: how it logs in, or `none` for a broker that asks for nothing.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations
    """
    options = {
        "kafka.bootstrap.servers": servers,
        "kafka.request.timeout.ms": "60000",
        "kafka.metadata.max.age.ms": "180000",
        "kafka.connections.max.idle.ms": "180000",
    }
    if identity == "password":
        options.update(password_login(**login))
    elif identity == "application":
        options.update(application_login(servers, **login))
    elif identity == "service_credential":
        options["databricks.serviceCredential"] = login["credential"]
    elif identity != "none":
        raise ValueError(f"No login of Kafka's client is called '{identity}'.")
    return options


def password_login(user, password):
    """A user whose password is a secret of the vault (SASL PLAIN over TLS)."""
    return sasl("PLAIN", "plain.PlainLoginModule", username=user, password=secret(password))


def application_login(servers, client_id, tenant, client_secret):
    """An application of Microsoft Entra ID: the client fetches a token with its secret, and fetches the next one in time.

    The handler has this name in Kafka's clients from 3.4 on.
    https://learn.microsoft.com/azure/event-hubs/authenticate-application
    """
    scope = f"https://{servers.split(':')[0]}/.default"
    module = "oauthbearer.OAuthBearerLoginModule"
    return {
        **sasl("OAUTHBEARER", module, clientId=client_id, clientSecret=secret(client_secret), scope=scope),
        "kafka.sasl.oauthbearer.token.endpoint.url": f"https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        "kafka.sasl.login.callback.handler.class": kafka_class("oauthbearer.OAuthBearerLoginCallbackHandler"),
    }


def sasl(mechanism, module, **given):
    """A login over TLS, in the words of Java's login service: in its texts a backslash and a quote stand behind a backslash."""
    quoted = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in given.items()}
    words = " ".join(f'{name}="{value}"' for name, value in quoted.items())
    return {
        "kafka.security.protocol": "SASL_SSL",
        "kafka.sasl.mechanism": mechanism,
        "kafka.sasl.jaas.config": f"{kafka_class(module)} required {words};",
    }


def kafka_class(name):
    """A class of Kafka's client; Databricks keeps its own copy of the client under another name."""
    shaded = "kafkashaded." if "DATABRICKS_RUNTIME_VERSION" in os.environ else ""
    return f"{shaded}org.apache.kafka.common.security.{name}"

# COMMAND ----------

# DBTITLE 1,Events of a hub
CAPTURED = """
    SequenceNumber bigint, Offset string, EnqueuedTimeUtc string, Body binary,
    SystemProperties map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>,
    Properties map<string, struct<member0: bigint, member1: double, member2: string, member3: binary>>
"""


def property_text(value):
    """What a property says, of its bytes: text, or base64 where they are no text in UTF-8 (formatting replaces what is not)."""
    text = f"cast({value} as string)"
    return f"if(format_string('%s', {text}) = {text}, {text}, base64({value}))"


ANY_MEMBER = f"coalesce(p.value.member2, cast(p.value.member0 as string), cast(p.value.member1 as string), {property_text('p.value.member3')})"


def captured_events(folder, reader):
    """Events from the Avro files that Event Hubs Capture writes. `reader`: `auto_loader` (Databricks) or `files`.

    https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview
    """
    if reader == "auto_loader":
        files = spark.readStream.format("cloudFiles").option("cloudFiles.format", "avro")
    else:
        files = spark.readStream.format("avro").option("recursiveFileLookup", "true")
    events = files.option("pathGlobFilter", "*.avro").schema(CAPTURED).load(folder)
    partition = F.regexp_extract("_metadata.file_path", r"/(\d+)/\d{4}/\d{2}/\d{2}/\d{2}/\d{2}/\d{2}\.avro$", 1)
    return events.select(
        F.col("Body").alias("body"),
        F.expr("SystemProperties['x-opt-kafka-key'].member3").alias("key"),
        F.expr(f"transform(map_entries(Properties), p -> struct(p.key as name, {ANY_MEMBER} as value))").alias("properties"),
        F.expr("coalesce(try_to_timestamp(EnqueuedTimeUtc, 'M/d/yyyy h:mm:ss a'), try_to_timestamp(EnqueuedTimeUtc))").alias("enqueued_at"),
        F.try_to_number(partition, F.lit("999999")).cast("int").alias("partition"),
        F.col("SequenceNumber").alias("offset"),
    )


def hub_events(hub, connection):
    """Events of a hub or topic, by Kafka's protocol, from the earliest that it still has."""
    options = {
        **connection,
        "subscribe": hub,
        "startingOffsets": "earliest",
        "includeHeaders": "true",
        "maxOffsetsPerTrigger": "200000",
        "kafka.session.timeout.ms": "30000",
    }
    events = spark.readStream.format("kafka").options(**options).load()
    return events.select(
        F.col("value").alias("body"),
        F.col("key"),
        F.expr(f"transform(headers, h -> struct(h.key as name, {property_text('h.value')} as value))").alias("properties"),
        F.col("timestamp").alias("enqueued_at"),
        F.col("partition"),
        F.col("offset"),
    )

# COMMAND ----------

# DBTITLE 1,Raw events and rows
def write_raw(rows, batch_id, query, table):
    """Appends a batch of events, or of rows, as they came, once."""
    append_counted(rows, batch_id, query, table, {"read": "count(*)", "written": "count(*)"})

# COMMAND ----------

# DBTITLE 1,JSON bodies
from uuid import uuid4

# By what the list is closed that a body stands in. It is made anew where a notebook starts: no body can hold it.
SEAL = f"_{uuid4().hex}"


def json_body(events, columns, position, parsed_as=lambda body: body):
    """The columns of each event's JSON body, and the event's position. A body that is not one JSON object goes no further (`_goes`). `parsed_as`: the text that is parsed for a body."""
    body = F.col("body").cast("string")
    frame = framed(parsed_as(body), columns)
    goes = F.when(~holds(is_whole(F.col("_frame")) & F.col("_body").rlike(r"^\s*\{")), "unparsable")
    return (
        events.select(frame.alias("_frame"), body.alias("_body"), *position)
        .select(F.get(f"_frame.{SEAL}", F.lit(0)).alias("_source"), *position, "_body", goes.alias("_goes"))
        .select("_source.*", *position, "_body", "_goes")
        .drop(SEAL)
    )


def framed(body, columns):
    """A body parsed in a frame. Spark's parser reads one value and never looks at what is behind it: in the frame it is a list with the body and a seal.

    What is behind a body's object breaks the frame, is a value more in the list, or ends the list before the seal; and none can stand for the list or the seal.
    """
    text = F.concat(F.lit(f'{{"{SEAL}": ['), body, F.lit(f', {{"{SEAL}": true}}]}}'))
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    return F.from_json(text, f"{SEAL} array<struct<{columns}, {SEAL}: boolean>>, _unparsable string", options)


def is_whole(frame):
    """Whether there is one value in the frame, and its parts are of their types."""
    values = frame.getField(SEAL)
    return frame.getField("_unparsable").isNull() & (F.size(values) == 2) & F.get(values, F.lit(1)).getField(SEAL)

# COMMAND ----------

# DBTITLE 1,Decimals, days and times as they are written
from pyspark.sql.types import DateType, DecimalType, TimestampType


def is_time(kind):
    return isinstance(kind, (DateType, TimestampType))


def is_decimal(kind):
    return isinstance(kind, DecimalType)


DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def time_of(kind, text):
    """What a text says that begins with a day, and of a day with nothing else but midnight; null if it is none."""
    if isinstance(kind, DateType):
        return F.try_to_timestamp(F.when(text.rlike(rf"\A\s*{DAY}([T ]00:00:00(\.0+)?(Z|\+00:00)?)?\s*\z"), text)).cast("date")
    return F.try_to_timestamp(F.when(text.rlike(rf"\A\s*{DAY}"), text))


def is_rounded(kind, text):
    """Whether the text of a decimal has more digits behind its point than the type, or anything in it but digits, point, sign and power of ten."""
    if not is_decimal(kind):
        return F.lit(False)
    digits, power = F.regexp_extract(text, "[0-9.]+", 0), F.regexp_extract(text, r"[eE]\+?(-?[0-9]{1,4})\z", 1)
    significant = F.regexp_replace(digits, r"(?<![0.])[0.]++\z|\.", "")
    behind = F.length(significant) - F.length(F.substring_index(digits, ".", 1)) - F.coalesce(F.when(power != "", power).cast("int"), F.lit(0))
    is_plain = text.rlike(r"\A[+-]?(?=\.?[0-9])[0-9]*+(\.[0-9]*+)?+([eE][+-]?[0-9]{1,4})?\z")
    return ~is_plain | ((significant != "") & (behind > kind.scale))

# COMMAND ----------

# DBTITLE 1,Decimals, days and times of JSON
from functools import reduce
from operator import or_
from pyspark.sql.types import ArrayType, MapType, StructType


def exact_json_body(events, columns, position):
    """`json_body` for columns with decimals, days or times: a body in which one is another value than what is written goes no further either."""
    rows = exact_json(events, columns, position)
    goes = F.when(F.col("_misfit").isNotNull(), "unparsable")
    return rows.withColumn("_goes", F.coalesce("_goes", goes)).drop("_misfit")


def exact_json(events, columns, position):
    """What `json_body` gives, and which column is another value than what is written (`_misfit`): what is other is null.

    Spark's parser takes a whole number for the seconds since 1970, an hour for one of today, and a day for what is left of a time: so days
    and times are read as texts. It rounds decimals and passes over their commas, and no type keeps a number as it is written: so a
    body in which one is not written plainly is read again, with all numbers made texts.
    """
    kinds = {field.name: field.dataType for field in spark.createDataFrame([], columns).schema.fields}
    times, decimals = those_with(is_time, kinds), those_with(is_decimal, kinds)
    kept = [*position, "_body", "_goes"]
    columns = spelled(kinds, lambda kind: "string" if is_time(kind) else kind.simpleString())
    rows = json_body(events, columns, position, lambda body: computable(body, decimals, columns) if decimals else body)
    values = [with_times(kind, column(name)).cast(kind).alias(name) if name in times else column(name) for name, kind in kinds.items()]
    again = [F.when(are_not_plain(F.col("_body"), decimals), numbers_as_texts(decimals)).alias("_decimals")] if decimals else []
    rows = rows.select(*values, *kept, F.struct(*map(column, kinds)).alias("_read"), *again)
    others = {name: is_no_time_in(kind, F.col("_read").getField(name), column(name)) for name, kind in times.items()}
    for name, kind in decimals.items():
        others[name] = others.get(name, F.lit(False)) | any_in(kind, F.col("_decimals").getField(name), is_rounded)
    values = [F.when(~others[name], column(name)).alias(name) if name in decimals else column(name) for name in kinds]
    misfits = [F.when(is_other, no_value(name, kinds[name])) for name, is_other in others.items()]
    return rows.select(*values, *kept, F.coalesce(*misfits, F.lit(None).cast("string")).alias("_misfit"))


def no_value(name, kind):
    return F.lit(f"`{name}` is no {kind.simpleString()}")


def column(name):
    return F.col(f"`{name}`")


def those_with(is_such, kinds):
    """The columns in whose types there is such a leaf."""
    return {name: kind for name, kind in kinds.items() if any(is_such(leaf) for _, leaf in leaves(name, kind))}


def spelled(kinds, leaf):
    return ", ".join(f"`{name}` {spelling(kind, leaf)}" for name, kind in kinds.items())


def spelling(kind, leaf):
    """A type as DDL. `leaf`: how one is written that is made of no others."""
    if isinstance(kind, ArrayType):
        return f"array<{spelling(kind.elementType, leaf)}>"
    if isinstance(kind, MapType):
        return f"map<{kind.keyType.simpleString()}, {spelling(kind.valueType, leaf)}>"
    if isinstance(kind, StructType):
        return "struct<" + ", ".join(f"`{field.name}`: {spelling(field.dataType, leaf)}" for field in kind.fields) + ">"
    return leaf(kind)


def leaves(name, kind):
    """The types that a column's type comes to, each with the name that stands before its value, or before the list or map that it is in."""
    if isinstance(kind, (ArrayType, MapType)):
        return leaves(name, kind.elementType if isinstance(kind, ArrayType) else kind.valueType)
    if isinstance(kind, StructType):
        return [leaf for field in kind.fields for leaf in leaves(field.name, field.dataType)]
    return [(name, kind)]


def any_in(kind, value, is_so):
    """Whether `is_so` of a leaf of the value and the leaf's type."""
    if isinstance(kind, ArrayType):
        return holds(F.exists(value, lambda one: any_in(kind.elementType, one, is_so)))
    if isinstance(kind, MapType):
        return any_in(ArrayType(kind.valueType), F.map_values(value), is_so)
    if isinstance(kind, StructType):
        return reduce(or_, [any_in(field.dataType, value.getField(field.name), is_so) for field in kind.fields])
    return holds(is_so(kind, value))


def with_times(kind, value):
    """The value with its texts as the days and times that they are."""
    if isinstance(kind, ArrayType):
        return F.transform(value, lambda one: with_times(kind.elementType, one))
    if isinstance(kind, MapType):
        return F.transform_values(value, lambda _, one: with_times(kind.valueType, one))
    if isinstance(kind, StructType):
        return F.when(value.isNotNull(), F.struct(*[with_times(field.dataType, value.getField(field.name)).alias(field.name) for field in kind.fields]))
    return time_of(kind, value) if is_time(kind) else value


def is_no_time_in(kind, texts, value):
    if is_time(kind):
        return texts.isNotNull() & value.isNull()
    return any_in(kind, texts, lambda leaf, text: is_no_time_in(leaf, text, time_of(leaf, text)) if is_time(leaf) else F.lit(False))


def are_not_plain(body, kinds):
    """Whether a decimal in a body may be another one than what is written: behind its name is not plainly a number that its type has room for.
    A name may be written with codes of its letters.
    """
    others = [r"\\u00(?:3[0-9]|[4-7])"]
    for name, kind in [leaf for name, kind in kinds.items() for leaf in leaves(name, kind) if is_decimal(leaf[1])]:
        plain = rf"-?[0-9]*+(?:\.[0-9]{{0,{kind.scale}}}+)?+"
        others.append(rf"""{name}["']\s*+:\s*+(?!(?:{plain}|"{plain}"|null)[\s,}}])""")
    return reduce(or_, [body.rlike(other) for other in others])


# A power of ten of five digits or more, as Java reads it of a text: with commas, signs, digits of other scripts, codes of letters.
LONG_POWER = r"(?:[eE]|\\u00[46]5)(?:[+,\p{Nd}-]|\\u[0-9a-fA-F]{4}){5}"


def computable(body, kinds, columns):
    """A body, or, if a decimal of it has such a power of ten, a text that is not parsable either: of 1e99999999 Spark would make a 1 with as many noughts, without end.

    A body that may have one is parsed with other values in place of all such numbers: where a decimal was one, that fails.
    """
    without = without_long_powers(body)
    has_one = body.rlike(LONG_POWER) & are_not_plain(body, kinds) & framed(without, columns).getField("_unparsable").isNotNull()
    return F.when(has_one, without).otherwise(body)


def without_long_powers(body):
    """A body in which something that is no decimal stands for each number with a large power of ten: as a number, or as a text that is a value.

    A text of up to four digits of power is one that a decimal may be (`is_rounded`).
    """
    number = r"-?[0-9][0-9.]*+[eE][+-]?+[0-9]{5}[0-9.eE+-]*+"
    text, long = r"Q[^Q\\]*+(?:\\.[^Q\\]*+)*+Q", rf"Q(?:(?!{LONG_POWER})(?:[^Q\\]|\\.))*+{LONG_POWER}(?:[^Q\\]|\\.)*+Q(?!\s*+:)"
    plain = r"Q[+-]?[0-9]*+\.?[0-9]*+(?:[eE][+-]?[0-9]{1,4})?Q"
    texts, longs, plains = ("|".join(form.replace("Q", quote) for quote in "\"'") for form in (text, long, plain))
    body = F.regexp_replace(body, rf"\G((?:[^\"'0-9-]|-(?![0-9])|{texts}|(?!{number})-?[0-9][0-9.eE+-]*+)*+){number}", "$1NaN")
    return F.regexp_replace(body, rf"\G((?:[^\"']|(?!(?!{plains})(?:{longs}))(?:{texts}))*+)(?:{longs})", '$1"none"')


# A number, and what is before it: all that is neither in a text nor of a number.
NUMBER = r"""\G((?:[^"'0-9-]|-(?![0-9])|"[^"\\]*+(?:\\.[^"\\]*+)*+"|'[^'\\]*+(?:\\.[^'\\]*+)*+')*+)(-?[0-9][0-9.eE+-]*+)"""


def numbers_as_texts(kinds):
    """The columns of a body with all that they hold as texts, and numbers as they are written."""
    return F.from_json(F.regexp_replace("_body", NUMBER, '$1"$2"'), spelled(kinds, lambda kind: "string"))

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

# DBTITLE 1,Sinks: counts, and what goes out
def wanted(rows, where):
    """Marks what a sink takes (`_wanted`). The other rows are left out and counted; so is a row of which it is not known."""
    return rows.withColumn("_wanted", holds(F.expr(where)))


def mark_of(rows):
    """The mark of what a sink takes, where it has a filter."""
    return [name for name in rows.columns if name == "_wanted"]


def iso(rows, name):
    """A column with its times as ISO 8601 text in UTC: a store would keep them in forms of its own."""
    kind = rows.schema[name].dataType.typeName()
    if kind == "timestamp":
        return F.date_format(name, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
    return F.col(name).cast("string") if kind == "date" else F.col(name)


def row_id(rows, key):
    """A text made of a row's key, the same whenever the row is written; it has no character that an id must not have.

    A table that was made before its key was proven not null may hold rows without one: they stop the query.
    """
    parts = [F.coalesce(iso(rows, name).cast("string"), F.raise_error(F.lit(f"'{name}' is part of the key and null."))) for name in key]
    return F.concat_ws("|", *[F.url_encode(part) for part in parts])


def deliver(rows, batch_id, query, write):
    """Hands what the sink takes of a batch to `write`. A replayed batch is written again."""
    if mark_of(rows):
        counted = {"read": "count(*)", "filtered": "count_if(NOT _wanted)", "written": "count_if(_wanted)"}
        count_and_write(rows, batch_id, query, counted, lambda kept, _: write(kept.where("_wanted").drop("_wanted")))
    else:
        counted = {"read": "count(*)", "written": "count(*)"}
        count_and_write(rows, batch_id, query, counted, lambda kept, _: write(kept))

# COMMAND ----------

# DBTITLE 1,Events for a hub
def events_of(rows, id, columns, key=None):
    """Rows as events: a JSON body (times as ISO text, nulls left out) and `event_id`, by which a reader knows a repeat."""
    form = {"timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", "timeZone": "UTC", "ignoreNullFields": "true"}
    event_id = F.struct(F.lit("event_id").alias("key"), row_id(rows, id).cast("binary").alias("value"))
    return rows.select(
        F.to_json(F.struct(*columns), form).alias("value"),
        F.array(event_id).alias("headers"),
        *([] if key is None else [F.col(key).cast("string").alias("key")]),
        *mark_of(rows),
    )


def sending_to(hub, connection):
    """What sends to a hub. Event Hubs closes a connection that asks for a larger request, and takes no compressed one in every tier.

    https://learn.microsoft.com/azure/event-hubs/apache-kafka-configurations#producer-configurations-only
    """
    return {**connection, "topic": hub, "kafka.max.request.size": "1046528", "kafka.compression.type": "none"}


def send_events(rows, batch_id, query, to):
    """Sends a batch of events, at least once: a replayed batch is sent again, with the same ids."""
    deliver(rows, batch_id, query, lambda events: events.write.format("kafka").options(**to).save())

# COMMAND ----------

# DBTITLE 1,Files of a storage account
TIMES = {"timestampFormat": "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'"}
FORMS = {
    "parquet": {},
    "json": {**TIMES, "ignoreNullFields": "true"},
    "csv": {
        **TIMES,
        "header": "true",
        "quote": '"',
        "escape": '"',
        "ignoreLeadingWhiteSpace": "false",  # Spark would trim what it writes
        "ignoreTrailingWhiteSpace": "false",
    },
}


def chosen(rows, columns):
    """These columns, and the mark of what the sink takes where it has a filter."""
    return rows.select(*columns, *mark_of(rows))


def write_files(rows, batch_id, query, folder, form):
    """Writes a batch to a folder of its own, complete once `_SUCCESS` stands in it. A replay writes the folder anew."""

    def overwrite(taken):
        taken.write.format(form).options(**FORMS[form]).mode("overwrite").save(f"{folder}/batch={batch_id}")

    deliver(rows, batch_id, query, overwrite)

# COMMAND ----------

# DBTITLE 1,Documents of Azure Cosmos DB
def documents(rows, key):
    """Rows as documents: `id` is made of the key, and times are ISO texts (the connector would write numbers)."""
    return rows.select(*[iso(rows, name).alias(name) for name in rows.columns], row_id(rows, key).alias("id"))


def cosmos_store(form, endpoint, key_secret, database, container, partition_key, stand_in):
    """Where documents go. `form`: `cosmos`, or `delta` where there is no account: then they stand in a Delta folder.

    https://github.com/Azure/azure-sdk-for-java/blob/main/sdk/cosmos/azure-cosmos-spark_3/docs/configuration-reference.md
    """
    if form == "delta":
        return {"folder": stand_in, "keys": ["id", partition_key]}
    return {"options": cosmos_options(endpoint, secret(key_secret), database, container)}


def cosmos_options(endpoint, account_key, database, container):
    """Bulk upserts under throughput control, with null columns left out of the documents."""
    return {
        "spark.cosmos.accountEndpoint": endpoint,
        "spark.cosmos.accountKey": account_key,
        "spark.cosmos.database": database,
        "spark.cosmos.container": container,
        "spark.cosmos.write.strategy": "ItemOverwrite",
        "spark.cosmos.write.bulk.enabled": "true",
        "spark.cosmos.throughputControl.enabled": "true",
        "spark.cosmos.throughputControl.name": f"{database}-{container}",
        "spark.cosmos.throughputControl.targetThroughputThreshold": "0.95",
        "spark.cosmos.throughputControl.globalControl.useDedicatedContainer": "false",
        "spark.cosmos.serialization.inclusionMode": "NonNull",
    }


def write_documents(rows, batch_id, query, to):
    """Upserts a batch of documents by `id` and partition key, so a replayed batch writes the same documents again."""

    def upsert(taken):
        if "options" in to:
            taken.write.format("cosmos.oltp").options(**to["options"]).mode("append").save()
        else:
            upsert_stand_in(taken, to["folder"], to["keys"], query.view)

    deliver(rows, batch_id, query, upsert)


def upsert_stand_in(rows, folder, keys, view):
    session = rows.sparkSession
    columns = ", ".join(f"`{field.name}` {field.dataType.simpleString()}" for field in rows.schema.fields)
    session.sql(f"CREATE TABLE IF NOT EXISTS delta.`{folder}` ({columns}) USING DELTA")
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    upsert = "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
    session.sql(f"MERGE INTO delta.`{folder}` t USING {view} s ON {same} {upsert}")
