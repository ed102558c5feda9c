@dataclass(frozen=True)
class Reading:
    """The last reading that has landed of a table that is read whole each time: the number of its landing is its version."""

    landed: Landed

    def version(self, before):
        """`before`: the one that was taken last; None: there was none, and is none yet if the result is None too."""
        whole = self.landed.last()
        if before and 0 < whole < before:
            raise RuntimeError(f"{self.landed.source}: the control table has landing {whole} as the last whole one, and {before} was taken. If this is an older run of the pipeline that was run again from its failed activity, nothing is amiss: start the pipeline anew instead. Else its marks were put back to an earlier state. Stop the pipeline's triggers, raise `backfill` of the table that reads it and compile.")
        return whole or before

    def rows(self, batch, version):
        """Those of one reading; each must be as declared."""
        rows = landed_rows(batch.session, self.landed, version, version)
        expect_fit(rows, batch)
        if self.landed.form == "json" and not has_rows(rows):  # which the copy cannot tell: it counts lines
            raise RuntimeError(f"{batch}: {self.landed.path(version)} has no row. Nothing was taken of it.")
        return rows
