"""Rows for a Delta table that others write: on this machine files of the project stand for their commits."""

import os
import re

READERS = {
    "json": {"mode": "FAILFAST"},
    "csv": {"mode": "FAILFAST", "header": "true", "enforceSchema": "false"},  # the header must be the names of the columns
}


def append(spark, command):
    """Adds a file's rows in one commit; False if an earlier run has. A table that is not there is made with the declared columns."""
    table, path, form = command["table"], command["path"], command["format"]
    before = version(spark, table)
    literally = re.sub(r"([{}\[\]*?\\])", r"\\\1", path)
    try:
        rows = spark.read.schema(command["columns"]).options(**READERS[form]).format(form).load(literally)
        writer = rows.write.format("delta").mode("append")
        writer.option("txnAppId", "samples").option("txnVersion", command["version"]).save(table)
    except Exception as error:
        raise ValueError(f"{path}: its rows cannot be added to {table}, with {command['columns']}: {reason(error)}") from error
    return version(spark, table) != before


def version(spark, table):
    """The number of the last commit; None where there is no table."""
    log = os.path.join(table, "_delta_log")
    if not os.path.isdir(log) or not any(name.endswith(".json") for name in os.listdir(log)):
        return None
    return spark.sql(f"DESCRIBE HISTORY delta.`{table}` LIMIT 1").first()["version"]


def reason(error):
    """What Spark says at the bottom of its stack, where the parser speaks."""
    causes = re.findall(r"Caused by: (?:[\w.$]+: )?(.+)", str(error))
    return causes[-1] if causes else str(error).splitlines()[0]
