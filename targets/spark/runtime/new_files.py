import re
from concurrent.futures import ThreadPoolExecutor

from pyspark.sql import Window


def new_files(pattern, root, reader):
    """Each file that a pattern of paths finds, once: a stream of names (the path below the root), paths and times of change.

    What is in the files is not read here. `reader`: `auto_loader` (Databricks), which has to be told that a pattern goes to the
    end of a name (https://learn.microsoft.com/azure/databricks/ingestion/auto-loader/patterns), or `files`, which has to be
    told not to pass over a file that is older than others.
    """
    if reader == "auto_loader":
        files = spark.readStream.format("cloudFiles").option("cloudFiles.format", "binaryFile")
        files = files.option("cloudFiles.maxFilesPerTrigger", "500").option("cloudFiles.useStrictGlobber", "true")
    else:
        files = spark.readStream.format("binaryFile").schema("path string, modificationTime timestamp, length long, content binary")
        files = files.option("maxFilesPerTrigger", "500").option("maxFileAge", "36500d").option("recursiveFileLookup", "true")
    path = F.col("path")
    return files.load(pattern).select(below(path, root).alias("name"), path, F.unix_micros("modificationTime").alias("modified"))


def below(path, root):
    return path.substr(F.locate(root, path) + len(root) + 1, F.length(path))


def write_file_rows(files, batch_id, query, table, root, form, columns, header=False, may_lack=False, quarantine=None):
    """Appends the rows of a batch of files, once. A file that is not as declared is set aside whole.

    `columns`: their definitions, as DDL. `header`: the first record of each file is its header. `may_lack`: a file without some
    of the columns is read, with null for them.
    """
    session = files.sparkSession
    batch = Batch(session, query, batch_id)
    found = {row["name"]: row for row in files.collect()}
    declared = session.createDataFrame([], columns).schema
    aside, incomplete = other_schemas(session, found, form, declared, may_lack) if form in ("parquet", "avro") else ({}, 0)
    paths = [row["path"] for name, row in sorted(found.items()) if name not in aside]
    with persisted(file_rows(session, paths, root, form, columns)) as rows:
        if header:
            aside = other_headers(rows, declared.names)
            rows = rows.where((F.col("file_row") > 1) & ~F.col("file_path").isin(list(aside)))
            rows = rows.withColumn("file_row", F.col("file_row") - 1)
        read = rows.count()
        counts = {"read": read, "written": read, "files.read": len(found) - len(aside), "files.quarantined": len(aside)}
        if may_lack:
            counts["files.incomplete"] = incomplete
        changed = "files, or the columns that are declared of them, were changed before it was done. Put them back as they were, or raise the table's `backfill` to read all files anew"
        settle(batch, counts, otherwise=changed)
        if aside:
            reasons = [(name, found[name]["modified"], reason) for name, reason in aside.items()]
            set_aside = session.createDataFrame(reasons, "file_path string, modified long, reason string")
            set_aside = set_aside.selectExpr("file_path", "timestamp_micros(modified) AS file_modified_at", "reason")
            append(set_aside, quarantine, batch.transaction("quarantine"))
        if read > 0:
            append(rows, table, batch.transaction("table"))


def file_rows(session, paths, root, form, columns):
    """The rows of files, each with where it stands: a line of JSON, a record of CSV, or a row of Parquet or Avro."""
    if not paths:
        contents = columns if form in ("parquet", "avro") else "body string"
        return session.createDataFrame([], f"{contents}, file_path string, file_modified_at timestamp, file_row long")
    reader = session.read.option("recursiveFileLookup", "true")
    paths = [literally(path) for path in paths]
    if form in ("parquet", "avro"):
        rows = reader.format(form).schema(columns).load(paths)
    else:
        rows = reader.format("text").option("lineSep", "\n").load(paths).withColumnRenamed("value", "body")
    # Where names have characters that a URI has not, Spark spells them as in one: `%20`.
    decoded = F.expr("url_decode(regexp_replace(replace(_metadata.file_path, '+', '%2B'), '%(?![0-9A-Fa-f]{2})', '%25'))")
    rows = rows.select(
        "*",
        below(decoded, root).alias("file_path"),
        F.col("_metadata.file_modification_time").alias("file_modified_at"),
        F.struct("_metadata.file_block_start", F.monotonically_increasing_id()).alias("_at"),  # the order within the file
    )
    if form == "csv":
        return csv_records(rows)
    if form == "json":
        rows = rows.withColumn("body", without_end("body")).where(~blank("body"))
    in_file = Window.partitionBy("file_path").orderBy("_at")
    return rows.withColumn("file_row", F.row_number().over(in_file).cast("long")).drop("_at")


def csv_records(lines):
    """Lines of CSV as records: where an odd number of quotes stands before a line, it goes on with the record of the line before."""
    so_far = Window.partitionBy("file_path").orderBy("_at").rowsBetween(Window.unboundedPreceding, Window.currentRow)
    quotes = F.length("body") - F.length(F.expr("""replace(body, '"', '')"""))
    lines = lines.withColumn("_begins", (F.sum(quotes).over(so_far) - quotes) % 2 == 0)
    lines = lines.where(~(F.col("_begins") & blank("body")))
    lines = lines.withColumn("file_row", F.count_if("_begins").over(so_far))
    text = F.array_join(F.expr("transform(sort_array(collect_list(struct(_at, body))), line -> line.body)"), "\n")
    records = lines.groupBy("file_path", "file_modified_at", "file_row").agg(text.alias("body"))
    return records.withColumn("body", without_end("body"))


def without_end(line):
    """Lines may end in CR LF."""
    return F.regexp_replace(line, r"\r\z", "")


def blank(line):
    return F.trim(without_end(line)) == ""


def other_headers(rows, names):
    """The files whose first record is not the names of the columns in their order, each with what it is."""
    headers = rows.where("file_row = 1").select("file_path", "body").collect()
    cells = {row["file_path"]: [cell.strip().strip('"') for cell in row["body"].split(",")] for row in headers}
    return {row["file_path"]: f"its header is {row['body']}; declared is {','.join(names)}" for row in headers if cells[row["file_path"]] != names}


def other_schemas(session, found, form, declared, may_lack):
    """The files of Parquet or Avro that have other columns than declared, or are none, each with what is wrong; and how many others lack columns."""
    wanted = shape(declared)
    with ThreadPoolExecutor(8) as pool:
        schemas = dict(zip(found, pool.map(lambda row: schema_of(session, row["path"], form, wanted), found.values())))
    mistakes = {name: there if isinstance(there, str) else schema_mistake(there, wanted, may_lack) for name, there in schemas.items()}
    aside = {name: mistake for name, mistake in mistakes.items() if mistake is not None}
    return aside, sum(1 for name, there in schemas.items() if name not in aside and len(there) < len(wanted))


def schema_of(session, path, form, wanted):
    """The names and types of a file's columns, or why it has none that can be read.

    A time of Parquet without a zone is read as what it would be in UTC, whatever the session's zone, where an instant is asked for.
    """
    try:
        there = shape(session.read.format(form).load(literally(path)).schema)
    except Exception as error:  # a store that does not answer is no mistake of the file's
        illegal = re.search(r"Illegal Parquet type: ([A-Z0-9_]+(?: \(.*?\)+)?)", str(error))
        if illegal:
            way_out = ": write its times in microseconds" if "NANOS" in illegal[1] else ""
            return f"it has a column of the type {illegal[1]}, which Spark does not read{way_out}"
        if not any(words in str(error) for words in NO_FILE_OF[form]):
            raise
        return f"it is no file of {form}"
    without_zone = [name for name, kind in there if form == "parquet" and kind == "timestamp_ntz" and (name, "timestamp") in wanted]
    return [(name, "timestamp" if name in without_zone else kind) for name, kind in there]


def schema_mistake(there, wanted, may_lack):
    missing = [(name, kind) for name, kind in wanted if (name, kind) not in there]
    strange = [(name, kind) for name, kind in there if (name, kind) not in wanted]
    if not strange and (not missing or (may_lack and there)):
        return None
    return f"it lacks {[' '.join(column) for column in missing]} and has {[' '.join(column) for column in strange]}"


def literally(path):
    """A path in which no character stands for others."""
    return "".join(f"\\{c}" if c in "{}[]*?\\" else c for c in path)


# How the readers say that a file is of another kind, as distinct from one that could not be fetched.
NO_FILE_OF = {"parquet": ["is not a Parquet file"], "avro": ["Not an Avro data file", "java.io.EOFException"]}
