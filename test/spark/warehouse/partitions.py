"""A small Delta table of sales, and what it holds by day, in plain Python.

    partitions.py FOLDER first|changed

Writes the table's rows as they are at first, or changed, and prints for each day (`null` without one) the rows as a warehouse shows them.
"""

import datetime
import decimal
import json
import sys

import pyarrow as pa
from deltalake import write_deltalake

FIRST = [
    (1, "a", "1.00", "2026-01-31"),
    (2, "b ", "2.50", "2026-01-31"),
    (3, None, "3.00", "2026-03-01"),
    (4, "ż", "4.00", "2026-03-02"),
    (5, "a", None, None),
    (6, "c", "6.00", "2026-03-04"),
]
CHANGED = [
    (1, "a", "9.99", "2026-01-31"),  # changed where it is old
    (2, "b ", "2.50", "2026-01-31"),
    (4, "ż", "4.01", "2026-03-02"),  # changed; that of the day before is gone
    (5, "a", "5.00", None),
    (6, "c", "6.00", "2026-03-04"),
    (7, "d", "7.00", "2026-03-05"),  # a new day
    (8, "e", "8.00", "2025-05-05"),  # an old one that was not there
]
SCHEMA = pa.schema(
    [("id", pa.int64()), ("item", pa.string()), ("price", pa.decimal128(9, 2)), ("day", pa.date32()), ("store", pa.int32()), ("gift", pa.bool_())]
)

folder, state = sys.argv[1:]
rows = FIRST if state == "first" else CHANGED
stored = [
    {
        "id": id,
        "item": item,
        "price": price and decimal.Decimal(price),
        "day": day and datetime.date.fromisoformat(day),
        "store": id,
        "gift": True,
    }
    for id, item, price, day in rows
]
write_deltalake(folder, pa.Table.from_pylist(stored, SCHEMA), mode="overwrite")
days = {}
for id, item, price, day in rows:
    days.setdefault(day or "null", []).append([str(id), item, price, day])
print(json.dumps(days))
