"""What the tables of the shop's project must hold, from its sample files alone: the last reading of each.

    python3 http.py SAMPLES    prints {table: rows}
"""
import glob
import json
import os
import sys
from decimal import Decimal


def last(samples, name):
    path = sorted(glob.glob(os.path.join(samples, f"{name}-*.json")))[-1]
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line, parse_float=Decimal) for line in lines if line.strip() != ""]


def product(one):
    maker, price = one.get("maker") or {}, one.get("price")
    told = None if price is None else str(Decimal(price).quantize(Decimal("0.01")))
    return [str(one["id"]), one.get("name"), told, one.get("tags"), maker.get("name"), maker.get("since")]


def main(samples):
    products = [product(one) for one in last(samples, "products")]
    categories = [[one["id"], one["name"]] for one in last(samples, "categories")]
    visits = [[str(one["visit_id"]), one.get("at"), None if one.get("spent") is None else float(one["spent"])] for one in last(samples, "visits")]
    print(json.dumps({"products": sorted(products, key=lambda row: row[0]), "categories": sorted(categories), "visits": sorted(visits, key=lambda row: row[0]), "members": sorted([one["id"], one.get("mail")] for one in last(samples, "members")), "rates": [[one["currency"], float(one["rate"])] for one in last(samples, "rates")]}))


main(*sys.argv[1:])
