"""Computes tables of each other on Spark: request [[[view, statement]...]...], answer [{view: [row as JSON]}...] of those behind the first."""

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


def compute(views):
    own = spark.newSession()
    for name, statement in views:
        own.sql(statement).createOrReplaceTempView(name)
    whole = " UNION ALL ".join(
        f"SELECT '{name}' AS view, to_json(struct(*), map('ignoreNullFields', 'false')) AS row FROM {name}" for name, _ in views[1:]
    )
    rows = {name: [] for name, _ in views[1:]}
    for view, row in own.sql(whole).collect():
        rows[view].append(row)
    return rows


with open(sys.argv[1], encoding="utf-8") as file:
    request = json.load(file)
with ThreadPoolExecutor(2) as pool:
    answer = list(pool.map(compute, request))
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(answer, file)
