@dataclass(frozen=True)
class HistoryOfSnapshots(Versions):
    """A row that a landing has with other values in the `tracked` columns is a version, valid from when that was read; other columns are
    changed in the version that holds. `closes_absent`: a version ends when its row is absent. A row that is there and left out is
    not absent, and changes nothing.
    """

    tracked: list
    closes_absent: bool

    def changed(self, rows, into, first, last):
        """The versions that the landings change, from the one that holds before them on (`_before`), and whether each is to be written (`_writes`)."""
        events = self.events(rows, into, first, last)
        tracked = ", ".join(["1", *[comparable(name, rows.schema, "_row") for name in self.tracked]])
        events = events.withColumn("_tracked", F.expr(f"CASE WHEN _row IS NOT NULL THEN struct({tracked}) END"))
        goes_on = over("lag(_tracked)", into.keys, "_landing").eqNullSafe(F.col("_tracked"))
        events = events.withColumn("_begins", (F.col("_row").isNotNull() & ~goes_on).cast("int"))
        events = events.withColumn("_version", over("sum(_begins)", into.keys, "_landing")).where("_version > 0")
        landing = F.when(F.col("_row").isNotNull(), F.col("_landing"))
        versions = events.groupBy(*into.keys, "_version").agg(
            F.max_by("_row", landing).alias("_row"),
            F.min_by("_row", F.when(F.col("_landing") < first, F.col("_landing"))).alias("_before"),
            F.min_by("_at", landing).alias("valid_from"),
            F.min(F.when(F.col("_row").isNull(), F.col("_at"))).alias("_ends"),
            F.sum("_rows").alias("_rows"),
        )
        following = over("lead(valid_from)", into.keys, "_version")
        versions = versions.withColumn("valid_to", F.coalesce("_ends", following))
        equal = F.col("_before").isNotNull() & F.expr(equal_rows(into.columns, rows.schema, "_row", "_before"))
        writes = ~equal | F.col("valid_to").isNotNull()
        versions = versions.select("_row.*", "valid_from", "valid_to", "_rows", F.when(equal, "unchanged").alias("_goes"), writes.alias("_writes"))
        return versions.where("_writes OR _rows > 0")

    def events(self, rows, into, first, last):
        """What became of each key, in the order of landings: its row, or null where it is absent; first the row that held before."""
        session = rows.sparkSession
        read = rows_by_landing(rows, into)
        held = session.read.format("delta").load(into.table).where("valid_to IS NULL")
        before = held.select(
            *into.keys,
            F.lit(first - 1).cast("long").alias("_landing"),
            F.struct(*into.columns).alias("_row"),
            F.lit(0).cast("long").alias("_rows"),
            F.col("valid_from").alias("_at"),
        )
        there = read.unionByName(before)
        seen = there.where("_row IS NOT NULL")
        if not self.closes_absent:
            return seen
        following = F.coalesce(over("lead(_landing)", into.keys, "_landing"), F.lit(last + 1))
        absent = there.select(*into.keys, "_landing", following.alias("_next")).where("_next > _landing + 1")
        times = rows.groupBy(F.col("_landing").alias("_of")).agg(F.min("_read_at").alias("_at"))
        unknown = F.expr("raise_error('A landing without rows does not say when the table was empty: versions cannot be ended then. Give the bronze table another name, so that all lands anew, raise `backfill` of this one and compile.')")
        gone = absent.join(times, F.col("_landing") + 1 == F.col("_of"), "left").select(
            *into.keys,
            (F.col("_landing") + 1).alias("_landing"),
            F.lit(None).cast(seen.schema["_row"].dataType).alias("_row"),
            F.lit(0).cast("long").alias("_rows"),
            F.coalesce("_at", unknown.cast("timestamp")).alias("_at"),
        )
        return seen.unionByName(gone)
