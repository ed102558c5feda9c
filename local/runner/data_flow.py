"""A mapping data flow, computed from its script: each transformation and function does what its vendor's page says of it, and nothing more.

What the page does not say of a null is an error here, so a script that relies on it fails: it says of `isNull` and `coalesce` only.
https://learn.microsoft.com/azure/data-factory/data-flow-expressions-usage
"""

import os
import re

from pyspark.sql import functions as F


class Refused(Exception):
    """The data flow fails, and why."""


def run_data_flow(spark, run):
    """Runs the script of a command; gives why it has failed, or None."""
    # Looking for parts that are equal takes twice as long for each branch within a branch.
    spark.conf.set("spark.sql.subexpressionElimination.enabled", "false")
    streams = {}
    try:
        for one in run["script"]["transformations"]:
            inputs = [streams[name] for name in one["inputs"]]
            streams[one["name"]] = TRANSFORMATIONS[one["kind"]](spark, run, one, *inputs)
    except Refused as error:
        return f"{one['name']}: {error}"
    except Exception as error:
        told = re.search(r"NOT_TOLD: [^\n\"]*", str(error))
        if told is None:
            raise
        return f"{one['name']}: {told[0]}"
    return None


def source(spark, run, one):
    """The columns that are declared, of a file that must have them."""
    declared = [(item["name"], item["type"]) for item in call_in(one, "output")["items"]]
    path = run["sources"][one["name"]]
    if not os.path.isfile(path):
        raise Refused(f"there is no file {path}")
    rows = spark.read.parquet(path)
    there = dict(rows.dtypes)
    for name, kind in declared:
        if there.get(name) != kind:
            raise Refused(f"'{name}' is {there.get(name)} in {path}, and declared is {kind}")
    return rows.select(*[quoted(name) for name, _ in declared])


def asserted(spark, run, one, rows):
    """Fails where a rule is not true of a row. https://learn.microsoft.com/azure/data-factory/data-flow-assert"""
    for item in one["items"]:
        condition, fails, name, only, description = [inner["value"] for inner in item["value"]["items"]]
        if fails != {"kind": "flag", "value": True} or only != {"kind": "null"}:
            raise Refused("rows that break a rule are only refused here, and all rows are looked at")
        broken = rows.where(~known("expectTrue", value(condition))).count()
        if broken > 0:
            raise Refused(f"{broken} rows break the rule '{name['value']}': {description['value']}")
    return rows


def derive(spark, run, one, rows):
    """Columns that are added, each made of the columns that came in."""
    return rows.select("*", *[value(item["value"]).alias(new_name(item["name"], rows)) for item in one["items"]])


def filtered(spark, run, one, rows):
    [item] = one["items"]
    return rows.where(known("filter", value(item["value"])))


def fold_down(spark, run, one, rows):
    """A row for each item of an array; one row with null where there is none. https://learn.microsoft.com/azure/data-factory/data-flow-flatten"""
    [array] = [item["value"]["name"] for item in call_in(one, "unroll")["items"]]
    unrolled = rows.withColumn(array, F.explode_outer(quoted(array)))
    return unrolled.select(*mapped(call_in(one, "mapColumn")))


def select(spark, run, one, rows):
    """https://learn.microsoft.com/azure/data-factory/data-flow-select"""
    columns = call_in(one, "mapColumn")["items"]
    read = [(item["value"])["name"] for item in columns]
    if len(set(read)) < len(read):
        raise Refused("a column is mapped twice, of which only the first counts")
    return rows.select(*mapped({"items": columns}))


def sink(spark, run, one, rows):
    """Delta, in place of what the table was. https://learn.microsoft.com/azure/data-factory/format-delta#sink-properties"""
    rows.write.format("delta").mode("overwrite").option("overwriteSchema", "true").save(run["sinks"][one["name"]])
    return rows


TRANSFORMATIONS = {
    "source": source,
    "assert": asserted,
    "derive": derive,
    "filter": filtered,
    "foldDown": fold_down,
    "select": select,
    "sink": sink,
}


def call_in(one, name):
    [found] = [item["value"] for item in one["items"] if item["kind"] == "value" and item["value"].get("name") == name]
    return found


def mapped(call):
    """`mapColumn`: columns as they are, or by another name."""
    return [quoted(item["value"]["name"]).alias(item.get("name", item["value"]["name"])) for item in call["items"]]


def new_name(name, rows):
    if name.lower() in [column.lower() for column in rows.columns]:
        raise Refused(f"'{name}' is a column already, and what others beside it then see is not told")
    return name


def quoted(name):
    return F.col("`" + name.replace("`", "``") + "`")


def value(expression):
    kind = expression["kind"]
    if kind in ("text", "number", "flag"):
        return F.lit(expression["value"])
    if kind == "column":
        return quoted(expression["name"])
    if kind == "not":
        return ~known("!", value(expression["operand"]))
    if kind == "binary":
        left, right = value(expression["left"]), value(expression["right"])
        return OPERATORS[expression["operator"]](left, right)
    if kind == "call":
        return FUNCTIONS[expression["name"]]([item["value"] for item in expression["items"]])
    raise Refused(f"{kind} is no value on this machine")


def known(name, column):
    """A value that must not be null, as it is not told what becomes of it then. The column stands once in it: a text as deep as may be is as long."""
    return F.coalesce(column, F.raise_error(F.lit(f"NOT_TOLD: what '{name}' makes of null")))


def without_nulls(name, compute):
    """A function of which it is not told what it makes of null."""
    return lambda *columns: compute(*[known(name, column) for column in columns])


def of_values(name, compute):
    checked = without_nulls(name, compute)
    return lambda items: checked(*[value(item) for item in items])


def of_text(name, compute):
    """The first argument is any text, and the others are written out."""

    def computed(items):
        if not all(item["kind"] in ("text", "number") for item in items[1:]):
            raise Refused(f"'{name}' takes arguments that are written out on this machine")
        return without_nulls(name, lambda text: compute(text, *[item["value"] for item in items[1:]]))(value(items[0]))

    return computed


def iif(items):
    condition, then, *otherwise = [value(item) for item in items]
    chosen = F.when(known("iif", condition), then)
    return chosen.otherwise(otherwise[0]) if otherwise else chosen


def split(items):
    [text, delimiter] = items
    if delimiter["kind"] != "text" or delimiter["value"] == "":
        raise Refused("'split' takes a delimiter that is written out on this machine")
    parts = lambda given: F.split(given, re.escape(delimiter["value"]), -1)
    return without_nulls("split", parts)(value(text))


def characters(text):
    return "[" + re.escape(text) + "]+"


FUNCTIONS = {
    "coalesce": lambda items: F.coalesce(*[value(item) for item in items]),
    "concat": of_values("concat", F.concat),
    "endsWith": of_values("endsWith", lambda text, part: text.endswith(part)),
    "false": lambda items: F.lit(False),
    "iif": iif,
    "isNull": lambda items: value(items[0]).isNull(),
    "lower": of_values("lower", F.lower),
    "ltrim": of_text("ltrim", lambda text, trimmed: F.regexp_replace(text, f"^{characters(trimmed)}", "")),
    "replace": of_values("replace", lambda text, part, by=None: F.replace(text, part, F.lit("") if by is None else by)),
    "rtrim": of_text("rtrim", lambda text, trimmed: F.regexp_replace(text, rf"{characters(trimmed)}\z", "")),
    "size": of_values("size", F.size),
    "split": split,
    "startsWith": of_values("startsWith", lambda text, part: text.startswith(part)),
    "substring": of_text("substring", lambda text, start, count=2**31 - 1: F.substring(text, start, count)),
    "trim": of_text("trim", lambda text, trimmed: F.regexp_replace(text, rf"^{characters(trimmed)}|{characters(trimmed)}\z", "")),
    "true": lambda items: F.lit(True),
    "upper": of_values("upper", F.upper),
}

# The least and the greatest are computed of both sides: whether the second one is looked at where the first decides is not told either.
OPERATORS = {
    "&&": without_nulls("&&", F.least),
    "||": without_nulls("||", F.greatest),
    "==": without_nulls("==", lambda a, b: a == b),
    "!=": without_nulls("!=", lambda a, b: a != b),
    ">": without_nulls(">", lambda a, b: a > b),
}
