def latest_version(session, table):
    return int(session.sql(f"DESCRIBE HISTORY delta.`{table}` LIMIT 1").first()["version"])


def as_of(session, table, version):
    """The table as it was at a version: https://docs.delta.io/latest/delta-batch.html#query-an-older-snapshot-of-a-table-time-travel"""
    return session.read.format("delta").option("versionAsOf", version).load(table)
