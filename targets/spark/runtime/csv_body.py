# A cell: text between quotes, which may hold commas, line breaks and doubled quotes, or text with none of these.
CELL = r'(?:"[^"]*+(?:""[^"]*+)*+"|[^",\r\n]*+)'


def csv_body(events, columns, position):
    """The cells of each event's body, which is one record of CSV (RFC 4180), and the event's position.

    A cell that is empty is null. A body goes no further (`_goes`) if it is empty, if a quote is not where quotes belong (Spark's
    reader would guess), if it has more or fewer cells than columns, or if a cell is not of its column's type.
    """
    count = len(spark.createDataFrame([], columns).columns)
    record = rf"\A(?!\r?\n?\z){CELL}(?:,{CELL}){{{count - 1}}}(?:\r?\n)?\z"
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable", "escape": '"', "multiLine": "true"}
    body = F.col("body").cast("string")
    source = F.from_csv(F.regexp_replace(body, r"\r?\n\z", ""), f"{columns}, _unparsable string", options)
    parsable = F.col("_source").isNotNull() & F.col("_source._unparsable").isNull() & F.col("_body").rlike(record)
    goes = F.when(~holds(parsable), "unparsable")
    return (
        events.select(source.alias("_source"), body.alias("_body"), *position)
        .select("_source.*", *position, "_body", goes.alias("_goes"))
        .drop("_unparsable")
    )
