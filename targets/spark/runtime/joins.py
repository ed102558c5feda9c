@dataclass(frozen=True)
class Lookup:
    """A table that rows are looked up in. `on` knows it by its name, and the rows as `_own`; `columns` are those that it adds.

    At most one of its rows matches, except with `semi`, which adds nothing.
    """

    table: str
    how: str
    on: str
    columns: list


class Lookups:
    """Tables by name that rows are looked up in, one after another, each as it is when the batch is made."""

    def __init__(self, tables):
        self.tables = tables

    def versions(self, session):
        """The tables' latest versions. They are recorded with the batch, so that a replay looks up the very same rows."""
        return {name: latest_version(session, lookup.table) for name, lookup in self.tables.items()}

    def look_up(self, rows, versions):
        """Adds the columns, and of each table whether the row was found there (`_in_<name>`)."""
        for name, lookup in self.tables.items():
            own, on = rows.alias("_own"), F.expr(lookup.on)
            there = as_of(rows.sparkSession, lookup.table, versions[name]).withColumn("_found", F.lit(True)).alias(name)
            if lookup.how == "semi":
                found = own.join(there, on, "left_semi").withColumn(f"_in_{name}", F.lit(True))
                missing = own.join(there, on, "left_anti").withColumn(f"_in_{name}", F.lit(False))
                rows = found.unionByName(missing)
            else:
                is_found = f"coalesce(`{name}`.`_found`, false) AS `_in_{name}`"
                rows = own.join(there, on, "left").selectExpr("_own.*", *lookup.columns, is_found)
        return rows

    def counts(self, rows):
        """Of rows that were looked up: how many matched in each table, and how many stay or leave."""
        staying = F.lit(True)
        counted = []
        for name, lookup in self.tables.items():
            found = F.col(f"_in_{name}")
            counted.append(F.count_if(staying & found).alias(f"{name}.matched"))
            counted.append(F.count_if(staying & ~found).alias(f"{name}.unmatched"))
            staying = staying if lookup.how == "left" else staying & found
        totals = [F.count_if(staying).alias("written"), F.count_if(~staying).alias("unmatched")]
        return rows.agg(*counted, *totals).first().asDict()

    def staying(self, rows):
        """The rows that no inner or semi join leaves out, without what only tells whether they were found."""
        for name, lookup in self.tables.items():
            rows = rows if lookup.how == "left" else rows.where(f"`_in_{name}`")
        return rows.drop(*[f"_in_{name}" for name in self.tables])
