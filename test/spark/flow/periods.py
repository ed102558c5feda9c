"""What the silver table of the periods' project must hold, from its sample files alone.

    python3 periods.py SAMPLES    prints [[id, total, version], …]: of each id the row with the largest version
"""
import csv
import glob
import json
import os
import sys
from decimal import Decimal


def main(samples):
    latest = {}
    for path in glob.glob(os.path.join(samples, "*", "*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                number, version = int(row["id"]), int(row["version"])
                if number not in latest or version > latest[number][2]:
                    total = None if row["total"] == "" else str(Decimal(row["total"]).quantize(Decimal("0.01")))
                    latest[number] = [number, total, version]
    print(json.dumps(sorted(latest.values())))


main(*sys.argv[1:])
