def write_rows(rows, batch, query, app, ops, table, columns, quarantine=None, watermark=None, late=None, keys=None, order=None, counted=None, left=(), lookups=None):
    """Writes one batch of checked rows: each goes to exactly one place, and a replayed batch changes nothing.

    `watermark`: (column, delay, what becomes of late rows). Late is what the watermark before the batch has passed.
    `keys`, `order`: of the rows with the same keys the first by `order` is kept, within the part of the table that the
    watermark has not passed.
    `counted`: what else is counted, by its name in the record: an aggregate of the batch.
    `left`: the places of rows that views leave out.
    `lookups`: tables in which the rows that are written are looked up.
    """
    session = rows.sparkSession
    earlier = recorded(session, ops, app, batch)
    kept = rows.persist()  # read once, though it is counted and written several times
    try:
        rows = kept
        closed = watermark_before(session, ops, app, batch) if watermark else None
        if closed is not None:
            passed_by = F.col(watermark[0]) <= F.expr(f"timestamp_micros({closed})")
            rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(passed_by, "late")))
        good = rows.where("_goes is null")
        still_open = "true" if closed is None else f"t.`{watermark[0]}` > timestamp_micros({closed})"
        new = good.select(*columns)
        if keys:
            first = F.min_by(F.struct(*[F.col(c) for c in columns]), F.struct(*order))
            new = good.groupBy(*keys).agg(first.alias("_row")).select("_row.*")

        versions = lookups and (earlier[2] if earlier else lookups.versions(session))
        if earlier is None:
            open_part = session.read.format("delta").load(table).alias("t").where(still_open) if keys else None
            counts = count_rows(rows, new, counted=counted, lookups=lookups, versions=versions, left=left, keys=keys, there=open_part)
            refuse(rows, counts, query, batch, watermark)
            conserve(query, batch, counts)
            record(session, ops, query, app, batch, counts, watermark_after(rows, watermark, closed), versions)
        else:
            counts = earlier[0]
        log(query, batch, counts, replayed=earlier is not None)
        if lookups:
            new = lookups.staying(lookups.look_up(new, versions))

        if counts["quarantined"] + counts["unparsable"] > 0:
            bad = rows.where("_goes in ('quarantined', 'unparsable')")
            append(like(bad, quarantine), quarantine, f"{app}/quarantine", batch)
        if counts["late"] > 0 and watermark[2] == "divert":
            append(like(rows.where("_goes = 'late'"), late), late, f"{app}/late", batch)
        if counts["written"] > 0 and keys:
            insert_new(new, table, keys, still_open, f"{app}/table", batch)
        elif counts["written"] > 0:
            append(new, table, f"{app}/table", batch)
    finally:
        kept.unpersist()


def count_rows(rows, new, counted=None, lookups=None, versions=None, left=(), keys=None, there=None):
    """How many rows of the batch go where. `there`: the rows in which the `keys` must not be, known as `t`."""
    kinds = ["unparsable", "filtered", "failed", "quarantined", "dropped", "late", *left]
    of_kind = [F.count_if(F.col("_goes") == kind).alias(kind) for kind in kinds]
    warned = F.count_if(F.col("_goes").isNull() & (F.size("_violations") > 0))
    of_batch = [F.expr(text).alias(name) for name, text in {"read": "count(*)", **(counted or {})}.items()]
    good = F.count_if(F.col("_goes").isNull())
    counts = rows.agg(*of_batch, *of_kind, warned.alias("warned"), good.alias("written")).first().asDict()
    good = counts["written"]
    if keys and good > 0:
        same = [F.col(f"s.`{key}`").eqNullSafe(F.col(f"t.`{key}`")) for key in keys]
        new = new.alias("s").join(there, same, "left_anti")
        counts["written"] = new.count()
    counts["duplicates"] = good - counts["written"]
    if lookups:
        counts.update(lookups.counts(lookups.look_up(new, versions)))
    return counts


def refuse(rows, counts, query, batch, watermark):
    """Stops before anything of the batch is written, where the YAML says `fail`."""
    if counts["failed"] > 0:
        some = rows.where("_goes = 'failed'").select("_violations").first()["_violations"]
        raise RuntimeError(f"{query}, batch {batch}: {counts['failed']} rows violate what must hold, one of them {some}")
    if counts["late"] > 0 and watermark[2] == "fail":
        raise RuntimeError(f"{query}, batch {batch}: {counts['late']} rows came after the watermark had passed them")


def watermark_after(rows, watermark, closed):
    """The latest event time of good rows less the delay; it never goes back."""
    if watermark is None:
        return None
    good = rows.where("_goes is null or _goes = 'late'")
    seen = good.agg(F.expr(f"unix_micros(max(`{watermark[0]}`) - INTERVAL {watermark[1]})")).first()[0]
    return max((w for w in (closed, seen) if w is not None), default=None)


def like(rows, table):
    """The columns that the table has, in its order."""
    return rows.select(*rows.sparkSession.read.format("delta").load(table).columns)
