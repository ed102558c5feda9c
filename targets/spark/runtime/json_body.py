# Where each event stood, beside the columns that a table makes of it.
POSITION = ["enqueued_at AS _enqueued_at", "`partition` AS _partition", "`offset` AS _offset", "_body", "_parsable"]


def json_body(events, columns):
    """The columns of each event's JSON body, and the event's position. A body that is no JSON object is not `_parsable`."""
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    body = F.col("body").cast("string")
    source = F.from_json(body, f"{columns}, _unparsable string", options)
    parsable = F.col("_source").isNotNull() & F.col("_source._unparsable").isNull() & F.col("_body").rlike(r"^\s*\{")
    return (
        events.select(source.alias("_source"), body.alias("_body"), "enqueued_at", "partition", "offset")
        .select("_source.*", "enqueued_at", "partition", "offset", "_body", parsable.alias("_parsable"))
        .drop("_unparsable")
    )
