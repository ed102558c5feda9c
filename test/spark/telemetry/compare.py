"""Compares rows of tables as multisets.

    python3 compare.py expected.json actual.json [--table NAME]… [--ignore COLUMN]…

Both files: {"tables": {name: [rows]}}, as expected.py writes it; `waves` is compared too if the actual file has it. A column that is
absent is null. Lists are compared sorted, a body that is a JSON object as JSON. Exit code 1 on any difference.
"""
import argparse
import json
import math
import sys
from collections import defaultdict

FLOATS = ("average_temperature",)  # depend on the order of a sum
TOLERANCE = 1e-9
SHOWN = 10


def comparable(column, value):
    if isinstance(value, list):
        return tuple(sorted(value))
    if column == "body" and isinstance(value, str):
        try:
            body = json.loads(value)
        except ValueError:
            return value
        return ("object", json.dumps(body, sort_keys=True)) if isinstance(body, dict) else value
    return value


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def close(left, right):
    if is_number(left) and is_number(right):
        return math.isclose(left, right, rel_tol=TOLERANCE)
    return left == right


def compare(expected_rows, actual_rows, ignore=(), floats=FLOATS):
    """(expected rows that are missing, actual rows that are too many)"""
    columns = sorted({column for rows in (expected_rows, actual_rows) for row in rows for column in row} - set(ignore))
    exact = [column for column in columns if column not in floats]
    near = [column for column in columns if column in floats]

    def key(row):
        return tuple((type(value).__name__ if isinstance(value, (bool, str)) else "", value)
                     for value in (comparable(column, row.get(column)) for column in exact))

    waiting = defaultdict(list)  # actual rows not yet matched, by everything that must be equal
    for row in actual_rows:
        waiting[key(row)].append(row)
    missing = []
    for row in expected_rows:
        candidates = waiting[key(row)]
        match = next((n for n, other in enumerate(candidates) if all(close(row.get(c), other.get(c)) for c in near)), None)
        if match is None:
            missing.append(row)
        else:
            candidates.pop(match)
    return missing, [row for rows in waiting.values() for row in rows]


def report(name, expected_rows, actual_rows, ignore=(), floats=FLOATS):
    """Prints the differences of one table; True if there are none."""
    missing, extra = compare(expected_rows, actual_rows, ignore, floats)
    if not missing and not extra:
        print(f"{name}: {len(expected_rows)} rows, equal")
        return True
    print(f"{name}: expected {len(expected_rows)} rows, got {len(actual_rows)}; {len(missing)} missing, {len(extra)} too many")
    for sign, rows in (("-", missing), ("+", extra)):
        for row in sorted((json.dumps(row, sort_keys=True, ensure_ascii=False) for row in rows))[:SHOWN]:
            print(f"  {sign} {row}")
        if len(rows) > SHOWN:
            print(f"  {sign} … and {len(rows) - SHOWN} more")
    return False


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("expected")
    args.add_argument("actual")
    args.add_argument("--table", action="append", help="only this table (may be repeated)")
    args.add_argument("--ignore", action="append", default=[], help="a column to leave out (may be repeated)")
    args = args.parse_args()
    expected, actual = (json.load(open(path, encoding="utf-8")) for path in (args.expected, args.actual))
    equal = True
    for name in args.table or expected["tables"]:
        rows = actual["tables"].get(name)
        if name not in expected["tables"] or rows is None:
            print(f"{name}: no such table in the {'expected' if name not in expected['tables'] else 'actual'} file")
            equal = False
        else:
            equal &= report(name, expected["tables"][name], rows, args.ignore)
    if "waves" in actual and not args.table:
        number = [[{"wave": n} | wave for n, wave in enumerate(file["waves"], 1)] for file in (expected, actual)]
        equal &= report("waves", *number)
    sys.exit(0 if equal else 1)


if __name__ == "__main__":
    main()
