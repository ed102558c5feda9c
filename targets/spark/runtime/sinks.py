def wanted(rows, where):
    """Marks what a sink takes (`_wanted`). The other rows are left out and counted; so is a row of which it is not known."""
    return rows.withColumn("_wanted", F.coalesce(F.expr(where), F.lit(False)))


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


def begin_delivery(app, ops, checkpoint):
    """Refuses to go on where the checkpoint is behind what was delivered."""
    records = spark.read.format("delta").load(f"{ops}/batches").where(F.col("app") == app)
    last = records.agg(F.max("batch").alias("batch")).first()["batch"]
    if last is not None:
        expect_checkpoint(app, checkpoint, last)


def deliver(rows, batch, query, app, ops, write):
    """Counts a batch, records it, and hands what the sink takes to `write`. A replayed batch is written again."""
    kept = rows.persist()
    try:
        counts, taken = kept_apart(kept)
        settle(rows.sparkSession, ops, query, app, batch, counts)
        if counts["written"] > 0:
            write(taken)
    finally:
        kept.unpersist()


def kept_apart(rows):
    """How many rows go where, and those that the sink takes."""
    read = rows.count()
    if "_wanted" not in rows.columns:
        return {"read": read, "written": read}, rows
    taken = rows.where("_wanted").drop("_wanted")
    written = taken.count()
    return {"read": read, "filtered": read - written, "written": written}, taken
