"""Computes statements over Delta tables and files of Parquet on DuckDB: what views of a serverless SQL pool show, and what it writes.

    warehouse.py

Commands come as JSON lines on standard input, one answer as a JSON line each on standard output. A command has `statement`, a SELECT of
DuckDB, `into`, a folder for its rows or null, and `relations`: the tables that it reads, each with its `format`, `folder` and the columns by which it is read. A column is bound by its
name, letter by letter: one that the table has not is null. The table's type must be the one that the column is read as.
https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset
"""

import datetime
import decimal
import json
import os
import pathlib
import shutil
import sys

import duckdb
import pyarrow as pa
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


def register(connection, relation, format, folder, columns):
    table = rows_of(folder, format)
    connection.register(f"{relation}_stored", table)
    shown = [typed(column["name"], column["kind"], column["type"], table) for column in columns]
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {relation} AS SELECT {', '.join(shown)} FROM {relation}_stored")
    for column in columns:
        of = (folder, column["name"], column["length"])
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


main()
