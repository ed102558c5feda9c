"""Evaluates expressions on Spark, with ANSI off and on, over one small table.

Reads a request from the file that is the first argument and writes the answer to the second one:
request  {settings, jars, keyed_hash: path, schema, rows, expressions: [{sql, aggregate}], parse: [[text, text]]}
answer   {results: {"false": [...], "true": [...]}, differing: [index], keywords: [word]}
Each result is {type, nullable, values} or {error}; `values` is one text per row, in the order of the table, or of `part` for aggregates,
as compiler/expression/evaluate/print-value.ts prints it too.
"""

import base64
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from decimal import Context, Decimal

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import (
    ArrayType,
    BinaryType,
    BooleanType,
    DataType,
    DayTimeIntervalType,
    DecimalType,
    DoubleType,
    MapType,
    StringType,
    StructType,
)

# Of many aggregates at once, the buffers are what takes time.
BATCH = {False: 100, True: 25}


def main(request_path: str, answer_path: str) -> None:
    with open(request_path, encoding="utf-8") as file:
        request = json.load(file)
    spark = session(request["settings"])
    with open(request["keyed_hash"], encoding="utf-8") as file:  # what the emitted text makes
        emitted = {"spark": spark, "secret": "{}, at least 32 bytes of a key".format}
        exec(file.read(), emitted)
    emitted["hash_by"]("customers", "customers")
    table = table_of(spark, request["schema"], request["rows"])
    results = {}
    for ansi in ("false", "true"):
        spark.conf.set("spark.sql.ansi.enabled", ansi)
        results[ansi] = all_results(table, request["expressions"])
    parser = spark._jsparkSession.sessionState().sqlParser()
    differing = [i for i, pair in enumerate(request["parse"]) if not same_tree(parser, *pair)]
    keywords = misread_keywords(spark, parser)
    with open(answer_path, "w", encoding="utf-8") as file:
        json.dump({"results": results, "differing": differing, "keywords": keywords}, file)
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
    with ThreadPoolExecutor(2) as pool:
        batches = []
        for aggregate in (True, False):
            chosen = [i for i, expression in enumerate(expressions) if expression["aggregate"] == aggregate]
            size = BATCH[aggregate]
            for start in range(0, len(chosen), size):
                batch = chosen[start : start + size]
                batches.append(pool.submit(fill, table, expressions, batch, aggregate, results))
        for batch in batches:
            batch.result()
    return results


def fill(table: DataFrame, expressions: list, chosen: list, aggregate: bool, results: list) -> None:
    """A batch that fails is halved until the expression that fails is alone."""
    try:
        texts = [f"{expressions[i]['sql']} as e{i}" for i in chosen]
        frame = table.groupBy("part").agg(*map(sql, texts)).sort("part").drop("part") if aggregate else table.selectExpr(*texts)
        fields = frame.schema.fields
        listed = frame.selectExpr(*[f"{entries_listed(field.name, field.dataType)} as {field.name}" for field in fields])
        rows = [row[0] for row in listed.selectExpr(f"to_json(struct(*), {JSON_OPTIONS})").collect()]
        parsed = [json.loads(row, parse_int=str, parse_float=str) for row in rows]
    except Exception as error:
        if len(chosen) == 1:
            results[chosen[0]] = {"error": " ".join(str(error).split("\n")[:2])[:300]}
            return
        middle = len(chosen) // 2
        fill(table, expressions, chosen[:middle], aggregate, results)
        fill(table, expressions, chosen[middle:], aggregate, results)
        return
    for i, field in zip(chosen, fields):
        values = [printed(row[f"e{i}"], field.dataType) for row in parsed]
        results[i] = {"type": field.dataType.jsonValue(), "nullable": field.nullable, "values": values}


JSON_OPTIONS = "map('ignoreNullFields', 'false', 'timestampFormat', 'yyyy-MM-dd HH:mm:ss.SSSSSS')"


def holds_map(of: DataType) -> bool:
    if isinstance(of, ArrayType):
        return holds_map(of.elementType)
    return isinstance(of, MapType) or (isinstance(of, StructType) and any(holds_map(field.dataType) for field in of))


def entries_listed(text: str, of: DataType, depth: int = 0) -> str:
    """Maps as arrays of entries, as JSON keeps neither the types of keys nor repeated ones."""
    if not holds_map(of):
        return text
    name = f"v{depth}"
    if isinstance(of, ArrayType):
        return f"transform({text}, {name} -> {entries_listed(name, of.elementType, depth + 1)})"
    if isinstance(of, MapType):
        key, value = (entries_listed(f"{name}.{part}", type_, depth + 1) for part, type_ in (("key", of.keyType), ("value", of.valueType)))
        return f"transform(map_entries({text}), {name} -> named_struct('key', {key}, 'value', {value}))"
    fields = (f"'{field.name}', {entries_listed(f'{text}.`{field.name}`', field.dataType, depth)}" for field in of)
    return f"case when {text} is not null then named_struct({', '.join(fields)}) end"


def printed(value, of: DataType) -> str:
    if value is None:
        return "null"
    if isinstance(of, ArrayType):
        return "[" + ", ".join(printed(element, of.elementType) for element in value) + "]"
    if isinstance(of, MapType):
        entries = (f"{printed(entry['key'], of.keyType)}: {printed(entry['value'], of.valueType)}" for entry in value)
        return "{" + ", ".join(entries) + "}"
    if isinstance(of, StructType):
        return "(" + ", ".join(f"{field.name}: {printed(value[field.name], field.dataType)}" for field in of) + ")"
    if isinstance(of, BooleanType):
        return "true" if value else "false"
    if isinstance(of, StringType):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(of, BinaryType):
        return f"x'{base64.b64decode(value).hex()}'"
    if isinstance(of, DoubleType):
        return printed_double(float(value))
    if isinstance(of, DecimalType):
        return format(Decimal(value).quantize(Decimal(1).scaleb(-of.scale), context=WIDE), "f")
    if isinstance(of, DayTimeIntervalType):
        return str(microseconds(value, of))
    return str(value)


WIDE = Context(prec=80)


def printed_double(value: float) -> str:
    """The shortest digits that mean the number: 1.5e0, whatever Java and Python would print."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    text = "".join(map(str, digits)).lstrip("0") or "0"
    power = 0 if value == 0 else len(text) + exponent - 1
    text = text.rstrip("0") or "0"
    return ("-" if sign else "") + text[0] + (f".{text[1:]}" if len(text) > 1 else "") + f"e{power}"


def microseconds(text: str, of: DayTimeIntervalType) -> int:
    """Of `INTERVAL '1 02:03:04.5' DAY TO SECOND`."""
    sign, written = re.fullmatch(r"INTERVAL '(-?)([^']*)' .*", text).groups()
    total = 0
    for part, size in zip(re.split("[ :]", written), (86_400, 3_600, 60, 1)[of.startField :]):
        total += int(Decimal(part) * size * 1_000_000)
    return -total if sign else total


def sql(text: str):
    from pyspark.sql.functions import expr

    return expr(text)


def misread_keywords(spark: SparkSession, parser) -> list:
    """Spark's keywords that are no column names without backticks."""
    vocabulary = spark._jvm.org.apache.spark.sql.catalyst.parser.SqlBaseLexer.VOCABULARY
    names = (vocabulary.getLiteralName(i) for i in range(vocabulary.getMaxTokenType() + 1))
    words = sorted({name.strip("'").lower() for name in names if name and name.strip("'").replace("_", "").isalpha()})
    contexts = ["{0}", "f({0}, 1)", "1 + {0} * 2 = {0}", "{0} is null and not {0}", "case when {0} then {0} end", "a.{0}"]

    def misread(word: str) -> bool:
        pairs = [(context.format(word), context.format(f"`{word}`")) for context in contexts]
        return not all(same_tree(parser, *pair) for pair in pairs)

    return [word for word in words if misread(word)]


def same_tree(parser, text: str, bracketed: str) -> bool:
    try:
        return parser.parseExpression(text).toString() == parser.parseExpression(bracketed).toString()
    except Exception:
        return False


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
