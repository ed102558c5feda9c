def rows_by_landing(rows, into):
    """Of landings that are whole tables: each key's row (`_row`; null: it is there and left out), of how many (`_rows`), and when it was read (`_at`).

    Two rows with one key were read of a table that changed meanwhile: which of them is taken, what is in them decides.
    """
    good = F.col("_goes").isNull()
    row = F.max_by(F.when(good, F.struct(*into.columns)), F.when(good, order_of(rows, into.columns)))
    return rows.groupBy(*into.keys, "_landing").agg(row.alias("_row"), F.count_if(good).alias("_rows"), F.min("_read_at").alias("_at"))


@dataclass(frozen=True)
class LatestOfSnapshots:
    """The table becomes what the last landing is: a row that is absent there is deleted. One that is there and left out stays as it was."""

    def expect_kept(self, query):
        """Nothing is kept beside the table."""

    def counted(self, into):
        return {
            "table.deleted": "count_if(_deleted)",
            "table.rows": "count_if(NOT _deleted AND (_there OR _rows > 0 AND _goes IS NULL))",
        }

    def changed(self, rows, into, first, last):
        """Each key of the landings and of the table, with the row that it has, and whether it is to be deleted (`_deleted`)."""
        landings = F.sequence(F.lit(first).cast("long"), F.lit(last).cast("long"))
        is_good = F.col("_row").isNotNull()
        by_key = rows_by_landing(rows, into).groupBy(*into.keys).agg(
            F.array_max(F.array_except(landings, F.collect_list("_landing"))).alias("_absent"),
            F.max(F.when(is_good, F.col("_landing"))).alias("_good"),
            F.max_by("_row", F.when(is_good, F.col("_landing"))).alias("_row"),
            F.sum("_rows").alias("_rows"),
        )
        there = rows.sparkSession.read.format("delta").load(into.table).select(*into.keys, F.struct(*into.columns).alias("_held"))
        both = by_key.alias("s").join(there.alias("t"), same_keys(into.keys), "full")
        # A key without a row in any of the landings is absent; one that has rows was absent last, or not at all.
        gone = F.when(F.col("_rows").isNull(), True).otherwise(holds(F.col("_absent") >= F.coalesce("_good", F.lit(0))))
        found = both.select(
            F.coalesce(F.when(~gone, F.col("_row")), F.col("_held"), F.col("_row")).alias("_row"),
            F.col("_held"),
            F.coalesce("_rows", F.lit(0)).alias("_rows"),
            F.col("_held").isNotNull().alias("_there"),
            gone.alias("_gone"),
        )
        equal = equal_rows(into.columns, rows.schema, "_row", "_held")
        goes = F.when(F.col("_gone"), "superseded").when(F.col("_there") & F.expr(equal), "unchanged")
        return found.select("_row.*", "_rows", "_there", (F.col("_gone") & F.col("_there")).alias("_deleted"), goes.alias("_goes"))

    def merge(self, changed, into, batch):
        rows = changed.where("_deleted OR _rows > 0 AND _goes IS NULL").select(*into.columns, "_deleted")
        merge_by(rows, into.table, into.keys, merging(into.columns, "s._deleted"), batch)
