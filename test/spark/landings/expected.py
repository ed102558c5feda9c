"""What merged tables must hold: worked out landing by landing and row by row from the files, with nothing of the notebooks.

    python3 expected.py FOLDER TABLES    prints {table: {"rows": [...], "quarantined": [...]}}

FOLDER has `<table>/landing=…/rows.csv`. TABLES is JSON: table → {"types": {column: type}, "keys": [...], "sequence": [...]}.
"""
import csv
import json
import sys
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path


def main(folder, tables):
    print(json.dumps({table: merged(Path(folder, table), **how) for table, how in json.loads(tables).items()}))


def merged(folder, types, keys, sequence):
    """Of each key the latest row: by its sequence, then by its landing, then by what is in it.

    A robot's row, and one without a name, is not wanted; one without an email is set aside.
    """
    rows, quarantined = {}, []
    for number, landing in enumerate(sorted(folder.glob("landing=*/rows.csv"))):
        with open(landing, encoding="utf-8-sig", newline="") as file:
            for cells in csv.DictReader(file):
                row = {name: value(cell, types[name]) for name, cell in cells.items()}
                if "name" in row and row["name"] in (None, "robot"):
                    continue
                if "email" in row and row["email"] is None:
                    quarantined.append(row)
                    continue
                key = tuple(row[name] for name in keys)
                place = (order(row, sequence), number, order(row, row))
                if key not in rows or place >= rows[key][0]:
                    rows[key] = (place, row)
    written = lambda rows: [{name: json_value(cell) for name, cell in row.items()} for row in rows]
    return {"rows": written(row for _, row in rows.values()), "quarantined": written(quarantined)}


def value(cell, kind):
    if cell == "\\N":
        return None
    if kind.startswith("decimal"):
        return Decimal(cell).quantize(Decimal(1).scaleb(-int(kind.rstrip(")").split(",")[1])))
    return READ[kind](cell)


def instant(cell):
    """Microseconds, and UTC where nothing else is said."""
    seconds, _, behind = cell.replace("T", " ").partition(".")
    digits, sign, zone = behind, "", ""
    for mark in "+-Z":
        if mark in behind:
            digits, _, zone = behind.partition(mark)
            sign = mark
    at = datetime.strptime(seconds, "%Y-%m-%d %H:%M:%S") + timedelta(microseconds=int(digits.strip()[:6].ljust(6, "0")))
    if sign in ("+", "-"):
        hours, minutes = zone.split(":")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        at += -offset if sign == "+" else offset
    return at.replace(tzinfo=timezone.utc)


READ = {
    "string": str,
    "bigint": int,
    "int": int,
    "double": float,
    "boolean": lambda cell: {"true": True, "false": False}[cell.lower()],
    "date": lambda cell: date.fromisoformat(cell[:10]),
    "timestamp": instant,
}


def order(row, columns):
    """Nothing is less than anything."""
    return [(False,) if row[name] is None else (True, row[name]) for name in columns]


def json_value(it):
    if isinstance(it, datetime):
        return it.isoformat(timespec="microseconds" if it.microsecond else "seconds").replace("+00:00", "Z")
    if isinstance(it, (date, Decimal)) or (type(it) is int and abs(it) > 2**53):
        return str(it)
    return it


if __name__ == "__main__":
    main(*sys.argv[1:])
