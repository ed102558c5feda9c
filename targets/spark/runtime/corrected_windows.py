def write_corrected(rows, batch_id, query, table, added, keys, combined, results):
    """Adds the rows of a batch to their windows, whether they are late or not. A replayed batch adds nothing.

    `added` makes parts of rows, window by window; `combined` makes one part of several; `results` makes of parts what the
    table holds beside them in `_parts`. So it does not matter in which order and in which batches rows come.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as rows:
        window = [F.col(f"_window.{side}").alias(f"window_{side}") for side in ("start", "end")]
        with persisted(added(rows).select(*window, "*").drop("_window")) as new:
            total = F.coalesce(F.sum("_rows"), F.lit(0))
            spans = [F.unix_micros(of("window_start")) for of in (F.min, F.max)]
            found = new.agg(total.alias("aggregated"), F.count(F.lit(1)).alias("written"), *[one.alias(f"_{at}") for at, one in enumerate(spans)]).first()
            counts = {"read": rows.count(), "aggregated": found["aggregated"], "written": found["written"]}
            if counts["read"] != counts["aggregated"]:
                raise RuntimeError(f"{batch}: {counts['read']} read, {counts['aggregated']} in windows: {counts}")
            settle(batch, counts)
            if counts["written"] > 0:
                add_to_windows(new.drop("_rows"), table, keys, combined, results, (found["_0"], found["_1"]), batch)


def add_to_windows(new, table, keys, combined, results, span, batch):
    """`span`: the first and the last begin of a window that there is anything new of (microseconds since 1970)."""
    session, view = batch.session, batch.query.view
    within = "t.window_start BETWEEN timestamp_micros({}) AND timestamp_micros({})".format(*span)
    same = [F.col(f"s.`{key}`").eqNullSafe(F.col(f"t.`{key}`")) for key in keys]
    there = session.read.format("delta").load(table).alias("t").where(within).join(new.alias("s"), same, "left_semi")
    parts = [name for name in new.columns if name not in keys]
    before = there.select(*keys, *[f"_parts.`{name}`" for name in parts])
    whole = before.unionByName(new).groupBy(*keys).agg(*[F.expr(part) for part in combined])
    kept = F.struct(*parts).alias("_parts")
    whole.select(*[F.col(f"`{key}`") for key in keys], *[F.expr(result) for result in results], kept).createOrReplaceTempView(view)
    equal = " AND ".join(f"t.`{key}` <=> s.`{key}`" for key in keys)
    with once(batch, "table"):
        session.sql(f"MERGE INTO delta.`{table}` t USING {view} s ON {equal} AND {within} WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *")
