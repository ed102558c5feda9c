"""What tables hold that follow whole tables, and those that keep versions: worked out landing by landing, with nothing of the notebooks.

    python3 expected_history.py FOLDER TABLES    prints {table: {"rows": [...], "quarantined": number}}

FOLDER has `<table>/landing=…/rows.csv`. TABLES is JSON: table → {"types": {column: type}, "keys": [...], "of": "snapshots" or
"changes", "tracked": [...] or null for the latest rows alone, "absent": whether what is absent ends, "strict": whether a row whose
state is broken is set aside}. One whose state is hidden, or null, is left out.
"""
import csv
import json
import sys
from pathlib import Path

from expected import json_value, order, value


def main(folder, tables):
    print(json.dumps({table: kept(Path(folder, table), **how) for table, how in json.loads(tables).items()}))


def kept(folder, types, keys, of, tracked, absent, strict):
    landings = [rows_of(path, types) for path in sorted(folder.glob("landing=*/rows.csv"))]
    broken = sum(row["state"] == "broken" for landing in landings for row in landing) if strict else 0
    left_out = ("hidden", "broken", None) if strict else ("hidden", None)
    is_good = lambda row: row["state"] not in left_out
    follow = followed_changes if of == "changes" else followed_snapshots
    rows = [row for row in follow(landings, keys, tracked, absent, is_good)]
    return {"rows": [{name: json_value(cell) for name, cell in row.items()} for row in rows], "quarantined": broken}


def rows_of(path, types):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{name: value(cell, types.get(name, "timestamp")) for name, cell in cells.items()} for cells in csv.DictReader(file)]


def followed_snapshots(landings, keys, tracked, absent, is_good):
    versions = {}  # of each key: rows with valid_from and valid_to, in their order
    for landing in landings:
        there, good, at = set(), {}, None
        for row in landing:
            at = row.pop("_read_at")
            key = tuple(row[name] for name in keys)
            there.add(key)
            if is_good(row) and (key not in good or order(row, row) > order(good[key], row)):
                good[key] = row
        for key, row in good.items():
            own = versions.setdefault(key, [])
            now = own[-1] if own and own[-1]["valid_to"] is None else None
            if now is None:
                own.append({**row, "valid_from": at, "valid_to": None})
            elif tracked is None or all(now[name] == row[name] for name in tracked):
                now.update(row)
            else:
                now["valid_to"] = at
                own.append({**row, "valid_from": at, "valid_to": None})
        if absent:
            for key, own in versions.items():
                if key not in there and own[-1]["valid_to"] is None:
                    own[-1]["valid_to"] = at
    rows = [version for own in versions.values() for version in own]
    if tracked is not None:
        return rows
    latest = [row for row in rows if row["valid_to"] is None]
    return [{name: cell for name, cell in row.items() if name not in ("valid_from", "valid_to")} for row in latest]


def followed_changes(landings, keys, tracked, absent, is_good):
    events = {}  # of each key and time: the row, and by what it is later than others of that time
    for number, landing in enumerate(landings):
        for row in filter(is_good, landing):
            at = (tuple(row[name] for name in keys), row["at"])
            place = (number, order(row, row))
            if at not in events or place > events[at][0]:
                events[at] = (place, row)
    rows = []
    for (key, at), (_, row) in sorted(events.items(), key=lambda event: event[0]):
        if rows and tuple(rows[-1][name] for name in keys) == key:
            rows[-1]["valid_to"] = at
        rows.append({**row, "valid_from": at, "valid_to": None})
    return rows


if __name__ == "__main__":
    main(*sys.argv[1:])
