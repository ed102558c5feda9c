# A cell: text between quotes, which may hold commas, line breaks and doubled quotes, or text with none of these.
CELL = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^",\r\n]*+)'
# A power of ten of five digits or more, as Java reads it: with commas, signs, digits of other scripts. Of such a number Spark computes a decimal without end.
LONG_POWER_CELL = r'"?[+,.\p{Nd}-]*+[eE][+,\p{Nd}-]{5}'


def csv_body(events, columns, position):
    """The cells of each event's body, which is one record of CSV (RFC 4180), and the event's position.

    A cell that is empty is null. A body goes no further (`_goes`) if it is empty, if a quote is not where quotes belong (Spark's
    reader would guess), if it has more or fewer cells than columns, or if a cell is not of its column's type.
    """
    kinds = [field.dataType.typeName() for field in spark.createDataFrame([], columns).schema.fields]
    cells = ",".join(rf"(?!{LONG_POWER_CELL}){CELL}" if kind == "decimal" else CELL for kind in kinds)
    record = rf"\A(?!\r?\n?\z){cells}(?:\r?\n)?\z"
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable", "escape": '"', "multiLine": "true"}
    body = F.col("body").cast("string")
    source = F.from_csv(F.when(body.rlike(record), F.regexp_replace(body, r"\r?\n\z", "")), f"{columns}, _unparsable string", options)
    parsable = F.col("_source").isNotNull() & F.col("_source._unparsable").isNull()
    goes = F.when(~holds(parsable), "unparsable")
    return (
        events.select(source.alias("_source"), body.alias("_body"), *position)
        .select("_source.*", *position, "_body", goes.alias("_goes"))
        .drop("_unparsable")
    )
