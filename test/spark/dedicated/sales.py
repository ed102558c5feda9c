"""Files of Parquet as a serverless SQL pool writes them of a table, as the days go by, and what the tables of a dedicated pool must hold then.

    sales.py FOLDER

Writes FOLDER/<view>/<run>/part-<n>.parquet for each view and run, and prints what each view's table holds after each run, as JSON: rows of
texts, in the order of the columns. It knows nothing of T-SQL.
"""

import datetime
import decimal
import json
import pathlib
import sys

import pyarrow as pa
import pyarrow.parquet as pq

D = decimal.Decimal
DAY, AT = datetime.date, datetime.datetime

COLUMNS = [
    ("id", pa.int64()),
    ("store", pa.int32()),
    ("item", pa.string()),
    ("gift", pa.bool_()),
    ("price", pa.decimal128(9, 2)),
    ("weight", pa.float64()),
    ("day", pa.date32()),
    ("updated_at", pa.timestamp("us", tz="UTC")),
    ("photo", pa.binary()),
]


def at(text):
    return AT.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)


NOON = at("2026-03-01T12:00:00")

def row(id, store=0, item="x", gift=False, price=D("1.00"), weight=1.0, day=DAY(2026, 1, 1), updated_at=NOON, photo=b"x"):
    return (id, store, item, gift, price, weight, day, updated_at, photo)


# What is told of each row: how it is on the first day, and what is another on the second: one column, once from null, once to null, and once to
# a smaller value. `None`: it is not there.
DAYS = [
    (row(1, item="tea ", store=1), {"item": "tea"}),
    (row(2, store=None), {"store": 2}),
    (row(3, None, None, None, None, None, None, NOON, None), {}),
    (row(4, store=4), {"store": None}),
    (row(5, item="gone"), None),
    (row(6, item="😀"), {"item": None}),
    (row(7, gift=None), {"gift": True}),
    (row(8, gift=True), {"gift": None}),
    (row(9, gift=True), {"gift": False}),
    (row(10), {"price": None}),
    (row(11, price=D("11.01")), {"price": D("11.00")}),
    (row(12), {"weight": None}),
    (row(13, weight=13.5), {"weight": 13.0}),
    (row(14), {"day": None}),
    (row(15, day=DAY(2026, 1, 15)), {"day": DAY(2026, 1, 14)}),
    (row(16, price=None), {"price": D("0.00")}),
    (row(17, weight=None), {"weight": 0.0}),
    (row(18, day=None), {"day": DAY(9999, 12, 31)}),
    (row(19, photo=None), {"photo": b"s"}),
    (row(20, item=None), {"item": "y"}),
    (row(21), {"updated_at": at("2026-02-28T12:00:00.000001")}),
    (row(22), {"photo": None}),
    (row(23, photo=b"u\x00"), {"photo": b"u"}),
    (row(24, photo=b"y"), {"photo": b"x"}),
    (row(25, item="z"), {"item": "a"}),
    (row(26, store=26), {"store": 25}),
    (row(27, item="tea", store=1), {}),
    (row(28, item="tea ", store=1, gift=True), {}),
    (row(29, item="twice", price=D("1.00")), {}),
    (row(30, item="twice", price=None), None),
    (row(31, item="dear", price=D("2.00")), {"price": D("1.00")}),
    (row(32, item="nothing", price=None), {"price": D("1.00")}),
    (row(33, item="something", gift=True), {"price": None}),
    (row(34, item="sold by two", store=1), {}),
    (row(35, item="sold by two", store=2), {}),
    *((row(50 + at, **{name: None}), {}) for at, name in enumerate(["store", "item", "gift", "price", "weight", "day", "photo"])),
    (row(9223372036854775807, -2147483648, "it's", False, D("9999999.99"), -1e300, DAY(1900, 1, 1), at("9999-12-31T23:59:59.999999"), bytes(range(256))), {}),
]
NAMES = [name for name, _ in COLUMNS]
FIRST = [before for before, _ in DAYS]
SECOND = [tuple(change.get(name, value) for name, value in zip(NAMES, before)) for before, change in DAYS if change is not None] + [
    row(40, 22, "żółw", True, D("0.10"), 0.2, DAY(2026, 2, 1), at("2026-03-02T00:00:00"), b""),
    row(41, None, None, True, None, None, None, at("2026-03-02T00:00:00.000001"), None),
]
RUNS = {"first": FIRST, "second": SECOND, "third": FIRST}


def sales(rows):
    return COLUMNS, rows


def gifts(rows):
    wanted = [0, 2, 4, 6]
    return [COLUMNS[at] for at in wanted], [tuple(row[at] for at in wanted) for row in rows if row[3]]


def turnover(rows):
    groups = {}
    for row in rows:
        key = ("?" if row[2] is None else row[2], 0 if row[1] is None else row[1])
        groups.setdefault(key, []).append(row[4])
    found = [(*key, len(prices), sum((price for price in prices if price is not None), D(0)) if any(price is not None for price in prices) else None) for key, prices in groups.items()]
    return [("item", pa.string()), ("store", pa.int32()), ("sales", pa.int64()), ("turnover", pa.decimal128(19, 2))], found


def stores(rows):
    counts = {}
    for row in rows:
        counts[row[1]] = counts.get(row[1], 0) + 1
    return [("store", pa.int32()), ("sales", pa.int64())], list(counts.items())


VIEWS = {"sales": sales, "gifts": gifts, "turnover": turnover, "stores": stores}


def told(value):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, AT):
        return value.replace(tzinfo=None).isoformat(timespec="microseconds")
    if isinstance(value, DAY):
        return value.isoformat()
    if isinstance(value, bytes):
        return "0x" + value.hex().upper()
    return str(value)


def main(folder):
    answer = {}
    for view, of in VIEWS.items():
        for run, rows in RUNS.items():
            columns, shown = of(rows)
            names = [name for name, _ in columns]
            into = pathlib.Path(folder, view, run)
            into.mkdir(parents=True)
            half = len(shown) // 2
            for part, some in enumerate([shown[:half], shown[half:]]):
                table = pa.Table.from_pylist([dict(zip(names, row)) for row in some], schema=pa.schema(columns))
                pq.write_table(table, into / f"part-{part}.parquet")
            (into / "_SUCCESS").write_text("")
            answer.setdefault(view, {})[run] = [[told(value) for value in row] for row in shown]
    print(json.dumps(answer))


main(sys.argv[1])
