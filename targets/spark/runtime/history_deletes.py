@dataclass(frozen=True)
class HistoryWithDeletes(Versions):
    """As `History`, and a delete (`_deletes`) ends the version before it. All deletes are kept in the table `deleted`, with their times
    (`valid_from`), so that a version which comes late ends by the one behind it. Of changes with one key and one time the one that landed
    last is taken, of one landing a delete.

    That table is merged first. Computed anew between the two commits, the same changes are found, as the table itself is as it was.
    """

    sequence: str
    deleted: str

    def expect_kept(self, query):
        expect_kept(query, self.deleted, "deletes", "deleted.rows")

    def counted(self, into):
        rows, deletes = (spark.read.format("delta").load(table).count() for table in (into.table, self.deleted))
        deleted = "count_if(_there AND _goes = 'deleted')"
        return {
            **super().counted(into),
            "table.deleted": deleted,
            "table.rows": f"{rows} + count_if(_writes AND NOT _there AND NOT _deletes) - {deleted}",
            "deleted.rows": f"{deletes} + count_if(_writes AND NOT _was_delete AND _deletes) - count_if(_writes AND _was_delete AND NOT _deletes)",
        }

    def changed(self, rows, into, first, last):
        """Rows and deletes of each key that has changes among these, those that are known too, and whether each is to be written (`_writes`)."""
        identity = [*into.keys, "valid_from"]
        good = rows.where("_goes IS NULL").withColumn("valid_from", F.col(self.sequence))
        order = order_of(rows, ["_deletes", *into.columns])
        new = good.groupBy(*identity).agg(
            F.max_by(F.struct(*into.columns), order).alias("_row"), F.max_by("_deletes", order).alias("_is_delete"), F.count(F.lit(1)).alias("_rows")
        )
        touched = new.select(*into.keys).distinct()

        def known(table):
            there = rows.sparkSession.read.format("delta").load(table).alias("t")
            return there.join(touched.alias("s"), same_keys(into.keys), "left_semi")

        held = known(into.table).select(*identity, F.struct(*into.columns).alias("_held"), F.col("valid_to").alias("_until"))
        deleted = known(self.deleted).select(*identity, F.lit(True).alias("_was_delete"))
        changes = new.join(held, identity, "full").join(deleted, identity, "full")  # no part of an identity is ever null
        deletes = F.coalesce("_is_delete", "_was_delete", F.lit(False))
        changes = changes.select(
            *identity,
            F.coalesce("_row", "_held").alias("_row"),
            F.coalesce("_rows", F.lit(0)).alias("_rows"),
            deletes.alias("_deletes"),
            "_held",
            "_until",
            F.coalesce("_was_delete", F.lit(False)).alias("_was_delete"),
            over("lead(valid_from)", into.keys, "valid_from").alias("_next"),
        )
        changes = changes.withColumn("valid_to", F.when(~F.col("_deletes"), F.col("_next")))
        equal = F.col("_held").isNotNull() & F.expr(equal_rows(into.columns, rows.schema, "_row", "_held"))
        gone = F.col("_held").isNull() & F.col("_was_delete")
        goes = F.when(F.when(F.col("_deletes"), gone).otherwise(equal), "unchanged").when(F.col("_deletes"), "deleted")
        writes = F.when(F.col("_deletes"), ~gone).otherwise(~equal | ~F.col("valid_to").eqNullSafe(F.col("_until")))
        return changes.select("_row.*", "valid_from", "valid_to", "_rows", "_deletes", "_was_delete", F.col("_held").isNotNull().alias("_there"), goes.alias("_goes"), writes.alias("_writes"))

    def merge(self, changed, into, batch):
        identity = [*into.keys, "valid_from"]
        columns = [*into.columns, "valid_from", "valid_to"]
        changes = changed.where("_writes").select(*columns, "_deletes")
        merge_by(changes.select(*identity, "_deletes"), self.deleted, identity, merging(identity, "NOT s._deletes"), batch, part="deleted")
        merge_by(changes, into.table, identity, merging(columns, "s._deletes"), batch)
