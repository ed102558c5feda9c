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
}

# COMMAND ----------

# DBTITLE 1,Session: guard, start, end
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
    if clears and cleared_before(path, clears[0]) < clears[1]:
        spark.sql(f"REPLACE TABLE {table}")  # Delta at a path takes `CREATE OR REPLACE` for a mere `CREATE`
    declared = spark.createDataFrame([], columns).schema.fields
    if on_schema_change == "add":
        add_columns(path, declared)
    wanted, found = shape(declared), shape(fields(path))
    if sorted(found) != sorted(wanted):  # all writes are by name; columns that were added stand last
        missing = [column for column in wanted if column not in found]
        strange = [column for column in found if column not in wanted]
        raise RuntimeError(f"{path} has other columns than declared (missing {missing}, not declared {strange}): raise `backfill` to begin anew (drop it, if its table says `write: replace`).")
    folders = spark.sql(f"DESCRIBE DETAIL delta.`{path}`").first()["partitionColumns"]
    if list(folders) != list(partition_by):
        raise RuntimeError(f"{path} is partitioned by {list(folders)} and declared to be by {list(partition_by)}: raise `backfill` to begin anew (drop it, if its table says `write: replace`).")


def cleared_before(path, query):
    """The generation before which a table's rows were removed, or there never were any; 1: none were."""
    return int(spark.sql(f"DESCRIBE DETAIL delta.`{path}`").first()["properties"].get(f"{CLEARED}{query}", 1))


def expect_cleared(path, query, generation):
    """Refuses to go on until a table of another job has lost the rows of generations before this one: that job removes them."""
    if cleared_before(path, query) < generation:
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

# The property of a table that says before which generation of a query its rows were removed.
CLEARED = "sluice.cleared_before/"

# COMMAND ----------

# DBTITLE 1,Batches: checks, counts, writes that a replay does not repeat
def marked(rows):
    """The rows with `_goes`: where a row goes that is not written; null: on to the table."""
    return rows if "_goes" in rows.columns else rows.withColumn("_goes", F.lit(None).cast("string"))


def only(rows, where, otherwise="filtered"):
    """Marks the rows for which `where` is not true."""
    wanted = F.coalesce(F.expr(where), F.lit(False))
    return marked(rows).withColumn("_goes", F.coalesce("_goes", F.when(~wanted, otherwise)))


def checked(rows, expectations, where="true"):
    """Adds what each row violates (`_violations`), and where that sends it (`_goes`), if it goes nowhere yet.

    A condition that is null is violated: a row that cannot be shown to be right is not right.
    """
    rows = only(rows, where)
    broken = {name: ~F.coalesce(F.expr(that), F.lit(False)) for name, (that, _) in expectations.items()}
    listed = F.array(*[F.when(no, F.lit(name)) for name, no in broken.items()]).cast("array<string>")
    names = F.filter(listed, lambda name: name.isNotNull())

    def any_broken(otherwise):
        found = F.lit(False)
        for name, (_, consequence) in expectations.items():
            found = found | broken[name] if consequence == otherwise else found
        return found

    sent = (
        F.when(any_broken("fail"), "failed")
        .when(any_broken("quarantine"), "quarantined")
        .when(any_broken("drop"), "dropped")
    )
    violations = F.when(F.col("_goes") == "unparsable", F.array(F.lit("unparsable"))).otherwise(names)
    return rows.withColumn("_violations", violations).withColumn("_goes", F.coalesce("_goes", sent))


def append(rows, table, app, batch):
    """Appends once: a replayed batch is skipped by Delta, because its (app, batch) is already in the table's log."""
    rows.write.format("delta").mode("append").option("txnAppId", app).option("txnVersion", batch).save(table)


def insert_new(rows, table, keys, still_open, app, batch):
    """Inserts the rows whose keys the open part of the table does not hold. It only adds files, so readers may stream it."""
    session = rows.sparkSession
    view = view_name(app)
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    session.conf.set("spark.databricks.delta.write.txnAppId", app)
    session.conf.set("spark.databricks.delta.write.txnVersion", str(batch))
    try:
        session.sql(f"MERGE INTO delta.`{table}` t USING {view} s ON {same} AND {still_open} WHEN NOT MATCHED THEN INSERT *")
    finally:  # under Spark Connect a setting made here would stay
        session.conf.unset("spark.databricks.delta.write.txnAppId")
        session.conf.unset("spark.databricks.delta.write.txnVersion")


def view_name(app):
    """A name that no other query of the same session uses."""
    return "batch_of_" + "".join(c if c.isalnum() else "_" for c in app)


def recorded(session, ops, app, batch):
    """The record of a batch, or None: its counts, the watermark after it (microseconds since 1970), versions it looked up."""
    at = session.read.format("delta").load(f"{ops}/batches").where((F.col("app") == app) & (F.col("batch") == batch))
    row = at.select("counts", F.expr("unix_micros(watermark)").alias("watermark"), "versions").first()
    return None if row is None else (dict(row["counts"]), row["watermark"], row["versions"])


def watermark_before(session, ops, app, batch):
    """The event time up to which the query was closed before the batch (microseconds since 1970); None on the first."""
    if batch == 0:
        return None
    before = recorded(session, ops, app, batch - 1)
    if before is None:
        raise RuntimeError(f"{app}: no record of batch {batch - 1} in {ops}/batches, so the watermark is not known")
    return before[1]


def record(session, ops, query, app, batch, counts, watermark=None, versions=None):
    """Keeps what came in and where it goes.

    Written before the rows: the counts are taken against the tables before the batch. On a replay Delta keeps the
    first attempt's record and skips this one.
    """
    counts = {name: int(n) for name, n in counts.items()}  # as in `log`
    kept = session.createDataFrame(
        [(query, app, int(batch), counts, watermark, versions)],
        "query string, app string, batch long, counts map<string, long>, watermark long, versions map<string, long>",
    ).withColumn("watermark", F.expr("timestamp_micros(watermark)"))
    append(kept.withColumn("at", F.current_timestamp()), f"{ops}/batches", f"{app}/batches", batch)


def settle(session, ops, query, app, batch, counts, otherwise="what it reads has changed since"):
    """Records what a batch counts, and logs it. A replay must count the same of what was counted; `otherwise`: what it means if not."""
    earlier = recorded(session, ops, app, batch)
    if earlier is None:
        record(session, ops, query, app, batch, counts)
    elif any(counts.get(name, n) != n for name, n in earlier[0].items()):
        raise RuntimeError(f"{query}, batch {batch}: recorded are {earlier[0]}, and now there are {counts}: {otherwise}")
    log(query, batch, counts, replayed=earlier is not None)


def append_counted(rows, batch, query, app, ops, table, counted, only_counted=()):
    """Appends the rows of a batch, once. `counted`: aggregates of them by their name in the record.

    A replay is counted too: only rows that are read move Spark's watermark, and with it what the next batch closes.
    `only_counted`: columns that are not kept.
    """
    kept = rows.persist()
    try:
        counts = kept.agg(*[F.expr(text).alias(name) for name, text in counted.items()]).first().asDict()
        settle(rows.sparkSession, ops, query, app, batch, counts)
        if counts["written"] > 0:
            append(kept.drop(*only_counted), table, f"{app}/table", batch)
    finally:
        kept.unpersist()


def conserve(query, batch, counts):
    """Each row that was read goes to exactly one place, or the query stops before anything is written.

    Where rows are taken apart, those that were read go to their elements or to nothing, and each element to exactly one place.
    What a view leaves out (`silver.wanted.filtered`) are rows as they were read, or elements (`…_elements`).
    What a join found (`stores.matched`) is said of rows that are written: it is no place of its own.
    """
    joins = (".matched", ".unmatched")
    places = [name for name in counts if name not in ("read", "elements", "warned") and not name.endswith(joins)]
    equations = {"read": places}
    if "elements" in counts:
        apart = ("unparsable", "without_elements", "with_elements")
        whole = [name for name in places if name in apart or ("." in name and not name.endswith("_elements"))]
        equations = {"read": whole, "elements": [name for name in places if name not in whole]}
    for whole, parts in equations.items():
        found = sum(counts[name] for name in parts)
        if counts[whole] != found:
            raise RuntimeError(f"{query}, batch {batch}: {counts[whole]} {whole}, {found} accounted for: {counts}")


def log(query, batch, counts, replayed=False):
    told = {"query": query, "batch": batch, "replayed": replayed, **counts}
    print(json.dumps(told, default=int))  # Spark Connect 3.5 counts in integers of numpy

# COMMAND ----------

# DBTITLE 1,Connections by Kafka's protocol
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
def write_raw(rows, batch, query, app, ops, table):
    """Appends a batch of events, or of rows, as they came, once."""
    append_counted(rows, batch, query, app, ops, table, {"read": "count(*)", "written": "count(*)"})

# COMMAND ----------

# DBTITLE 1,JSON bodies
def json_body(events, columns, position):
    """The columns of each event's JSON body, and the event's position. A body that is not one JSON object goes no further (`_goes`).

    Spark's parser reads one value and never looks at what is behind it, so each body is framed: what is behind it breaks the frame.
    """
    body = F.col("body").cast("string")
    framed = F.concat(F.lit('{"_bodies": ['), body, F.lit('], "_is_whole": true}'))
    frame = f"_bodies array<struct<{columns}>>, _is_whole boolean, _unparsable string"
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    parsable = (
        F.col("_frame._unparsable").isNull()
        & F.col("_frame._is_whole")
        & (F.size("_frame._bodies") == 1)
        & F.col("_body").rlike(r"^\s*\{")
    )
    goes = F.when(~F.coalesce(parsable, F.lit(False)), "unparsable")
    return (
        events.select(F.from_json(framed, frame, options).alias("_frame"), body.alias("_body"), *position)
        .select(F.get("_frame._bodies", F.lit(0)).alias("_source"), *position, "_body", goes.alias("_goes"))
        .select("_source.*", *position, "_body", "_goes")
    )

# COMMAND ----------

# DBTITLE 1,Rows
def write_rows(rows, batch, query, app, ops, table, columns, quarantine=None, watermark=None, late=None, keys=None, order=None, counted=None, left=(), lookups=None):
    """Writes one batch of checked rows: each goes to exactly one place, and a replayed batch changes nothing.

    `watermark`: (column, delay, what becomes of late rows). Late is what the watermark before the batch has passed.
    `keys`, `order`: of the rows with the same keys the first by `order` is kept, within the part of the table that the
    watermark has not passed.
    `counted`: what else is counted, by its name in the record: an aggregate of the batch.
    `left`: the places of rows that views leave out.
    `lookups`: tables in which the rows that are written are looked up.
    """
    session = rows.sparkSession
    earlier = recorded(session, ops, app, batch)
    kept = rows.persist()  # read once, though it is counted and written several times
    try:
        rows = kept
        closed = watermark_before(session, ops, app, batch) if watermark else None
        if closed is not None:
            passed_by = F.col(watermark[0]) <= F.expr(f"timestamp_micros({closed})")
            rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(passed_by, "late")))
        good = rows.where("_goes is null")
        still_open = "true" if closed is None else f"t.`{watermark[0]}` > timestamp_micros({closed})"
        new = good.select(*columns)
        if keys:
            first = F.min_by(F.struct(*[F.col(c) for c in columns]), F.struct(*order))
            new = good.groupBy(*keys).agg(first.alias("_row")).select("_row.*")

        versions = lookups and (earlier[2] if earlier else lookups.versions(session))
        if earlier is None:
            open_part = session.read.format("delta").load(table).alias("t").where(still_open) if keys else None
            counts = count_rows(rows, new, counted=counted, lookups=lookups, versions=versions, left=left, keys=keys, there=open_part)
            refuse(rows, counts, query, batch, watermark)
            conserve(query, batch, counts)
            record(session, ops, query, app, batch, counts, watermark_after(rows, watermark, closed), versions)
        else:
            counts = earlier[0]
        log(query, batch, counts, replayed=earlier is not None)
        if lookups:
            new = lookups.staying(lookups.look_up(new, versions))

        if counts["quarantined"] + counts["unparsable"] > 0:
            bad = rows.where("_goes in ('quarantined', 'unparsable')")
            append(like(bad, quarantine), quarantine, f"{app}/quarantine", batch)
        if counts["late"] > 0 and watermark[2] == "divert":
            append(like(rows.where("_goes = 'late'"), late), late, f"{app}/late", batch)
        if counts["written"] > 0 and keys:
            insert_new(new, table, keys, still_open, f"{app}/table", batch)
        elif counts["written"] > 0:
            append(new, table, f"{app}/table", batch)
    finally:
        kept.unpersist()


def count_rows(rows, new, counted=None, lookups=None, versions=None, left=(), keys=None, there=None):
    """How many rows of the batch go where. `there`: the rows in which the `keys` must not be, known as `t`."""
    kinds = ["unparsable", "filtered", "failed", "quarantined", "dropped", "late", *left]
    of_kind = [F.count_if(F.col("_goes") == kind).alias(kind) for kind in kinds]
    warned = F.count_if(F.col("_goes").isNull() & (F.size("_violations") > 0))
    of_batch = [F.expr(text).alias(name) for name, text in {"read": "count(*)", **(counted or {})}.items()]
    good = F.count_if(F.col("_goes").isNull())
    counts = rows.agg(*of_batch, *of_kind, warned.alias("warned"), good.alias("written")).first().asDict()
    good = counts["written"]
    if keys and good > 0:
        same = [F.col(f"s.`{key}`").eqNullSafe(F.col(f"t.`{key}`")) for key in keys]
        new = new.alias("s").join(there, same, "left_anti")
        counts["written"] = new.count()
    counts["duplicates"] = good - counts["written"]
    if lookups:
        counts.update(lookups.counts(lookups.look_up(new, versions)))
    return counts


def refuse(rows, counts, query, batch, watermark):
    """Stops before anything of the batch is written, where the YAML says `fail`."""
    if counts["failed"] > 0:
        some = rows.where("_goes = 'failed'").select("_violations").first()["_violations"]
        raise RuntimeError(f"{query}, batch {batch}: {counts['failed']} rows violate what must hold, one of them {some}")
    if counts["late"] > 0 and watermark[2] == "fail":
        raise RuntimeError(f"{query}, batch {batch}: {counts['late']} rows came after the watermark had passed them")


def watermark_after(rows, watermark, closed):
    """The latest event time of good rows less the delay; it never goes back."""
    if watermark is None:
        return None
    good = rows.where("_goes is null or _goes = 'late'")
    seen = good.agg(F.expr(f"unix_micros(max(`{watermark[0]}`) - INTERVAL {watermark[1]})")).first()[0]
    return max((w for w in (closed, seen) if w is not None), default=None)


def like(rows, table):
    """The columns that the table has, in its order."""
    return rows.select(*rows.sparkSession.read.format("delta").load(table).columns)

# COMMAND ----------

# DBTITLE 1,Windows
def write_windows(rows, batch, query, app, ops, table):
    """Appends the windows that a batch closed, once. `_rows` says how many rows each was made of."""
    counted = {"written": "count(*)", "aggregated": "coalesce(sum(_rows), 0)"}
    append_counted(rows, batch, query, app, ops, table, counted, ["_rows"])

# COMMAND ----------

# DBTITLE 1,Sinks: counts, and what goes out
def wanted(rows, where):
    """Marks what a sink takes (`_wanted`). The other rows are left out and counted; so is a row of which it is not known."""
    return rows.withColumn("_wanted", F.coalesce(F.expr(where), F.lit(False)))


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


def begin_delivery(app, ops, checkpoint):
    """Refuses to go on where the checkpoint is behind what was delivered."""
    records = spark.read.format("delta").load(f"{ops}/batches").where(F.col("app") == app)
    last = records.agg(F.max("batch").alias("batch")).first()["batch"]
    if last is not None:
        expect_checkpoint(app, checkpoint, last)


def deliver(rows, batch, query, app, ops, write):
    """Counts a batch, records it, and hands what the sink takes to `write`. A replayed batch is written again."""
    kept = rows.persist()
    try:
        counts, taken = kept_apart(kept)
        settle(rows.sparkSession, ops, query, app, batch, counts)
        if counts["written"] > 0:
            write(taken)
    finally:
        kept.unpersist()


def kept_apart(rows):
    """How many rows go where, and those that the sink takes."""
    read = rows.count()
    if "_wanted" not in rows.columns:
        return {"read": read, "written": read}, rows
    taken = rows.where("_wanted").drop("_wanted")
    written = taken.count()
    return {"read": read, "filtered": read - written, "written": written}, taken

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


def write_documents(rows, batch, query, app, ops, to):
    """Upserts a batch of documents by `id` and partition key, so a replayed batch writes the same documents again."""

    def upsert(taken):
        if "options" in to:
            taken.write.format("cosmos.oltp").options(**to["options"]).mode("append").save()
        else:
            upsert_stand_in(taken, to["folder"], to["keys"], view_name(app))

    deliver(rows, batch, query, app, ops, upsert)


def upsert_stand_in(rows, folder, keys, view):
    session = rows.sparkSession
    columns = ", ".join(f"`{field.name}` {field.dataType.simpleString()}" for field in rows.schema.fields)
    session.sql(f"CREATE TABLE IF NOT EXISTS delta.`{folder}` ({columns}) USING DELTA")
    rows.createOrReplaceTempView(view)
    same = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    upsert = "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
    session.sql(f"MERGE INTO delta.`{folder}` t USING {view} s ON {same} {upsert}")
