"""What each principal sees of the views of the golden `sql-masks`, by the manual alone: of a Delta table, without any SQL.

    masked_rows.py TABLE

Prints a JSON object: for each view the rows of each set of roles, a set as their names with a blank between two.
"""

import itertools
import json
import sys

from deltalake import DeltaTable

ROLES = ["store_clerks", "auditors", "support"]


def first(text, count):
    return "***" if len(text) <= count else text[:count] + "***"


def last(text, count):
    return "***" if len(text) <= count else "***" + text[-count:]


def domain(text):
    name, at, rest = text.partition("@")
    return "***" + at + rest if at and "@" not in rest and len(rest.encode()) <= 255 else "***"


def seen(value, roles, unmask, mask):
    return value if value is None or roles & unmask else mask(value)


def nothing(_):
    return None


def masked(row, roles):
    return [
        str(row["id"]),
        seen(row["item"], roles, {"store_clerks"}, lambda text: first(text, 1)),
        None,
        seen(None if row["price"] is None else str(row["price"]), roles, {"auditors"}, nothing),
        None if row["day"] is None else row["day"].isoformat(),
        seen(row["buyer"], roles, {"store_clerks", "auditors"}, domain),
    ]


def labels(row, roles):
    label = None if row["item"] is None or row["buyer"] is None else row["item"] + row["buyer"]
    return [
        str(row["id"]),
        seen(label, roles, {"auditors"}, lambda text: last(text, 2)),
        seen(row["item"], roles, set(), lambda text: last(text, 1)),
        seen("gift" if row["gift"] else "plain", roles, {"store_clerks"}, nothing),
    ]


def own(row, roles):
    return [str(row["id"]), None if row["store"] is None else str(row["store"])]


def is_own(row, roles):
    if row["price"] is None:
        return False
    of_clerks = "store_clerks" in roles and row["store"] is not None and 1 <= row["store"] <= 9
    of_support = "support" in roles and row["item"] == "test" and row["buyer"] is not None
    return of_clerks or of_support or "auditors" in roles


VIEWS = {"masked": (masked, None), "labels": (labels, None), "own": (own, is_own)}


def main(folder):
    table = DeltaTable(folder).to_pyarrow_table(columns=["id", "store", "item", "gift", "price", "day", "buyer"])
    rows = sorted(table.to_pylist(), key=lambda row: row["id"])
    sets = [set(some) for count in range(len(ROLES) + 1) for some in itertools.combinations(ROLES, count)]
    answer = {}
    for view, (shown, keeps) in VIEWS.items():
        for roles in sets:
            kept = [row for row in rows if keeps is None or keeps(row, roles)]
            answer[f"{view} {' '.join(sorted(roles))}".strip()] = [shown(row, roles) for row in kept]
    json.dump(answer, sys.stdout)


main(sys.argv[1])
