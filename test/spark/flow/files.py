"""What the tables of the files' project must hold, from its sample files alone.

    python3 files.py SAMPLES    prints {table: rows}, a row as the list of its columns' texts
"""
import csv
import glob
import gzip
import json
import os
import sys
from decimal import Decimal


def main(samples):
    orders = {}
    kept = []
    for path in sorted(glob.glob(os.path.join(samples, "orders-*.csv.gz"))):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                number = int(row["order_id"])
                total = None if row["total"] == "" else str(Decimal(row["total"]).quantize(Decimal("0.01")))
                if row["changed_at"] == "":
                    kept.append([number, total])
                elif number not in orders or row["changed_at"] >= orders[number][2]:
                    orders[number] = [number, total, row["changed_at"]]
    with open(sorted(glob.glob(os.path.join(samples, "stores-*.csv")))[-1], encoding="utf-8", newline="") as file:
        stores = {int(row["store_id"]): row["city"] or None for row in csv.DictReader(file)}
    merged = {}
    for path in sorted(glob.glob(os.path.join(samples, "stores-*.csv"))):
        with open(path, encoding="utf-8", newline="") as file:
            merged |= {int(row["store_id"]): row["city"] or None for row in csv.DictReader(file)}
    assert set(stores) <= set(merged)
    alive = sorted([number, total] for number, total, _ in orders.values() if total is None or Decimal(total) >= 0)
    assert len(alive) < len(orders)
    print(json.dumps({"orders": sorted(orders.values()), "alive": alive, "quarantined": kept, "stores": sorted(map(list, merged.items()))}))


main(*sys.argv[1:])
