# Runs the queries of the job 'orders' side by side in one Spark application.
# Its one argument is a JSON object with the job's parameters. Generated; edit the YAML instead.
JOB = "continue-orders"
COMMON = "continue_common"
TABLES = "continue_orders_tables"
QUERIES = ["continue_orders_bronze_orders", "continue_orders_silver_lines", "continue_orders_gold_shops", "continue_orders_gold_named"]

import importlib.util
import json
import sys
import threading
import time
from pathlib import Path

from pyspark.sql import SparkSession

spark = SparkSession.builder.appName(JOB).getOrCreate()
parameters = json.loads(sys.argv[1])
failures = []


def source(module):
    """The text of a module that came with the job."""
    return Path(importlib.util.find_spec(module).origin).read_text(encoding="utf-8")


def run(module):
    """Runs a notebook's text in a namespace of its own, with the project's module and the job's parameters in it."""
    namespace = {"spark": spark, **parameters}
    for name in (COMMON, module):
        exec(compile(source(name), f"{name}.py", "exec"), namespace)


def run_beside(module):
    spark.sparkContext.setLocalProperty("spark.scheduler.pool", module)  # no query waits for the batches of another
    try:
        run(module)
    except Exception as error:
        failures.append((module, error))


run(TABLES)
threads = [threading.Thread(target=run_beside, args=(module,)) for module in QUERIES]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    if failures:  # the job ends as a whole, so that it is started again as a whole
        for query in spark.streams.active:
            query.stop()
    time.sleep(1)
for module, error in failures:
    print(f"{module}: {error}", file=sys.stderr)
sys.exit(1 if failures else 0)
