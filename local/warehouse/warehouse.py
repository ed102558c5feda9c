"""Computes statements over Delta tables and files of Parquet, of CSV and of lines on DuckDB: what views of a serverless SQL pool show, and what it writes.

    warehouse.py

Commands come as JSON lines on standard input, one answer as a JSON line each on standard output. A command has `statement`, a SELECT of
DuckDB, `into`, a folder for its rows or null, and `relations`: the tables that it reads, each with its `format`, `folder`, `more` folders whose rows come with it, and the columns by which it is read; a `*` in the folder stands for folders with a file each, and
`csv` says how its records are written. A column is bound by its
name, letter by letter: one that the table has not is null. The table's type must be the one that the column is read as.
https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset
"""

import datetime
import decimal
import glob
import json
import os
import pathlib
import re
import shutil
import sys

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError
from pyarrow.dataset import ParquetReadOptions, dataset

KINDS = {
    "bit": pa.types.is_boolean,
    "int": pa.types.is_int32,
    "bigint": pa.types.is_int64,
    "float": pa.types.is_float64,
    "date": pa.types.is_date32,
    "datetime2": lambda kind: pa.types.is_timestamp(kind) and kind.tz is not None,  # one without a zone is read as a bigint
    "decimal": pa.types.is_decimal,
    "varchar": lambda kind: pa.types.is_string(kind) or pa.types.is_large_string(kind),
    "varbinary": lambda kind: pa.types.is_binary(kind) or pa.types.is_large_binary(kind),
}


class Refused(Exception):
    pass


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def typed(name, kind, wanted, table):
    """A column as DuckDB has it, or null where the table has none of that name."""
    if name not in table.schema.names:
        return f"CAST(NULL AS {wanted}) AS {quoted(name)}"
    found = table.schema.field(name).type
    is_same = KINDS[kind](found) and (kind != "decimal" or wanted == f"DECIMAL({found.precision}, {found.scale})")
    if not is_same:
        raise Refused(f"Column '{name}' of type {found} is not compatible with the type {kind} that it is read as.")
    at_utc = f"({quoted(name)} AT TIME ZONE 'UTC')" if kind == "datetime2" else quoted(name)
    return f"CAST({at_utc} AS {wanted}) AS {quoted(name)}"


LOADED = {}  # a process answers for one moment
CHECKED = set()


def rows_of(folder, form):
    if folder not in LOADED and form == "parquet":
        files = sorted(str(path) for path in pathlib.Path(folder).glob("*.parquet"))
        LOADED[folder] = dataset(files, format="parquet").to_table()
    if folder not in LOADED:
        options = ParquetReadOptions(coerce_int96_timestamp_unit="us")  # in nanoseconds there is no year 9999
        LOADED[folder] = DeltaTable(folder).to_pyarrow_dataset(parquet_read_options=options).to_table()
    return LOADED[folder]


def records_of(file, csv):
    """The records of a file of CSV: a cell with nothing, and no quotes around it, is null."""
    if (file, str(csv)) in LOADED:
        return LOADED[file, str(csv)]
    quote, separator = re.escape(csv["quote"]), re.escape(csv["separator"])
    cell = re.compile(f"(?:{quote}((?:[^{quote}]|{quote}{quote})*){quote}|([^{quote}{separator}\\n]*))({separator}|\\n|\\Z)")
    with open(file, encoding="utf-8-sig", newline="") as opened:
        text, at, records = opened.read(), 0, [[]]
    while at < len(text):
        found = cell.match(text, at)
        if found is None:
            raise Refused(f"{file}: the cell at {at} is not closed, or has a quote within.")
        within, bare, end = found.groups()
        records[-1].append(bare or None if within is None else within.replace(csv["quote"] * 2, csv["quote"]))
        at = found.end()
        if end == "\n" and at < len(text):
            records.append([])
    longest = max(len(record) for record in records)
    if longest > len(records[0]):
        raise Refused(f"{file}: a record has {longest} cells, and the first one {len(records[0])}.")
    LOADED[file, str(csv)] = records
    return records


def csv_table(file, csv, columns):
    """The cells of a file by the places that columns have in its records."""
    records = records_of(file, csv)
    if any(column["place"] > len(records[0]) for column in columns):
        raise Refused(f"{file} has records of {len(records[0])} cells.")
    rows = records[csv["firstRow"] - 1 :]
    cells = {column["name"]: [row[column["place"] - 1] if column["place"] <= len(row) else None for row in rows] for column in columns}
    return pa.table({name: pa.array(values, pa.string()) for name, values in cells.items()})


FIELDS = pa.list_(pa.struct([("key", pa.string()), ("value", pa.string()), ("type", pa.int32())]))
BLANKS = re.compile("[ \\t\\r\\n]*")
TYPES = {"n": 0, '"': 1, "t": 3, "f": 3, "[": 4, "{": 5}  # by how a value begins; all others are numbers


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


DECODER = json.JSONDecoder(parse_constant=no_constant)


def member(text, at):
    """The value that stands at a place, as OPENJSON has it: its type and text; and where what follows it begins."""
    value, end = DECODER.raw_decode(text, at)
    kind = TYPES.get(text[at], 2)
    raw = None if kind == 0 else value if kind == 1 else text[at:end]
    if kind == 1:
        value.encode()  # half of a character is no text here
    return kind, raw, BLANKS.match(text, end).end()


def fields_of(text):
    """The fields of an object, or the values of an array by their places, in their order; also those that are there twice. Of what is no JSON null."""
    at, fields = BLANKS.match(text).end(), []
    if text[at : at + 1] not in ("{", "["):
        return None
    closing = "}" if text[at] == "{" else "]"
    try:
        at = BLANKS.match(text, at + 1).end()
        while text[at : at + 1] != closing or fields:
            key = str(len(fields))
            if closing == "}":
                kind, key, at = member(text, at)
                if kind != 1 or text[at : at + 1] != ":":
                    return None
                at = BLANKS.match(text, at + 1).end()
            kind, raw, at = member(text, at)
            fields.append({"key": key, "value": raw, "type": kind})
            if text[at : at + 1] == closing:
                break
            if text[at : at + 1] != ",":
                return None
            at = BLANKS.match(text, at + 1).end()
    except (ValueError, RecursionError):
        return None
    return fields if BLANKS.match(text, at + 1).end() == len(text) else None


def lines_table(file, column):
    """The lines of a file of UTF-8, and of each what is JSON in it."""
    if file not in LOADED:
        with open(file, "rb") as opened:
            data = opened.read()
        if b"\x0b" in data:
            raise Refused(f"{file}: how a line with the byte 0x0b is read is not known here.")
        try:
            lines = data.decode("utf-8").split("\n")
        except UnicodeDecodeError as reason:
            raise Refused(f"{file}: {reason}")
        LOADED[file] = lines if lines[-1] else lines[:-1]
    lines = LOADED[file]
    fields = [fields_of(line) for line in lines]
    read = {column["name"]: pa.array(lines, pa.string()), "fields ": pa.array(fields, FIELDS), "is json ": pa.array([one is not None for one in fields])}
    return pa.table(read)


def parquet_table(file):
    """A file that is none of Delta's: its INT96 are points in time in UTC."""
    if file not in LOADED:
        opened = pq.ParquetFile(file, coerce_int96_timestamp_unit="us")
        table, physical = opened.read(), opened.schema
        for at, name in enumerate(table.schema.names):
            if physical.column(at).physical_type == "INT96":
                table = table.set_column(at, name, table.column(name).cast(pa.timestamp("us", "UTC")))
        LOADED[file] = table
    return LOADED[file]


def files_of(pattern):
    """The files that a pattern with one `*` means, each with what that stands for, in their order."""
    before, behind = pattern.split("*")
    files = sorted(glob.glob(f"{glob.escape(before)}*{glob.escape(behind)}"))
    return [(file, file[len(before) : len(file) - len(behind)]) for file in files]


def register(connection, relation, format, folder, more, csv, columns):
    parts = []
    for at, (file, star) in enumerate(files_of(folder) if "*" in folder else [(one, None) for one in [folder, *more]]):
        if format == "lines":
            table = lines_table(file, columns[0])
            shown = [quoted(name) for name in table.schema.names]
        else:
            table = csv_table(file, csv, columns) if format == "csv" else rows_of(file, format) if star is None else parquet_table(file)
            shown = [typed(column["name"], column["kind"], column["type"], table) for column in columns]
        connection.register(f"{relation}_stored_{at}", table)
        if star is not None:
            shown.append('\'' + star.replace("'", "''") + '\' AS "folder "')
        parts.append(f"SELECT {', '.join(shown)} FROM {relation}_stored_{at}")
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {relation} AS {' UNION ALL '.join(parts)}")
    for column in columns:
        of = (folder, *more, column["name"], column["length"])
        if column["length"] is None or of in CHECKED:
            continue
        size = f"octet_length({quoted(column['name'])})" if column["kind"] == "varbinary" else f"strlen({quoted(column['name'])})"
        (longest,) = connection.execute(f"SELECT max({size}) FROM {relation}").fetchone()
        if longest is not None and longest > column["length"]:
            raise Refused(f"Column '{column['name']}' has a value of {longest} bytes, and {column['length']} is the most that its type holds.")
        CHECKED.add(of)


def plain(value):
    """A value as JSON has it; whole numbers and decimals as texts, which lose nothing."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (int, float, decimal.Decimal)):
        return str(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return "0x" + bytes(value).hex().upper()


STORED = {"TIMESTAMP": "{} AT TIME ZONE 'UTC'", "UTINYINT": "CAST({} AS BOOLEAN)"}  # as the lake's own files have them


def written(connection, statement, folder):
    """The rows as a file of Parquet in a new folder, which is there whole or not at all."""
    if os.path.exists(folder):
        raise Refused(f"The location {folder} exists, and files are never overwritten.")
    shown = connection.execute(f"DESCRIBE {statement}").fetchall()
    columns = [f"{STORED.get(kind, '{}').format(quoted(name))} AS {quoted(name)}" for name, kind, *_ in shown]
    shutil.rmtree(f"{folder}.new", ignore_errors=True)
    os.makedirs(f"{folder}.new")
    file = f"{folder}.new/rows.parquet".replace("'", "''")
    connection.execute(f"COPY (SELECT {', '.join(columns)} FROM ({statement})) TO '{file}' (FORMAT parquet)")
    os.rename(f"{folder}.new", folder)
    return {"kind": "rows", "rows": []}


def answer(connection, command):
    try:
        for relation in command["relations"]:
            register(connection, **relation)
        if command["into"] is not None:
            return written(connection, command["statement"], command["into"])
        rows = connection.execute(command["statement"]).fetchall()
        return {"kind": "rows", "rows": [[plain(value) for value in row] for row in rows]}
    except (Refused, duckdb.Error, DeltaError) as reason:
        return {"kind": "refused", "error": str(reason)}


def main():
    extensions = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    connection = duckdb.connect(":memory:", config={**extensions, "threads": 1})
    connection.execute("SET TimeZone = 'UTC'")
    for line in sys.stdin:
        print(json.dumps(answer(connection, json.loads(line))), flush=True)
    # All is answered. Threads of the libraries may go on, and what takes these down with the process has been seen to abort it.
    os._exit(0)


main()
