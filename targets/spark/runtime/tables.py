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
