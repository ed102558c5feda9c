def union(inputs):
    """The rows of several inputs of one shape, by the names of their columns; `_input` says of which one a row is."""
    rows = None
    for name, of_one in inputs.items():
        of_one = of_one.withColumn("_input", F.lit(name))
        rows = of_one if rows is None else rows.unionByName(of_one)
    return rows
