def side(rows, name, time, delay):
    """One side of an interval join: its rows as structs of this name, and beside them their event time, `<name>_time`.

    What Spark finds out of a column in one batch (a key that has a match is not null) would become part of its state's
    schema, and a restart in a batch where it does not find it out be refused. The fields of a struct stay as they are; they
    are in the order of their names, because state is read by position and the order in which columns are declared means nothing.
    The watermark is on the column beside the struct alone: the same column within it would be a second event time, and a join
    that has two on one side is refused.
    """
    fields = F.struct(*sorted(rows.columns))
    return rows.select(fields.alias(name), F.col(time).alias(f"{name}_time")).withWatermark(f"{name}_time", delay)


def paired(own, other, name, on, keys, before, after, how, columns):
    """The rows of one side with each row of the other that matches (`semi`: once, with the first), and whether there is one (`_paired`).

    The event time of the other row lies at most `before` earlier and `after` later. Spark keeps rows until the watermarks of
    both sides have passed all that they could match; the smaller of the two decides.
    `keys`: the values of the other row that must be equal to something. Those that are null are left out by name, because
    to Spark's state two nulls are one key, and what it infers of nulls differs from batch to batch.
    https://spark.apache.org/docs/latest/structured-streaming-programming-guide.html#policy-for-handling-multiple-watermarks
    """
    near = f"{name}_time >= _own_time - INTERVAL {before} AND {name}_time <= _own_time + INTERVAL {after}"
    known = " AND ".join(f"({key}) IS NOT NULL" for key in keys)
    joined = own.join(other, F.expr(f"({on}) AND {known} AND {near}"), how)
    is_paired = "TRUE" if how == "semi" else f"{name}_time IS NOT NULL"
    return joined.selectExpr("_own.*", *columns, f"{is_paired} AS _paired")


def write_pairs(rows, batch_id, query, table):
    """Appends the pairs that a batch made, and the rows that can have no match any more, once."""
    counted = {"written": "count(*)", "paired": "count_if(_paired)", "unmatched": "count_if(NOT _paired)"}
    append_counted(rows, batch_id, query, table, counted, ["_paired"])
