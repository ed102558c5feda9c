"""What the pizza store's silver tables must hold, worked out from the sample files in plain Python.

    expected_pizza_store.py FOLDER

Each file of sales has rows that are new or take the place of others; each file of stores is the whole list. A store that moves
has a version more, one that is not listed any more has none from then on; times are the numbers of the waves.
"""

import csv
import json
import os
import sys


def rows_of(folder, table, wave):
    with open(os.path.join(folder, f"{table}-{wave}.csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def instant(text):
    seconds, _, fraction = text.partition(".")
    digits = f"{fraction:0<6.6}"
    return f"{seconds}Z" if digits == "000000" else f"{seconds}.{digits}Z"


def sales(folder):
    latest = {}
    for wave in (1, 2, 3):
        for row in rows_of(folder, "sales", wave):
            latest[int(row["sale_id"])] = {
                "sale_id": int(row["sale_id"]),
                "online_sale_id": row["online_sale_id"],
                "store_id": int(row["store_id"]),
                "customer_email": row["customer_email"],
                "total": row["total"] or None,
                "sold_at": instant(row["sold_at"]),
                "updated_at": instant(row["updated_at"]),
            }
    return [latest[one] for one in sorted(latest)]


def stores(folder):
    versions = []
    for wave in (1, 2, 3):
        listed = {int(row["store_id"]): row for row in rows_of(folder, "stores", wave)}
        held = {version["store_id"]: version for version in versions if version["valid_to"] is None}
        for store, version in held.items():
            if store not in listed or listed[store]["city"] != version["city"]:
                version["valid_to"] = wave
        for store, row in listed.items():
            opened_on = row["opened_on"] or None
            if store in held and held[store]["valid_to"] is None:
                held[store]["opened_on"] = opened_on
            else:
                versions.append({"store_id": store, "city": row["city"], "opened_on": opened_on, "valid_from": wave, "valid_to": None})
    return sorted(versions, key=lambda version: (version["store_id"], version["valid_from"]))


if __name__ == "__main__":
    print(json.dumps({"pos_sales": sales(sys.argv[1]), "stores": stores(sys.argv[1])}))
