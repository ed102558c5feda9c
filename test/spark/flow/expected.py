"""What the silver tables must hold: the latest row of each key in the sample files, in plain Python.

    expected.py FOLDER

The files of a table are taken in the order of their names; a later row of a key takes the place of an earlier one.
"""

import csv
import glob
import json
import os
import sys
from datetime import datetime
from decimal import Decimal

TABLES = {
    "users": ("user_id", {"user_id": int, "updated_at": "time"}),
    "subscriptions": ("subscription_id", {"subscription_id": int, "user_id": int, "price": Decimal, "updated_at": "time", "valid_to": "day"}),
}


def value(text, kind):
    if kind is None:
        return text
    if text == "":
        return None
    if kind == "day":
        return text
    if kind == "time":
        seconds, _, fraction = text.partition(".")
        datetime.fromisoformat(seconds)
        # Spark keeps six digits of a second, and cuts the seventh.
        digits = f"{fraction:0<6.6}"
        return f"{seconds}Z" if digits == "000000" else f"{seconds}.{digits}Z"
    return str(kind(text)) if kind is Decimal else kind(text)


def latest(folder, table):
    key, kinds = TABLES[table]
    rows = {}
    for path in sorted(glob.glob(os.path.join(folder, f"{table}-*.csv"))):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                rows[row[key]] = {name: value(text, kinds.get(name)) for name, text in row.items()}
    return [rows[one] for one in sorted(rows, key=int)]


print(json.dumps({table: latest(sys.argv[1], table) for table in TABLES}))
