"""Evaluates expressions on Spark, with ANSI off and on, over one small table.

Reads a request from the file that is the first argument and writes the answer to the second one:
request  {settings, jars, schema, rows, expressions: [{sql, aggregate}], parse: [[text, text]]}
answer   {results: {"false": [...], "true": [...]}, differing: [index]}
Each result is {type, nullable, values} or {error}; `values` is one JSON text per row.
"""

import json
import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import StructType

BATCH = 40


def main(request_path: str, answer_path: str) -> None:
    with open(request_path, encoding="utf-8") as file:
        request = json.load(file)
    spark = session(request["settings"])
    table = table_of(spark, request["schema"], request["rows"])
    results = {}
    import time; T0=time.time()
    for ansi in ("false", "true"):
        print("MODE", ansi, time.time()-T0, file=sys.stderr, flush=True)
        spark.conf.set("spark.sql.ansi.enabled", ansi)
        results[ansi] = all_results(table, request["expressions"])
    print("PARSE", time.time()-T0, file=sys.stderr, flush=True)
    parser = spark._jsparkSession.sessionState().sqlParser()
    differing = [i for i, pair in enumerate(request["parse"]) if not same_tree(parser, *pair)]
    with open(answer_path, "w", encoding="utf-8") as file:
        json.dump({"results": results, "differing": differing}, file)
    spark.stop()


def session(settings: dict) -> SparkSession:
    builder = SparkSession.builder.master("local[2]").appName("expressions")
    defaults = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m",
    }
    for key, value in {**defaults, **settings}.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("OFF")
    return spark


def table_of(spark: SparkSession, schema: dict, rows: list) -> DataFrame:
    """The rows are SQL; the schema says what can be null, which SQL does not."""
    texts = [", ".join(f"{value} as c{i}" for i, value in enumerate(row)) for row in rows]
    values = spark.sql(" union all ".join(f"select {text}" for text in texts)).coalesce(1)
    typed = StructType.fromJson(schema)
    columns = [values[f"c{i}"].alias(field.name) for i, field in enumerate(typed.fields)]
    jvm_schema = spark._jsparkSession.parseDataType(typed.json())
    frame = spark._jsparkSession.createDataFrame(values.select(columns)._jdf.javaRDD(), jvm_schema)
    return DataFrame(frame, spark).cache()


def all_results(table: DataFrame, expressions: list) -> list:
    results: list = [None] * len(expressions)
    for aggregate in (False, True):
        chosen = [i for i, expression in enumerate(expressions) if expression["aggregate"] == aggregate]
        for start in range(0, len(chosen), BATCH):
            fill(table, expressions, chosen[start : start + BATCH], aggregate, results)
    return results


def fill(table: DataFrame, expressions: list, chosen: list, aggregate: bool, results: list) -> None:
    """A batch that fails is halved until the expression that fails is alone."""
    try:
        texts = [f"{expressions[i]['sql']} as e{i}" for i in chosen]
        frame = table.groupBy("part").agg(*map(sql, texts)).drop("part") if aggregate else table.selectExpr(*texts)
        fields = frame.schema.fields
        rows = [row[0] for row in frame.selectExpr("to_json(struct(*), map('ignoreNullFields', 'false'))").collect()]
        parsed = [json.loads(row) for row in rows]
    except Exception as error:
        if len(chosen) == 1:
            results[chosen[0]] = {"error": str(error).split("\n")[0][:300]}
            return
        middle = len(chosen) // 2
        fill(table, expressions, chosen[:middle], aggregate, results)
        fill(table, expressions, chosen[middle:], aggregate, results)
        return
    for i, field in zip(chosen, fields):
        values = [json.dumps(row[f"e{i}"], sort_keys=True) for row in parsed]
        results[i] = {"type": field.dataType.jsonValue(), "nullable": field.nullable, "values": values}


def sql(text: str):
    from pyspark.sql.functions import expr

    return expr(text)


def same_tree(parser, text: str, bracketed: str) -> bool:
    try:
        return parser.parseExpression(text).toString() == parser.parseExpression(bracketed).toString()
    except Exception:
        return False


main(sys.argv[1], sys.argv[2])
