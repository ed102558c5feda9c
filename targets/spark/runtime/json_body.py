def json_body(events, columns, position):
    """The columns of each event's JSON body, and the event's position. A body that is no JSON object goes no further (`_goes`)."""
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    body = F.col("body").cast("string")
    source = F.from_json(body, f"{columns}, _unparsable string", options)
    parsable = F.col("_source").isNotNull() & F.col("_source._unparsable").isNull() & F.col("_body").rlike(r"^\s*\{")
    goes = F.when(~F.coalesce(parsable, F.lit(False)), "unparsable")
    return (
        events.select(source.alias("_source"), body.alias("_body"), *position)
        .select("_source.*", *position, "_body", goes.alias("_goes"))
        .drop("_unparsable")
    )
