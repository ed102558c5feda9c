@dataclass(frozen=True)
class LatestOrDeleted:
    """Of each key the latest change decides, by the order of `Latest`; of changes that are alike in it a delete (`_deletes`) is later than
    a row of the same landing. A delete removes the row of its key and is kept in the table `deleted`, so that an earlier row which
    comes later does not bring it back. A later row takes it out of there.

    That table is merged first. Computed anew between the two commits, the same changes are found, as the table itself is as it was.
    """

    sequence_by: list
    deleted: str

    def expect_kept(self, query):
        expect_kept(query, self.deleted, "deletes", "deleted.rows")

    def counted(self, into):
        rows, deletes = (spark.read.format("delta").load(table).count() for table in (into.table, self.deleted))
        deleted = "count_if(_there AND _goes = 'deleted')"
        return {
            "table.deleted": deleted,
            "table.rows": f"{rows} + count_if(NOT _there AND _goes IS NULL) - {deleted}",
            "deleted.rows": f"{deletes} + count_if(NOT _was_deleted AND _goes = 'deleted') - count_if(_was_deleted AND _goes IS NULL)",
        }

    def changed(self, rows, into, first, last):
        """Of each key the latest of the changes, with how many it stands for (`_rows`), and where it goes (`_goes`)."""
        latest = latest_of_each(rows.where("_goes IS NULL"), ["_deletes", *into.columns], into.keys, self.sequence_by)
        load = rows.sparkSession.read.format("delta").load
        there = load(into.table).withColumn("_there", F.lit(True)).alias("t")
        deleted = load(self.deleted).withColumn("_deleted", F.lit(True)).alias("d")
        own = sequence("s", self.sequence_by)
        stale = F.expr(" OR ".join(f"{own} < {sequence(other, self.sequence_by)}" for other in ("t", "d")))
        equal = F.col("t._there") & F.expr(equal_rows(into.columns, latest.schema, "s", "t"))
        gone = F.col("t._there").isNull() & F.col("d._deleted") & F.expr(f"{own} <=> {sequence('d', self.sequence_by)}")
        goes = F.when(stale, "stale").when(F.when(F.col("s._deletes"), gone).otherwise(equal), "unchanged").when(F.col("s._deletes"), "deleted")
        both = latest.alias("s").join(there, same_keys(into.keys), "left").join(deleted, same_keys(into.keys, "d"), "left")
        return both.select("s.*", holds(F.col("_there")).alias("_there"), holds(F.col("_deleted")).alias("_was_deleted"), goes.alias("_goes"))

    def merge(self, changed, into, batch):
        changes = changed.where("_goes IS NULL OR _goes = 'deleted'").select(*into.columns, "_deletes")
        kept = list(dict.fromkeys([*into.keys, *self.sequence_by]))
        merge_by(changes.select(*kept, "_deletes"), self.deleted, into.keys, merging(kept, "NOT s._deletes"), batch, part="deleted")
        merge_by(changes, into.table, into.keys, merging(into.columns, "s._deletes"), batch)
