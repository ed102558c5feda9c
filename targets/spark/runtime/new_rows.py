def new_rows(source, path, columns):
    """The rows of a Delta table that others write, as a stream: those that it holds, then those that each commit adds.

    `columns`: what is read of it, as DDL, and must be there like that. `landed_at` is the time of a row's batch: Spark keeps it with
    the batch's offsets, so a replayed one has the same.
    """
    try:
        found = dict(shape(fields(path)))
    except AnalysisException as reason:
        raise RuntimeError(f"{source}: there is no Delta table at {path}") from reason
    declared = dict(shape(spark.createDataFrame([], columns).schema.fields))
    of_utc = [name for name, kind in declared.items() if (kind, found.get(name)) == ("timestamp", "timestamp_ntz")]  # times without a zone
    wrong = [f"`{name}` is declared {kind} and {found.get(name, 'missing')} there" for name, kind in declared.items() if found.get(name) != kind and name not in of_utc]
    if wrong:
        raise RuntimeError(f"{source}: the Delta table at {path} is not as declared: {'; '.join(wrong)}. It has {', '.join(found)}")
    print(json.dumps({"source": source, "columns_not_read": [name for name in found if name not in declared]}))
    # What the table holds at first comes in the order of its files: cut into batches, its old rows could be behind its new ones.
    rows = spark.readStream.format("delta").option("maxFilesPerTrigger", 1000000).load(path)
    columns = [F.col(name).cast("timestamp").alias(name) if name in of_utc else F.col(name) for name in declared]
    return rows.select(*columns, F.current_timestamp().alias("landed_at"))


def write_new_rows(rows, batch_id, query, table):
    """Appends a batch of rows as they came, once, with a number by which they are told apart from then on."""
    write_raw(rows.withColumn("landed_row", F.monotonically_increasing_id()), batch_id, query, table)
