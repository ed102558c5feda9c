def columns_body(rows, columns, position):
    """Rows that were read as columns. What is set aside of them is known as JSON (`_body`)."""
    names = spark.createDataFrame([], columns).columns
    return rows.select(*names, *position, F.to_json(F.struct(*names)).alias("_body"), F.lit(None).cast("string").alias("_goes"))
