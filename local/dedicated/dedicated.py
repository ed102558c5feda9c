"""Does in DuckDB what scripts and procedures of a dedicated SQL pool do, and tells what its tables hold.

    dedicated.py

Requests come as JSON lines on standard input, one answer as a JSON line each on standard output. A request has `database`, a file or
`:memory:`, and `commands`, which are done one after another until one fails. The answer has `error`, the reason or null, `merged`, how many rows each
MERGE has changed, and `tables`: of each its name, its definition, its columns and its rows.
https://learn.microsoft.com/sql/t-sql/statements/copy-into-transact-sql
"""

import datetime
import decimal
import json
import os
import pathlib
import sys

import duckdb
import pyarrow as pa
from pyarrow.dataset import dataset

KINDS = {
    "bit": pa.types.is_boolean,
    "int": pa.types.is_int32,
    "bigint": pa.types.is_int64,
    "float": pa.types.is_float64,
    "date": pa.types.is_date32,
    "datetime2": pa.types.is_timestamp,
    "decimal": pa.types.is_decimal,
    "nvarchar": lambda kind: pa.types.is_string(kind) or pa.types.is_large_string(kind),
    "varbinary": lambda kind: pa.types.is_binary(kind) or pa.types.is_large_binary(kind),
}

# What a value is longer than: a text by its units of UTF-16, bytes by their number.
SIZES = {
    "nvarchar": "length({0}) + length(regexp_replace({0}, '[^\\x{{10000}}-\\x{{10FFFF}}]', '', 'g'))",
    "varbinary": "octet_length({0})",
}


class Refused(Exception):
    pass


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def full(table):
    return f"{quoted(table['schema'])}.{quoted(table['name'])}"


def definition(connection, table):
    """None: there is no such table."""
    found = connection.execute("SELECT comment FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?", [table["schema"], table["name"]]).fetchone()
    return found and (found[0] or "")


def copy(connection, table, folder, columns):
    """All rows of the files, or none. Columns are known by their places in the files, which are alike."""
    files = sorted(str(path) for path in pathlib.Path(folder).glob("*.parquet") if path.name[0] not in "_.")
    if not files:
        raise Refused(f"There are no files of Parquet in {folder}.")
    loaded = dataset(files, format="parquet").to_table()
    connection.register("loaded", loaded)
    values = []
    for column in columns:
        if column["place"] > len(loaded.schema):
            raise Refused(f"The files have {len(loaded.schema)} columns, and no column {column['place']}.")
        field = loaded.schema.field(column["place"] - 1)
        is_same = KINDS[column["kind"]](field.type) and (
            column["kind"] != "decimal" or column["type"] == f"DECIMAL({field.type.precision}, {field.type.scale})"
        )
        if not is_same:
            raise Refused(f"Column {column['place']} of type {field.type} is not loaded into '{column['name']}' of type {column['kind']}.")
        value = quoted(field.name)
        if column["kind"] == "datetime2" and field.type.tz is not None:
            value = f"({value} AT TIME ZONE 'UTC')"
        if column["kind"] == "float" and connection.execute(f"SELECT 1 FROM loaded WHERE isnan({value}) OR isinf({value})").fetchone():
            raise Refused(f"Column '{column['name']}' has a value that no float has.")
        if column["length"] is not None:
            (longest,) = connection.execute(f"SELECT max({SIZES[column['kind']].format(value)}) FROM loaded").fetchone()
            if longest is not None and longest > column["length"]:
                raise Refused(f"Column '{column['name']}' has a value of {longest}, and {column['length']} is the most that its type holds.")
        values.append(f"CAST({value} AS {column['type']})")
    names = ", ".join(quoted(column["name"]) for column in columns)
    connection.execute(f"INSERT INTO {full(table)} ({names}) SELECT {', '.join(values)} FROM loaded")
    connection.unregister("loaded")


def done(connection, command):
    kind = command["kind"]
    if kind == "run":
        holds = all((definition(connection, guard["table"]) is not None) == guard["isThere"] for guard in command["if"])
        if holds and command["statement"].startswith("MERGE"):
            return connection.execute(command["statement"]).fetchone()
        if holds:
            connection.execute(command["statement"])
    elif kind == "refuse":
        if connection.execute(command["statement"]).fetchone():
            raise Refused(command["error"])
    elif kind == "compare":
        if definition(connection, command["table"]) not in (None, command["definition"]):
            raise Refused(command["error"])
    else:
        copy(connection, command["table"], command["folder"], command["columns"])
    return ()


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


def told(connection):
    """The tables by their names; the rows of each in an order that is always the same."""
    tables = []
    for schema, name, comment in connection.execute("SELECT schema_name, table_name, comment FROM duckdb_tables() ORDER BY ALL").fetchall():
        found = connection.execute(f"SELECT * FROM {full({'schema': schema, 'name': name})} ORDER BY ALL")
        columns = [column[0] for column in found.description]
        rows = [[plain(value) for value in row] for row in found.fetchall()]
        tables.append({"schema": schema, "name": name, "definition": comment, "columns": columns, "rows": rows})
    return tables


def answer(request):
    extensions = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    with duckdb.connect(request["database"], config={**extensions, "threads": 1}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        error, merged = None, []
        try:
            for command in request["commands"]:
                merged.extend(done(connection, command))
        except (Refused, duckdb.Error) as reason:
            error = str(reason)
        return {"error": error, "merged": merged, "tables": told(connection)}


def main():
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
    # All is answered, and every database is closed: as in warehouse.py, nothing waits for threads of the libraries.
    os._exit(0)


main()
