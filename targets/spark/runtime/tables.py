def create_table(path, columns, comment, properties=""):
    """Creates a Delta table by its own DDL. One that exists must have just these columns: Delta would drop others silently."""
    quoted = comment.replace("\\", "\\\\").replace("'", "\\'")
    ddl = f"CREATE TABLE IF NOT EXISTS delta.`{path}` ({columns}) USING DELTA COMMENT '{quoted}' {properties}"
    try:
        spark.sql(ddl)
    except Exception as reason:  # another job created it at the same moment: then it is there now
        try:
            spark.read.format("delta").load(path)
        except Exception:
            raise reason
    declared = [(f.name, f.dataType.simpleString()) for f in spark.createDataFrame([], columns).schema.fields]
    found = [(f.name, f.dataType.simpleString()) for f in spark.read.format("delta").load(path).schema.fields]
    if found != declared:
        missing = [column for column in declared if column not in found]
        strange = [column for column in found if column not in declared]
        raise RuntimeError(f"{path} has other columns than declared (missing {missing}, not declared {strange}): drop it to begin anew.")


BATCHES = """
    query STRING NOT NULL COMMENT 'pipeline/layer.table',
    app STRING NOT NULL COMMENT 'The query with the identity of its checkpoint',
    batch BIGINT NOT NULL COMMENT 'Number of the batch within the checkpoint',
    counts MAP<STRING, BIGINT> NOT NULL COMMENT 'Rows read, and where each of them went',
    watermark TIMESTAMP COMMENT 'Event time up to which the query is closed after the batch',
    at TIMESTAMP NOT NULL COMMENT 'When the record was made'
"""

# One small file a batch and query: compacted as they come, because every batch reads the record of the one before.
COMPACTED = "TBLPROPERTIES ('delta.autoOptimize.autoCompact' = 'true')"
