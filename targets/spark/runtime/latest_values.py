@dataclass(frozen=True)
class LatestValues:
    """Of each key and column the latest value that is not null, by the order of `Latest`; what gives rows their order is that of the
    latest row. So a row that comes late gives what those behind it left null, and nothing else. A delete (`_deletes`) takes all
    that is before it: a row behind it begins with nothing.

    The table `sequences` keeps of each value the place in the order that its row had, and of each key that of its latest delete
    (`_deleted`). It is merged first. Computed anew between the two commits, the same is found, as of a value that it has already
    the change is here again.
    """

    sequence_by: list
    sequences: str

    def expect_kept(self, query):
        expect_kept(query, self.sequences, "sequences", "sequences.rows")

    def counted(self, into):
        rows, kept = (spark.read.format("delta").load(table).count() for table in (into.table, self.sequences))
        deleted = "count_if(_there AND _goes = 'deleted')"
        return {
            "table.deleted": deleted,
            "table.rows": f"{rows} + count_if(NOT _there AND _goes IS NULL) - {deleted}",
            "sequences.rows": f"{kept} + count_if(NOT _was_kept AND (_goes IS NULL OR _goes = 'deleted'))",
        }

    def changed(self, rows, into, first, last):
        """Of each key among the rows what it is now: its values, their places (`_kept`), and where it goes (`_goes`)."""
        values = [name for name in into.columns if name not in (*into.keys, *self.sequence_by)]
        load = rows.sparkSession.read.format("delta").load
        there = load(into.table).select(*into.keys, F.struct(*into.columns).alias("_held")).alias("t")
        kept = load(self.sequences).select(*into.keys, F.struct(*values, "_deleted").alias("_was")).alias("k")
        new = self.latest(rows.where("_goes IS NULL"), into, values).alias("s")
        both = new.join(there, same_keys(into.keys), "left").join(kept, same_keys(into.keys, "k"), "left")
        now = self.merged(both.select("s.*", "_held", "_was"), into, values)
        equal = F.expr(equal_rows(into.columns, rows.schema, "_row", "_held"))
        same = F.col("_kept").eqNullSafe(F.col("_was")) & F.when(F.col("_exists"), equal).otherwise(F.col("_held").isNull())
        stale = F.col("_last") < F.greatest(self.place("_held"), F.col("_was._deleted"))
        goes = F.when(holds(same), F.when(stale, "stale").otherwise("unchanged")).when(~F.col("_exists"), "deleted")
        found = (F.col("_held").isNotNull().alias("_there"), F.col("_was").isNotNull().alias("_was_kept"))
        return now.select("_row.*", "_kept", "_rows", (~F.col("_exists")).alias("_deletes"), *found, goes.alias("_goes"))

    def place(self, of):
        """Where a row has its place in the order; null if there is none."""
        return F.when(F.col(of).isNotNull(), F.struct(*[F.col(f"{of}.`{name}`") for name in self.sequence_by]))

    def latest(self, rows, into, values):
        """Of each key the latest delete among the rows, and behind it the latest row and the latest value of each column, each with its place."""
        changes = rows if "_deletes" in rows.columns else rows.withColumn("_deletes", F.lit(False))
        changes = changes.withColumn("_order", order_of(changes, ["_deletes", *into.columns], self.sequence_by))
        keys = ", ".join(f"`{key}`" for key in into.keys)
        changes = changes.withColumn("_gone", F.expr(f"max(CASE WHEN _deletes THEN _order END) OVER (PARTITION BY {keys})"))
        lives = F.coalesce(F.col("_order") > F.col("_gone"), F.lit(True))
        own = F.struct(*[F.col(f"`{name}`") for name in self.sequence_by])

        def latest_value(name):
            value = F.col(f"`{name}`")
            latest = F.max_by(F.struct(value.alias("value"), own.alias("place")), F.when(lives & value.isNotNull(), F.col("_order")))
            return latest.alias(f"_latest_{name}")

        return changes.groupBy(*into.keys).agg(
            F.max_by(own, F.when(lives, F.col("_order"))).alias("_new"),
            F.max_by(own, F.when(F.col("_deletes"), F.col("_order"))).alias("_gone"),
            F.max_by(own, "_order").alias("_last"),
            F.count(F.lit(1)).alias("_rows"),
            *[latest_value(name) for name in values],
        )

    def merged(self, rows, into, values):
        """What is there and what is new, put together place by place."""
        gone, deleted = F.col("_gone"), F.col("_was._deleted")

        def sides(new, old):
            """Whether the new one is taken, and whether the old one stays: what came later is later among those with one place."""
            comes = new.isNotNull() & (deleted.isNull() | (new >= deleted))
            stays = old.isNotNull() & (gone.isNull() | (old > gone))
            takes = comes & (~stays | (new >= old))
            return takes, stays & ~takes

        def either(takes, new, stays, old):
            return F.when(takes, new).when(stays, old)

        row_takes, row_stays = sides(F.col("_new"), self.place("_held"))
        cells = {key: F.col(f"`{key}`") for key in into.keys}
        cells.update({name: either(row_takes, F.col(f"_new.`{name}`"), row_stays, F.col(f"_held.`{name}`")) for name in self.sequence_by})
        places = {}
        for name in values:
            new, old = F.col(f"`_latest_{name}`"), F.col(f"_was.`{name}`")
            takes, stays = sides(new.getField("place"), old)
            cells[name] = either(takes, new.getField("value"), stays, F.col(f"_held.`{name}`"))
            places[name] = either(takes, new.getField("place"), stays, old)
        places["_deleted"] = F.when(gone.isNotNull() & (deleted.isNull() | (gone >= deleted)), gone).otherwise(deleted)
        return rows.select(
            F.struct(*[cells[name].alias(name) for name in into.columns]).alias("_row"),
            F.struct(*[place.alias(name) for name, place in places.items()]).alias("_kept"),
            (row_takes | row_stays).alias("_exists"),
            *["_held", "_was", "_last", "_rows"],
        )

    def merge(self, changed, into, batch):
        changes = changed.where("_goes IS NULL OR _goes = 'deleted'")
        everything = "WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *"
        merge_by(changes.select(*into.keys, "_kept.*"), self.sequences, into.keys, everything, batch, part="sequences")
        merge_by(changes.select(*into.columns, "_deletes"), into.table, into.keys, merging(into.columns, "s._deletes"), batch)
