@dataclass(frozen=True)
class Watermark:
    """Event time less a delay. `late`: what becomes of rows that come after it has passed them: `drop`, `fail`, `divert` to a table, or `upsert`: they are rows like others, which windows are corrected by."""

    column: str
    delay: str
    late: str
    diverted_to: str | None = None


@dataclass(frozen=True)
class Deduplication:
    """Of the rows with the same keys the first by `order` is kept, within the part of the table that the watermark has not passed."""

    keys: list
    order: list


def write_rows(rows, batch_id, query, table, columns, quarantine=None, watermark=None, deduplication=None, counted=None, left=(), lookups=None):
    """Writes one batch of checked rows: each goes to exactly one place, and a replayed batch changes nothing.

    Late is what the watermark before the batch has passed.
    `counted`: what else is counted, by its name in the record: an aggregate of the batch.
    `left`: the places of rows that views leave out.
    `lookups`: tables in which the rows that are written are looked up.
    """
    batch = Batch(rows.sparkSession, query, batch_id)
    with persisted(rows) as rows:
        closed = watermark_before(batch) if watermark else None
        is_late = F.lit(False) if closed is None else F.col(watermark.column) <= F.expr(f"timestamp_micros({closed})")
        if closed is not None and watermark.late != "upsert":
            rows = rows.withColumn("_goes", F.coalesce("_goes", F.when(is_late, "late")))
        good = rows.where("_goes is null")
        still_open = open_part(good, watermark, closed)
        new = first_of_each(good, columns, deduplication) if deduplication else good.select(*columns)

        if batch.earlier:  # its rows may be written already: the tables cannot be counted against any more
            counts, after, versions = batch.earlier["counts"], batch.earlier["watermark"], batch.earlier["versions"]
        else:
            versions = lookups and lookups.versions(batch.session)
            counts = count_rows(rows, counted, left)
            added = new
            if deduplication and counts["written"] > 0:
                added = not_in(table, new, deduplication.keys, still_open)
                counts["duplicates"] = counts["written"] - added.count()
                counts["written"] -= counts["duplicates"]
            if lookups:
                added = lookups.look_up(added, versions)
                counts.update(lookups.counts(added))
            if watermark and watermark.late == "upsert":
                counts["late_written"] = (lookups.staying(added) if lookups else added).where(is_late).count()
            refuse(rows, counts, batch, watermark)
            conserve(batch, counts)
            after = watermark_after(rows, watermark, closed) if watermark else None
        settle(batch, counts, after, versions)
        if lookups:
            new = lookups.staying(lookups.look_up(new, versions))

        if counts["quarantined"] + counts["unparsable"] > 0:
            bad = rows.where("_goes in ('quarantined', 'unparsable')")
            append(like(bad, quarantine), quarantine, batch.transaction("quarantine"))
        if counts["late"] > 0 and watermark.late == "divert":
            late = rows.where("_goes = 'late'")
            append(like(late, watermark.diverted_to), watermark.diverted_to, batch.transaction("late"))
        if counts["written"] > 0 and deduplication:
            insert_new(new, table, deduplication.keys, still_open, batch)
        elif counts["written"] > 0:
            append(new, table, batch.transaction("table"))


def watermark_before(batch):
    """The event time up to which the query was closed before the batch (microseconds since 1970); None on the first."""
    if batch.id == 0:
        return None
    if batch.before is None:
        raise RuntimeError(f"{batch}: the one before it has no record in {batch.query.batches}, so the watermark is not known")
    return batch.before["watermark"]


def open_part(good, watermark, closed):
    """The part of the table that a row of the batch may repeat: what the watermark has not passed, or, where late rows are written too, what is no earlier than any of them."""
    if closed is None:
        return "true"
    if watermark.late != "upsert":
        return f"t.`{watermark.column}` > timestamp_micros({closed})"
    least = good.agg(F.unix_micros(F.min(watermark.column))).first()[0]
    return "true" if least is None else f"t.`{watermark.column}` >= timestamp_micros({least})"


def watermark_after(rows, watermark, closed):
    """The latest event time of good rows less the delay; it never goes back."""
    good = rows.where("_goes is null or _goes = 'late'")
    seen = good.agg(F.expr(f"unix_micros(max(`{watermark.column}`) - INTERVAL {watermark.delay})")).first()[0]
    return max((w for w in (closed, seen) if w is not None), default=None)


def first_of_each(rows, columns, deduplication):
    """Of the rows with the same keys the first."""
    first = F.min_by(F.struct(*columns), F.struct(*deduplication.order))
    return rows.groupBy(*deduplication.keys).agg(first.alias("_row")).select("_row.*")


def not_in(table, rows, keys, still_open):
    """The rows whose keys the open part of the table does not hold."""
    there = rows.sparkSession.read.format("delta").load(table).alias("t").where(still_open)
    same = [F.col(f"s.`{key}`").eqNullSafe(F.col(f"t.`{key}`")) for key in keys]
    return rows.alias("s").join(there, same, "left_anti")


def count_rows(rows, counted=None, left=()):
    """How many rows of the batch go where; `written` are those that go nowhere else."""
    places = ["unparsable", "filtered", *CONSEQUENCES.values(), "late", *left]
    goes = F.col("_goes")
    of_batch = [F.expr(text).alias(name) for name, text in {"read": "count(*)", **(counted or {})}.items()]
    of_place = [F.count_if(goes == place).alias(place) for place in places]
    warned = F.count_if(goes.isNull() & (F.size("_violations") > 0)).alias("warned")
    written = F.count_if(goes.isNull()).alias("written")
    return {**rows.agg(*of_batch, *of_place, warned, written).first().asDict(), "duplicates": 0}


def refuse(rows, counts, batch, watermark=None):
    """Stops before anything of the batch is written, where the YAML says `fail`."""
    if counts["failed"] > 0:
        some = rows.where("_goes = 'failed'").select("_violations").first()["_violations"]
        raise RuntimeError(f"{batch}: {counts['failed']} rows violate what must hold, one of them {some}")
    if counts["late"] > 0 and watermark.late == "fail":
        raise RuntimeError(f"{batch}: {counts['late']} rows came after the watermark had passed them")


def like(rows, table):
    """The columns that the table has, in its order."""
    return rows.select(*rows.sparkSession.read.format("delta").load(table).columns)
