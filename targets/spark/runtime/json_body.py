# What a body has that is more than one object and fits a frame all the same: it ends the list that it stands in and begins another one.
BREAKS_FRAME = r"\}\s*\]\s*,|_bodies|\\u00[4-7]"


def json_body(events, columns, position):
    """The columns of each event's JSON body, and the event's position. A body that is not one JSON object goes no further (`_goes`).

    Spark's parser reads one value and never looks at what is behind it, so each body is framed: what is behind it breaks the frame.
    Where it may not, the frame's own keys are counted; so few bodies are parsed twice.
    """
    body = F.col("body").cast("string")
    framed = F.concat(F.lit('{"_bodies": ['), body, F.lit('], "_is_whole": true}'))
    frame = f"_bodies array<struct<{columns}>>, _is_whole boolean, _unparsable string"
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    parsable = (
        F.col("_frame._unparsable").isNull()
        & F.col("_frame._is_whole")
        & (F.size("_frame._bodies") == 1)
        & F.col("_body").rlike(r"^\s*\{")
        & ~F.coalesce(F.col("_keys") > 2, F.lit(False))
    )
    keys = F.when(body.rlike(BREAKS_FRAME), F.size(F.json_object_keys(framed)))
    goes = F.when(~holds(parsable), "unparsable")
    return (
        events.select(F.from_json(framed, frame, options).alias("_frame"), keys.alias("_keys"), body.alias("_body"), *position)
        .select(F.get("_frame._bodies", F.lit(0)).alias("_source"), *position, "_body", goes.alias("_goes"))
        .select("_source.*", *position, "_body", "_goes")
    )
