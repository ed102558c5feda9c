class Lookups:
    """Tables that rows are looked up in, one after another, each as it is when the batch is made.

    `tables`: name → (path, how, condition, columns that are added). The condition knows the table by its name, the rows
    as `_own`. At most one row of a table matches, except with `semi`, which adds nothing.
    """

    def __init__(self, tables):
        self.tables = tables

    def versions(self, session):
        """The tables' latest versions. They are recorded with the batch, so that a replay looks up the very same rows."""
        return {name: latest_version(session, path) for name, (path, *_) in self.tables.items()}

    def look_up(self, rows, versions):
        """Adds the columns, and of each table whether the row was found there (`_in_<name>`)."""
        for name, (path, how, condition, columns) in self.tables.items():
            there = as_of(rows.sparkSession, path, versions[name])
            there = there.withColumn("_found", F.lit(True)).alias(name)
            own = rows.alias("_own")
            if how == "semi":
                found = own.join(there, F.expr(condition), "left_semi").withColumn(f"_in_{name}", F.lit(True))
                missing = own.join(there, F.expr(condition), "left_anti").withColumn(f"_in_{name}", F.lit(False))
                rows = found.unionByName(missing)
            else:
                is_found = f"coalesce(`{name}`.`_found`, false) AS `_in_{name}`"
                rows = own.join(there, F.expr(condition), "left").selectExpr("_own.*", *columns, is_found)
        return rows

    def counts(self, rows):
        """Of rows that were looked up: how many matched in each table, and how many stay or leave."""
        staying = F.lit(True)
        counted = []
        for name, (_, how, *_) in self.tables.items():
            found = F.col(f"_in_{name}")
            counted.append(F.count_if(staying & found).alias(f"{name}.matched"))
            counted.append(F.count_if(staying & ~found).alias(f"{name}.unmatched"))
            staying = staying if how == "left" else staying & found
        totals = [F.count_if(staying).alias("written"), F.count_if(~staying).alias("unmatched")]
        return rows.agg(*counted, *totals).first().asDict()

    def staying(self, rows):
        """The rows that no inner or semi join leaves out, without what only tells whether they were found."""
        for name, (_, how, *_) in self.tables.items():
            rows = rows if how == "left" else rows.where(f"`_in_{name}`")
        return rows.drop(*[f"_in_{name}" for name in self.tables])
