"""What the pizza store's warehouse must show, worked out from the sample files in plain Python.

    expected_pizza_reports.py FOLDER KEY

Customers are told apart by the HMAC of their address in one form, under KEY. Of receipts it is said what members of each set of groups see.
Values are texts, as a warehouse prints them; the times of versions are the numbers of the waves.
"""

import hmac
import json
import sys
from itertools import chain, combinations

from expected_pizza_store import sales, stores


def digits(instant):
    seconds, _, fraction = instant.rstrip("Z").partition(".")
    return f"{seconds}.{fraction:0<6}"


def customer(sale, key):
    address = sale["customer_email"].strip(" ").lower()
    return hmac.new(key.encode(), address.encode(), "sha256").hexdigest() if address else None


def domain(address):
    parts = address.split("@")
    return f"***@{parts[1]}" if len(parts) == 2 else "***"


def fact_sales(folder, key):
    return [
        [str(sale["sale_id"]), str(sale["store_id"]), customer(sale, key), sale["total"], digits(sale["sold_at"]), sale["sold_at"][:10]]
        for sale in sales(folder)
    ]


def cents(total):
    whole, _, fraction = total.partition(".")
    return int(whole) * 100 + int(f"{fraction:0<2}")


def sales_per_city(folder, key):
    cities = {store["store_id"]: store["city"] for store in stores(folder) if store["valid_to"] is None}
    groups = {}
    for sale in sales(folder):
        groups.setdefault((cities.get(sale["store_id"]), sale["sold_at"][:10]), []).append(sale)
    rows = []
    for (city, day), group in groups.items():
        totals = [cents(sale["total"]) for sale in group if sale["total"] is not None]
        total = f"{sum(totals) // 100}.{sum(totals) % 100:02}" if totals else None
        customers = {customer(sale, key) for sale in group} - {None}
        missing = sum(1 for sale in group if sale["total"] is None)
        rows.append([city, day, str(len(group)), str(len(customers)), total, str(missing)])
    return rows


def receipts(folder, people):
    rows = []
    for sale in sales(folder):
        if "support" in people or ("franchisees" in people and sale["store_id"] == 2):
            address = sale["customer_email"] if "support" in people else domain(sale["customer_email"])
            rows.append([str(sale["sale_id"]), str(sale["store_id"]), address, sale["total"], digits(sale["sold_at"])])
    return rows


def shown(folder, key):
    groups = ["franchisees", "support"]
    everybody = chain.from_iterable(combinations(groups, size) for size in range(len(groups) + 1))
    return {
        "fact_sales": fact_sales(folder, key),
        "sales_per_city": sales_per_city(folder, key),
        "stores": [
            [str(row["store_id"]), row["city"], row["opened_on"], row["valid_from"], row["valid_to"]] for row in stores(folder)
        ],
        "receipts": {" ".join(people): receipts(folder, people) for people in everybody},
    }


print(json.dumps(shown(sys.argv[1], sys.argv[2])))
