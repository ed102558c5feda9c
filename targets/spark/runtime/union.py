def union(inputs):
    """The rows of several inputs of one shape, by the names of their columns; `_input` says of which one a row is.

    What a table of windows that late rows correct keeps of them (`_parts`) is no column of that shape.
    """
    rows = None
    for name, of_one in inputs.items():
        inner = ["_input"] if "_input" in of_one.columns else []  # of a view that is a union itself
        of_one = of_one.drop("_parts").withColumn("_input", F.concat_ws(" / ", F.lit(name), *inner))
        rows = of_one if rows is None else rows.unionByName(of_one)
    return rows
