"""What runs must land, calculated from what came before each alone; and what lies in the lakes of several lives of the same.

    expected_killed.py ROOT < {"waves", "lives": how many, "changes": [table, …], "whole": [table, …]}

The lake of life 3 is ROOT/life-3/lake. Of `whole` tables, which are read as a whole by each run, readings that are the same one after
another count once.
"""

import csv
import glob
import json
import sys

from expected_postgres import moment, readings

BEGINNING = "1970-01-01T00:00:00Z"


def plain(row):
    """A row with times in microseconds, and numbers as numbers, however a file has them."""
    read = {name: value for name, value in row.items() if not name.startswith("_")}
    if "updated_at" in read:
        text = read["updated_at"].replace("Z", "").replace(" ", "T")
        seconds, _, fraction = text.partition(".")
        assert fraction.ljust(7, "0")[6:] == "0", text
        read["updated_at"] = moment(f"{seconds}.{fraction.ljust(6, '0')[:6]}")
    return {**read, "id": int(read["id"])}


def by_id(rows):
    return sorted((plain(row) for row in rows), key=lambda row: (row["id"], str(row)))


def of_rows(waves, table):
    job = {"start": "2020-01-01T00:00:00Z", "lag_seconds": 600, "number": None, "waves": [wave[table] for wave in waves]}
    yield from readings({**job, "untils": [wave["until"] for wave in waves]})


def of_files(waves, table):
    files, mark = {}, BEGINNING
    for wave in waves:
        files.update({file["path"]: file for file in wave["files"] if file["path"].startswith(f"{table}/")})
        # All times are of one form, so their order is that of the texts.
        new = [row for file in files.values() if mark <= file["at"] < wave["until"] for row in file["rows"]]
        if new:
            yield new
        mark = wave["until"]


def of_all(waves, table):
    rows = {}
    for wave in waves:
        # A table of the database keeps its rows, and an API has those that it is given.
        rows = {**(rows if table == "stores" else {}), **{row["id"]: row for row in wave[table]}}
        yield list(rows.values())


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        if path.endswith(".csv"):
            return list(csv.DictReader(file))
        if path.endswith(".parquet"):
            return json.load(file)
        lines = [json.loads(line) for line in file if line.strip()]
        return [row for line in lines for row in line.get("results", [line])]


def once(sequence):
    return [one for at, one in enumerate(sequence) if at == 0 or one != sequence[at - 1]]


def main(root):
    job = json.load(sys.stdin)
    how = {"orders": of_rows, "payments": of_rows, "clicks": of_files, "visits": of_files}
    tables = job["changes"] + job["whole"]
    expected = {table: [by_id(rows) for rows in how.get(table, of_all)(job["waves"], table)] for table in tables}
    landed = []
    for life in range(job["lives"]):
        found = {table: sorted(glob.glob(f"{root}/life-{life}/lake/bronze/{table}/*/landing=*/rows.*")) for table in tables}
        read = {table: [by_id(rows_of(path)) for path in paths] for table, paths in found.items()}
        numbers = {table: int(paths[-1].split("landing=")[1].split("/")[0]) for table, paths in found.items()}
        assert all(len(paths) == numbers[table] for table, paths in found.items()), found
        landed.append({"readings": {t: once(rows) if t in job["whole"] else rows for t, rows in read.items()}, "numbers": numbers})
    print(json.dumps({"expected": expected, "landed": landed}))


if __name__ == "__main__":
    main(sys.argv[1])
