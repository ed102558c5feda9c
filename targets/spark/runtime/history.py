def over(function, keys, order):
    """Of each row what a function makes of the rows with its keys, in an order."""
    return F.expr(f"{function} OVER (PARTITION BY {', '.join(f'`{key}`' for key in keys)} ORDER BY `{order}`)")


class Versions:
    """A table with a row for each time in which a row of its source was so: from `valid_from` until `valid_to`; null: it still is."""

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        return {"table.closed": "count_if(_writes AND valid_to IS NOT NULL)"}

    def merge(self, changed, into, batch):
        versions = changed.where("_writes").select(*into.columns, "valid_from", "valid_to")
        merge_by(versions, into.table, [*into.keys, "valid_from"], "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *", batch)


@dataclass(frozen=True)
class History(Versions):
    """Each row that has another `sequence` than the others of its key is a version, valid from then until the next one: a row that
    comes late takes its place between those that are there. Of rows with one sequence the one that landed last is taken.
    """

    sequence: str

    def changed(self, rows, into, first, last):
        """The versions of each key that has rows among these, those that the table has too, and whether each is to be written (`_writes`)."""
        good = rows.where("_goes IS NULL").withColumn("valid_from", F.col(self.sequence))
        row = F.max_by(F.struct(*into.columns), order_of(rows, into.columns))
        new = good.groupBy(*into.keys, "valid_from").agg(row.alias("_row"), F.count(F.lit(1)).alias("_rows"))
        touched = new.select(*into.keys).distinct()
        table = rows.sparkSession.read.format("delta").load(into.table)
        there = table.alias("t").join(touched.alias("s"), same_keys(into.keys), "left_semi")
        held = there.select(*into.keys, "valid_from", F.struct(*into.columns).alias("_held"), F.col("valid_to").alias("_until"))
        identity = [*into.keys, "valid_from"]
        both = new.alias("s").join(held.alias("t"), same_keys(identity), "full")
        versions = both.select(
            *[F.coalesce(f"s.`{name}`", f"t.`{name}`").alias(name) for name in identity],
            F.coalesce("_row", "_held").alias("_row"),
            F.coalesce("_rows", F.lit(0)).alias("_rows"),
            "_held",
            "_until",
        )
        versions = versions.withColumn("valid_to", over("lead(valid_from)", into.keys, "valid_from"))
        equal = F.col("_held").isNotNull() & F.expr(equal_rows(into.columns, rows.schema, "_row", "_held"))
        writes = ~equal | ~F.col("valid_to").eqNullSafe(F.col("_until"))
        return versions.select("_row.*", "valid_from", "valid_to", "_rows", F.when(equal, "unchanged").alias("_goes"), writes.alias("_writes"))
