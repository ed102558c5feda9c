"""What the tables of the golden spark-computed must hold: worked out row by row from the files, with nothing of the notebooks.

    python3 computed.py LAKE FOLDERS TABLES    prints {table: [row, ...]}

FOLDERS is JSON: bronze table → its folder in the LAKE; TABLES: as expected.py takes them.
"""
import csv
import json
import sys
from decimal import Decimal
from pathlib import Path

from expected import json_value, merged, value


def main(lake, folders, tables):
    folder_of = json.loads(folders)
    how = json.loads(tables)
    read = {table: merged(Path(lake, folder_of[table]), **how[table])["rows"] for table in ("customers", "orders")}
    stores = last_reading(Path(lake, folder_of["stores"]), how["stores"]["types"])
    cities = {row["customer_id"]: row["city"] for row in read["customers"]}
    priced, quarantined, items = [], [], []
    for order in read["orders"]:
        wanted = order["order_id"] != 6
        amount = None if order["amount"] is None else Decimal(order["amount"])
        row = {name: order[name] for name in ("amount", "customer_id", "order_id", "version")}
        row["is_large"] = None if amount is None else amount > 1000
        if wanted and order["customer_id"] is None:
            quarantined.append({"_violations": violations(amount), **row})
        elif wanted and amount is not None and amount >= 0:
            priced.append({**row, "city": cities.get(order["customer_id"])})
        items += [(order["order_id"], item) for item in (order["items"] or "").split(" ") if item]
    print(json.dumps({
        "silver.priced": priced,
        "silver.priced_quarantine": quarantined,
        "silver.stores": [row for row in stores if row["city"] is not None],
        "silver.stores_quarantine": [{"_violations": ["has_city"], **row} for row in stores if row["city"] is None],
        "gold.bought": bought(items, [row for row in priced if row["customer_id"] in cities]),
    }))


def last_reading(folder, types):
    """Whatever was read before is not there any more; when it was read is no column of the table."""
    with open(max(folder.glob("landing=*/rows.csv")), encoding="utf-8-sig", newline="") as file:
        rows = [{name: value(cell, types[name]) for name, cell in cells.items()} for cells in csv.DictReader(file)]
    return [{name: json_value(row[name]) for name in ("city", "store_id")} for row in rows]


def violations(amount):
    return ["has_customer"] + ["is_owed"] * (amount is None or amount < 0) + ["is_small"] * (amount is None or amount >= 1000)


def bought(items, orders):
    """Of each item how often it was sold, and to how many cities; one that is not known is none."""
    city_of = {order["order_id"]: order["city"] for order in orders}
    found = {}
    for order, item in items:
        if order in city_of:
            found.setdefault(item, []).append(city_of[order])
    return [{"item": item, "times": len(to), "cities": len(set(to) - {None})} for item, to in found.items()]


main(*sys.argv[1:])
