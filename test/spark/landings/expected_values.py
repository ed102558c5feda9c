"""What a table with `ignore_null` holds: worked out from all changes of each key in their order, with nothing of the notebooks.

    python3 expected_values.py FOLDER TYPES SEQUENCE    prints [row, ...]

FOLDER has `landing=…/rows.csv`; TYPES and SEQUENCE are JSON: column → type, and the columns that order rows. The key is `id`; a
change whose `op` is d is a delete; one whose state is hidden is left out.
"""
import csv
import json
import sys
from pathlib import Path

from expected import json_value, order, value


def main(folder, *given):
    types, sequence = map(json.loads, given)
    changes = {}
    for number, landing in enumerate(sorted(Path(folder).glob("landing=*/rows.csv"))):
        with open(landing, encoding="utf-8-sig", newline="") as file:
            for cells in csv.DictReader(file):
                row = {name: value(cell, types[name]) for name, cell in cells.items()}
                is_delete = row.pop("op") == "d"
                if row["state"] != "hidden":
                    place = (order(row, sequence), number, is_delete, order(row, row))
                    changes.setdefault(row["id"], []).append((place, is_delete, row))
    rows = []
    for own in changes.values():
        now = None
        for _, is_delete, row in sorted(own, key=lambda change: change[0]):
            given = {name: cell for name, cell in row.items() if cell is not None or name in sequence}
            now = None if is_delete else {**(now or dict.fromkeys(row)), **given}
        if now is not None:
            rows.append({name: json_value(cell) for name, cell in now.items()})
    print(json.dumps(rows))


main(*sys.argv[1:])
