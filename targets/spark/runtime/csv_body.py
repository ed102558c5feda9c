from functools import reduce
from operator import or_

# A cell: text between quotes, which may hold commas, line breaks and doubled quotes, or text with none of these.
CELL = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^",\r\n]*+)'


def csv_body(events, columns, position):
    """The cells of each event's body, which is one record of CSV (RFC 4180), and the event's position.

    A cell that is empty is null. A body goes no further (`_goes`) if it is empty, if a quote is not where quotes belong (Spark's
    reader would guess), if it has more or fewer cells than columns, or if a cell is not of its column's type. Cells are read as texts:
    Spark's reader would round decimals and pass over their commas, and take an hour for one of today.
    """
    fields = spark.createDataFrame([], columns).schema.fields
    record = rf"\A(?!\r?\n?\z){','.join([CELL] * len(fields))}(?:\r?\n)?\z"
    texts = ", ".join(f"`{field.name}` string" for field in fields)
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable", "escape": '"', "multiLine": "true"}
    body = F.col("body").cast("string")
    cells = F.from_csv(F.when(body.rlike(record), F.regexp_replace(body, r"\r?\n\z", "")), f"{texts}, _unparsable string", options)
    rows = events.select(cells.alias("_cells"), body.alias("_body"), *position)
    values = {field.name: cell_as(field.dataType, f"_cells.`{field.name}`") for field in fields}
    rows = rows.select("_cells", *[value.alias(name) for name, value in values.items()], *position, "_body")
    misfits = [F.col(f"_cells.`{name}`").isNotNull() & F.col(f"`{name}`").isNull() for name in values]
    fits = F.col("_cells").isNotNull() & F.col("_cells._unparsable").isNull() & ~reduce(or_, misfits)
    return rows.withColumn("_goes", F.when(~holds(fits), "unparsable")).drop("_cells")


# How a truth or a number is written; what is taken is not given back, or a long text that is none would be gone through from each of its digits. What else Spark would take for one is none: `1d`, `0x1p3`, digits of other scripts.
WRITTEN_CELL = {
    "boolean": r"(?i)true|false",
    "int": r"[+-]?[0-9]+",
    "bigint": r"[+-]?[0-9]+",
    "double": r"[+-]?([0-9]++(\.[0-9]*+)?+|\.[0-9]++)([eE][+-]?[0-9]++)?|NaN|-?Inf(inity)?",
}


def cell_as(kind, cell):
    """A cell as a value of its column's type; null if it is none."""
    text, of = F.col(cell), kind.simpleString()
    if of == "string":
        return text
    if is_time(kind):
        return time_of(kind, text)
    if is_decimal(kind):  # of 0e40 Spark would count 41 digits
        return F.when(~is_rounded(kind, text), F.expr(f"try_cast(regexp_replace({cell}, '^([+-]?[0.]+)[eE].*', '$1') AS {of})"))
    return F.when(text.rlike(rf"\A({WRITTEN_CELL[of]})\z"), F.expr(f"try_cast({cell} AS {of})"))
