"""What tables hold of which changes delete rows, and what is kept of the deletes: worked out change by change, with nothing of the notebooks.

    python3 expected_deletes.py FOLDER TABLES    prints {table: {"rows": [...], "deleted": [...]}}

FOLDER has `<table>/landing=…/rows.csv`. TABLES is JSON: table → {"types": {column: type}, "sequence": [...], "versions": whether
earlier rows stay}. The key is `id`; a change whose `op` is d is a delete; one whose state is hidden, or null, is left out.
"""
import csv
import json
import sys
from pathlib import Path

from expected import json_value, order, value


def main(folder, tables):
    print(json.dumps({table: kept(Path(folder, table), **how) for table, how in json.loads(tables).items()}))


def kept(folder, types, sequence, versions):
    changes = {}  # of each key, each with its place in the order
    for number, landing in enumerate(sorted(folder.glob("landing=*/rows.csv"))):
        with open(landing, encoding="utf-8-sig", newline="") as file:
            for cells in csv.DictReader(file):
                row = {name: value(cell, types[name]) for name, cell in cells.items()}
                is_delete = row.pop("op") == "d"
                if row["state"] not in ("hidden", None):
                    place = (order(row, sequence), number, is_delete, order(row, row))
                    changes.setdefault(row["id"], []).append((place, is_delete, row))
    rows, deleted = [], []
    for own in changes.values():
        own.sort(key=lambda change: change[0])
        (follow if versions else take_latest)(own, sequence, rows, deleted)
    written = lambda those: [{name: json_value(cell) for name, cell in row.items()} for row in those]
    return {"rows": written(rows), "deleted": written(deleted)}


def take_latest(changes, sequence, rows, deleted):
    _, is_delete, row = changes[-1]
    if is_delete:
        deleted.append({name: row[name] for name in ("id", *sequence)})
    else:
        rows.append(row)


def follow(changes, sequence, rows, deleted):
    at_once = {row["at"]: (is_delete, row) for _, is_delete, row in changes}  # of one time the last one stays
    times = sorted(at_once)
    for at, until in zip(times, [*times[1:], None]):
        is_delete, row = at_once[at]
        if is_delete:
            deleted.append({"id": row["id"], "valid_from": at})
        else:
            rows.append({**row, "valid_from": at, "valid_to": until})


main(*sys.argv[1:])
