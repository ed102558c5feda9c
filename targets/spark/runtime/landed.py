import re
from functools import reduce


@dataclass(frozen=True)
class Landed:
    """What an orchestrator lands: each landing is a file in a folder with the number of the landing, from 1 on.

    `source`: by what name the orchestrator knows it. `columns`: their definitions, as DDL. `within`: of JSON, the names that lead to a list of rows
    in each object; none: each object is a row.
    """

    source: str
    folder: str
    form: str
    columns: str
    within: tuple = ()

    def last(self):
        """The last landing that is whole, as this run is told; 0: it is told of none."""
        return max((int(told["landing"]) for told in json.loads(parameter("landings")) if told["source"] == self.source), default=0)

    def path(self, landing):
        return f"{self.folder}/landing={landing:010d}/rows.{self.form}"


def landed_rows(session, landed, first, last):
    """The rows of the landings from `first` to `last`, each with its landing's number (`_landing`), its file and place in it, and why it does not fit (`_misfit`)."""
    paths = [landed.path(landing) for landing in range(first, last + 1)]
    rows = LANDED_ROWS[landed.form](session, paths, landed.columns, *landed.within)
    number = F.regexp_extract("_file", r"landing=(\d+)/[^/]*\z", 1).cast("long")
    return with_nulls_refused(session, rows, landed.columns).withColumn("_landing", number)


def with_nulls_refused(session, rows, columns):
    """A null of a column that has none does not fit."""
    required = [field.name for field in fields_of(session, columns) if not field.nullable]
    missing = [F.when(F.col(f"`{name}`").isNull(), F.lit(f"`{name}` is null")) for name in required]
    return rows.withColumn("_misfit", F.coalesce("_misfit", *missing))


def fields_of(session, columns):
    return session.createDataFrame([], columns).schema.fields


# Times of before 1900, and days of before 1582, are read by the calendar that they were written by, which is the one of today.
# https://spark.apache.org/docs/3.5.5/sql-data-sources-parquet.html#data-source-option
CALENDARS = {"datetimeRebaseMode": "CORRECTED", "int96RebaseMode": "CORRECTED"}


def parquet_rows(session, paths, columns):
    """Rows of Parquet, whose files must have the declared columns: Spark would give null for one that is missing.

    The types are those that the database's columns had then: each file is read as what it is, files of the same types together.
    """
    declared, alike = fields_of(session, columns), {}
    for path in paths:
        there = session.read.options(**CALENDARS).parquet(path).schema
        if sorted(there.names) != sorted(field.name for field in declared) or not all(is_like(there[field.name].dataType, field.dataType) for field in declared):
            raise RuntimeError(f"{path} has the columns {shape(there.fields)}, and declared are {shape(declared)}")
        alike.setdefault(there.json(), []).append(path)
    parts = [fitted(session.read.options(**CALENDARS).parquet(*files), declared) for files in alike.values()]
    return reduce(lambda rows, more: rows.unionAll(more), parts)


def is_like(there, declared):
    """Whether values of a file may be of a declared type: of the same, or of one that the orchestrator has for the database's column."""
    there, of = there.simpleString(), declared.simpleString()
    digits = there.startswith("decimal") and of.startswith("decimal")
    return there in (of, "string", *LIKE.get(of, ())) or digits


# A date of the database is a time to the orchestrator, at midnight.
LIKE = {"date": ("timestamp",), "int": ("tinyint", "smallint", "bigint"), "bigint": ("tinyint", "smallint", "int"), "double": ("float",)}


def fitted(rows, declared):
    """The columns as they are declared; a value that is not the same one then is no such value. Texts are read as those of CSV are."""
    values, misfits = [], []
    for field in declared:
        column, there, of = F.col(f"`{field.name}`"), rows.schema[field.name].dataType.simpleString(), field.dataType.simpleString()
        value = value_of(field.name, field.dataType) if there == "string" else F.expr(f"try_cast(`{field.name}` AS {of})")
        same = value.isNotNull() if there == "string" else F.coalesce(F.expr(f"try_cast(try_cast(`{field.name}` AS {of}) AS {there}) = `{field.name}`"), F.lit(False))
        values.append(value.alias(field.name))
        if there != of:
            misfits.append(F.when(column.isNotNull() & ~same, F.lit(f"`{field.name}` is no {of}")))
    misfit = F.coalesce(*misfits, F.lit(None).cast("string"))
    return rows.select(*values, *places_in_files("_metadata.row_index"), misfit.alias("_misfit"))


# As the orchestrator's dataset says it is written. Line breaks within quotes belong to the text: told how lines end, Spark leaves others as they are.
CSV = {"header": "true", "enforceSchema": "false", "multiLine": "true", "lineSep": "\n", "quote": '"', "escape": '"', "nullValue": r"\N"}
CSV_MISTAKES = {"mode": "PERMISSIVE", "columnNameOfCorruptRecord": "_record", "unescapedQuoteHandling": "RAISE_ERROR"}


def csv_rows(session, paths, columns):
    """Rows of CSV (RFC 4180; `\\N` is null). A file's header must be the names of the columns in their order.

    The cells are read as texts: Spark's own reader would take what does not fit for null, and round what is too long.
    """
    declared = fields_of(session, columns)
    texts = ", ".join(f"`{field.name}` string" for field in declared)
    rows = session.read.schema(f"{texts}, _record string").options(**CSV, **CSV_MISTAKES).csv(paths)
    values = {field.name: value_of(field.name, field.dataType) for field in declared}
    misfits = [
        F.when(F.col(f"`{field.name}`").isNotNull() & values[field.name].isNull(), F.lit(f"`{field.name}` is no {field.dataType.simpleString()}"))
        for field in declared
    ]
    misfit = F.coalesce(F.when(F.col("_record").isNotNull(), F.lit("it has more or fewer cells than the header")), *misfits)
    in_order = "monotonically_increasing_id()"  # a file with line breaks within quotes is read by one task
    return rows.select(*[value.alias(name) for name, value in values.items()], *places_in_files(in_order), misfit.alias("_misfit"))


# By the form of the files.
LANDED_ROWS = {"csv": csv_rows, "parquet": parquet_rows}


def places_in_files(place):
    """The file of each row, and by what it has its place there."""
    return [F.col("_metadata.file_path").alias("_file"), F.expr(place).alias("_at")]


# How values of each type are written, so that nothing is guessed, rounded or cut but for the seventh digit of a second.
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
WRITTEN = {
    "boolean": r"(?i)true|false",
    "int": r"[+-]?[0-9]+",
    "bigint": r"[+-]?[0-9]+",
    "double": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?",
    "date": DATE + r"([T ]00:00:00(\.0+)?Z?)?",
    "timestamp": DATE + r"[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?( ?[+-][0-9]{2}:[0-9]{2}|Z)?",
}


def value_of(name, kind):
    """A cell as a value of its type; null if it is none. A time without a zone is one of UTC."""
    of = kind.simpleString()
    if of == "string":
        return F.col(f"`{name}`")
    written = WRITTEN.get(of) or decimal_written(kind)
    pattern = quoted(rf"\A({written})\z")
    text = f"CASE WHEN `{name}` RLIKE {pattern} THEN replace(`{name}`, ' +', '+') END"
    value = F.expr(f"try_cast({text} AS {of})")
    return F.when(F.abs(value) < float("inf"), value) if of == "double" else value


def decimal_written(kind):
    """Digits that a decimal has room for, but for zeros."""
    whole, part = kind.precision - kind.scale, kind.scale
    return rf"(?=.*[0-9])[+-]?0*[0-9]{{0,{whole}}}(\.[0-9]{{0,{part}}}0*)?"


ANEW = "have all rows landed anew (by another `start` of the source's cursor; where it has none, by another name of the bronze table), raise `backfill` of the table and compile."
STAYS = f". It stays so in what has landed, also once the source is corrected: correct it and {ANEW} Or declare the column `string`, which has all rows landed anew too, `try_cast` it in the table's `columns`, quarantine by `expect` what is none, raise `backfill` and compile."


def expect_fit(rows, batch, way_out=""):
    """Stops before anything of a batch is written, where a row is not as declared: a null in its place would be a guess."""
    try:
        first = rows.where("_misfit IS NOT NULL").orderBy("_file", "_at").select("_file", "_at", "_misfit").first()
    except Exception as error:  # of a header Spark says so itself, behind a stack of its own
        header = re.search(r"(CSV header does not conform|Number of column in CSV header)[\s\S]*?CSV file: \S+", str(error))
        if header is None:
            raise
        raise RuntimeError(f"{batch}: {' '.join(header[0].split())}{way_out}") from None
    if first is not None:
        row = rows.where((F.col("_file") == first["_file"]) & (F.col("_at") <= first["_at"])).count()
        raise RuntimeError(f"{batch}: {first['_file']}, row {row}: {first['_misfit']}{way_out}")
