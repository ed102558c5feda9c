"""Writes a file of Parquet as the orchestrator does, times as INT96: what it holds comes as JSON on standard input."""

import datetime
import decimal
import json
import sys

import pyarrow as pa
import pyarrow.parquet as pq

asked = json.load(sys.stdin)
TYPES = {"string": pa.string(), "bigint": pa.int64(), "int": pa.int32(), "smallint": pa.int16(), "boolean": pa.bool_(), "double": pa.float64(), "timestamp": pa.timestamp("us")}


def value(text, kind):
    if text is None or kind == "string":
        return text
    if kind.startswith("decimal"):
        return decimal.Decimal(text)
    if kind == "boolean":
        return text == "TRUE"
    if kind == "double":
        return float(text)
    return datetime.datetime.fromisoformat(text) if kind == "timestamp" else int(text)


def type_of(kind):
    return TYPES[kind] if kind in TYPES else pa.decimal128(*map(int, kind[8:-1].split(",")))


columns = {}
for at, column in enumerate(asked["columns"]):
    values = [value(record[at], column["type"]) for record in asked["records"]]
    columns[column["name"]] = pa.array(values, type_of(column["type"]))
pq.write_table(pa.table(columns), asked["path"], use_deprecated_int96_timestamps=True)
