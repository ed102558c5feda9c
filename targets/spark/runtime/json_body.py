from uuid import uuid4

# By what the list is closed that a body stands in. It is made anew where a notebook starts: no body can hold it.
SEAL = f"_{uuid4().hex}"


def json_body(events, columns, position, parsed_as=lambda body: body):
    """The columns of each event's JSON body, and the event's position. A body that is not one JSON object goes no further (`_goes`). `parsed_as`: the text that is parsed for a body."""
    body = F.col("body").cast("string")
    frame = framed(parsed_as(body), columns)
    goes = F.when(~holds(is_whole(F.col("_frame")) & F.col("_body").rlike(r"^\s*\{")), "unparsable")
    return (
        events.select(frame.alias("_frame"), body.alias("_body"), *position)
        .select(F.get(f"_frame.{SEAL}", F.lit(0)).alias("_source"), *position, "_body", goes.alias("_goes"))
        .select("_source.*", *position, "_body", "_goes")
        .drop(SEAL)
    )


def framed(body, columns):
    """A body parsed in a frame. Spark's parser reads one value and never looks at what is behind it: in the frame it is a list with the body and a seal.

    What is behind a body's object breaks the frame, is a value more in the list, or ends the list before the seal; and none can stand for the list or the seal.
    """
    text = F.concat(F.lit(f'{{"{SEAL}": ['), body, F.lit(f', {{"{SEAL}": true}}]}}'))
    options = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_unparsable"}
    return F.from_json(text, f"{SEAL} array<struct<{columns}, {SEAL}: boolean>>, _unparsable string", options)


def is_whole(frame):
    """Whether there is one value in the frame, and its parts are of their types."""
    values = frame.getField(SEAL)
    return frame.getField("_unparsable").isNull() & (F.size(values) == 2) & F.get(values, F.lit(1)).getField(SEAL)
