"""Rows for a Delta table that others write: on this machine files of the project stand for their commits."""

import os
import re

from pyspark.sql import functions as F
from pyspark.sql.types import StructType

READERS = {
    "json": {"mode": "FAILFAST"},
    "csv": {"mode": "FAILFAST", "header": "true", "enforceSchema": "false"},  # the header must be the names of the columns
}


def append(spark, command):
    """Adds a file's rows in one commit, if no earlier run has. The table has the declared columns then, also those that no file brings."""
    table, path, columns = command["table"], command["path"], ", ".join(command["columns"])
    before = version(spark, table)
    try:
        writer = sample(spark, path, command["format"], columns).write.format("delta").mode("append").option("mergeSchema", "true")
        writer.option("txnAppId", "samples").option("txnVersion", command["version"]).save(table)
    except Exception as error:
        if version(spark, table) != before:
            raise
        return {"kind": "unfit", "reason": f"{path}: its rows cannot be added to {table}, with {columns}: {reason(error)}"}
    if version(spark, table) != before:
        return {"kind": "added"}
    declare(spark, table, columns)
    return {"kind": "there"}


def declare(spark, table, columns):
    """Gives a table the declared columns that it is without."""
    declared = spark.createDataFrame([], columns)
    if not set(declared.columns) <= set(spark.read.format("delta").load(table).columns):
        declared.write.format("delta").mode("append").option("mergeSchema", "true").save(table)


def sample(spark, path, form, columns):
    """The rows of a file, with null for columns that it is without: it may be older than they are."""
    declared = spark.createDataFrame([], columns).schema
    read = declared
    if form == "csv":
        header = spark.read.option("header", "true").csv(literally(path)).columns
        known = [field for field in declared if field.name in header]
        if header and [field.name for field in known] == header:
            read = StructType(known)
    rows = spark.read.schema(read).options(**READERS[form]).format(form).load(literally(path))
    return rows.select(*[F.col(quoted(name)) if name in read.names else F.lit(None).cast(declared[name].dataType).alias(name) for name in declared.names])


def literally(path):
    """A path as Spark's readers take it, to whom it is a pattern."""
    return re.sub(r"([{}\[\]*?\\])", r"\\\1", path)


def quoted(name):
    return "`" + name.replace("`", "``") + "`"


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
