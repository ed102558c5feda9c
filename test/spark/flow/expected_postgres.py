"""What reading a table of PostgreSQL must land, wave after wave, calculated from the rows alone; and what lies in the lake.

    expected_postgres.py LAKE < {"start", "lag_seconds", "waves": [[row, …], …], "number": column or null}

Each wave changes or adds its rows by their `id`, and then the pipeline runs; with `untils`, a time for each wave, it reads what is before that. It
knows nothing of SQL.
"""

import csv
import glob
import json
import sys
from datetime import date, datetime, timedelta, timezone


def moment(text):
    """A point in time in microseconds; None where there is none."""
    if text is None or text == "infinity":
        return None
    at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    if at.tzinfo is None:
        at = at.replace(tzinfo=timezone.utc)
    return (at - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(microseconds=1)


def landed_text(value):
    """A value as the copy writes it in CSV."""
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        return f"{date.fromisoformat(value)}T00:00:00.0000000"
    if isinstance(value, str) and len(value) > 18 and value[10:11] == "T":
        at = datetime(1970, 1, 1) + timedelta(microseconds=moment(value))
        return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond:06}0"
    return str(value).replace("e+", "E+")


def readings(job):
    number = job["number"]
    place = (lambda row: int(row[number])) if number else (lambda row: moment(row["updated_at"]))
    mark = job["start"] if number else moment(job["start"])
    wide, lag, seen = (0 if number else job["lag_seconds"] * 1_000_000), 0, []
    table = {}
    for wave, until in zip(job["waves"], job.get("untils") or ["9999-12-31T00:00:00Z"] * len(job["waves"])):
        table.update({row["id"]: row for row in wave})
        placed = [(place(row), row) for row in table.values() if place(row) is not None and (number or place(row) < moment(until))]
        new = max([mark, *(at for at, _ in placed)])
        again = sorted(at for at, _ in placed if mark - lag < at <= mark)
        if new > mark or (again and again != seen):
            yield [row for at, row in placed if mark - lag < at <= new]
            mark, lag = new, wide
            seen = sorted(at for at, _ in placed if mark - lag < at <= mark)


def sorted_rows(rows):
    return sorted(rows, key=lambda row: int(row["id"]))


def main(lake):
    job = json.load(sys.stdin)
    expected = [sorted_rows({name: landed_text(value) for name, value in row.items()} for row in rows) for rows in readings(job)]
    landed = []
    for path in sorted(glob.glob(f"{lake}/{job['table']}/*/landing=*/rows.csv")):
        with open(path, newline="", encoding="utf-8-sig") as file:
            landed.append(sorted_rows(csv.DictReader(file)))
    print(json.dumps({"expected": expected, "landed": landed}))


if __name__ == "__main__":
    main(sys.argv[1])
