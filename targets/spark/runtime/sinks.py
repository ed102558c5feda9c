def wanted(rows, where):
    """Marks what a sink takes (`_wanted`). The other rows are left out and counted; so is a row of which it is not known."""
    return rows.withColumn("_wanted", holds(F.expr(where)))


def mark_of(rows):
    """The mark of what a sink takes, where it has a filter."""
    return [name for name in rows.columns if name == "_wanted"]


def iso(rows, name):
    """A column with its times as ISO 8601 text in UTC: a store would keep them in forms of its own."""
    kind = rows.schema[name].dataType.typeName()
    if kind == "timestamp":
        return F.date_format(name, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
    return F.col(name).cast("string") if kind == "date" else F.col(name)


def row_id(rows, key):
    """A text made of a row's key, the same whenever the row is written; it has no character that an id must not have.

    A table that was made before its key was proven not null may hold rows without one: they stop the query.
    """
    parts = [F.coalesce(iso(rows, name).cast("string"), F.raise_error(F.lit(f"'{name}' is part of the key and null."))) for name in key]
    return F.concat_ws("|", *[F.url_encode(part) for part in parts])


def deliver(rows, batch_id, query, write):
    """Hands what the sink takes of a batch to `write`. A replayed batch is written again."""
    if mark_of(rows):
        counted = {"read": "count(*)", "filtered": "count_if(NOT _wanted)", "written": "count_if(_wanted)"}
        count_and_write(rows, batch_id, query, counted, lambda kept, _: write(kept.where("_wanted").drop("_wanted")))
    else:
        counted = {"read": "count(*)", "written": "count(*)"}
        count_and_write(rows, batch_id, query, counted, lambda kept, _: write(kept))
