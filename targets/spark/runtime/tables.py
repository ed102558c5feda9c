def create_table(path, columns, comment, properties=""):
    """Creates a Delta table by its own DDL; an existing one stays as it is."""
    quoted = comment.replace("\\", "\\\\").replace("'", "\\'")
    ddl = f"CREATE TABLE IF NOT EXISTS delta.`{path}` ({columns}) USING DELTA COMMENT '{quoted}' {properties}"
    try:
        spark.sql(ddl)
    except Exception:  # another job created it at the same moment: then it is there now
        spark.read.format("delta").load(path).schema


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
