"""Computes tables of each other on Spark: request [[[view, statement]...]...], answer [{view: [row as JSON]}...] of those behind the first.

Their statements call `keyed_hash_customers`, which the emitted text makes, by the key that is the last argument. Views whose name begins
with `hashes_` have `value` and `hash`: these are held against Python's own module.
"""

import hmac
import json
import sys
from concurrent.futures import ThreadPoolExecutor

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local[2]")
    .appName("lineages")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.sql.shuffle.partitions", "1")
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.adaptive.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.sql.session.timeZone", "UTC")
    .config("spark.driver.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")


def with_keys(session):
    """What the emitted text makes in a session."""
    with open(sys.argv[3], encoding="utf-8") as file:
        emitted = {"spark": session, "secret": {"customers-hash-key": sys.argv[4]}.__getitem__}
        exec(file.read(), emitted)
    emitted["hash_by"]("customers", "customers-hash-key")


def as_python_has_it(value):
    return None if value is None else hmac.new(sys.argv[4].encode(), value.encode(), "sha256").hexdigest()


def expect_hashes(view, rows):
    for row in map(json.loads, rows):
        if row["hash"] != as_python_has_it(row["value"]):
            raise AssertionError(f"{view}: {row}")


def compute(views):
    own = spark.newSession()
    with_keys(own)
    for name, statement in views:
        rows = own.sql(statement)
        if "keyed_hash_" in statement and not name.startswith("hashes_"):
            rows = rows.cache()  # a table is computed again by each that reads it, and every call of Python takes long
        rows.createOrReplaceTempView(name)
    whole = " UNION ALL ".join(
        f"SELECT '{name}' AS view, to_json(struct(*), map('ignoreNullFields', 'false')) AS row FROM {name}" for name, _ in views[1:]
    )
    rows = {name: [] for name, _ in views[1:]}
    for view, row in own.sql(whole).collect():
        rows[view].append(row)
    for view in rows:
        if view.startswith("hashes_"):
            expect_hashes(view, rows[view])
    return rows


with open(sys.argv[1], encoding="utf-8") as file:
    request = json.load(file)
with ThreadPoolExecutor(2) as pool:
    answer = list(pool.map(compute, request))
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(answer, file)
