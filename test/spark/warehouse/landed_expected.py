"""What views of landed files must show, calculated from the values that were put into the database, in plain Python: rows as JSON on standard output.

    landed_expected.py SALES STORES

SALES: JSON, a list of what was put into the table before each run, each a list of rows as texts by column, null where the database has null. A
run reads what was changed later than ten minutes before the latest row of the run before. STORES: JSON, the rows of a table that each run reads whole.
"""

import datetime
import decimal
import json
import sys

bits = {None: None, "TRUE": "1", "FALSE": "0"}


def number(value, scale):
    return None if value is None else str(decimal.Decimal(value).quantize(decimal.Decimal(1).scaleb(-scale)))


def time(value):
    return None if value is None else datetime.datetime.fromisoformat(value).isoformat(timespec="microseconds")


def shown(row, landing):
    weight = None if row["weight"] is None else str(float(row["weight"]))
    return [row["id"], row["store"], row["item"], bits[row["gift"]], number(row["price"], 2), weight, row["day"], time(row["changed_at"]), str(landing)]


puts, landings, mark = json.loads(sys.argv[1]), [], "2026-01-01 00:00:00"
for at in range(len(puts)):
    until = datetime.datetime.fromisoformat(mark) - datetime.timedelta(minutes=10)
    there = [row for put in puts[: at + 1] for row in put]
    landings.append([row for row in there if datetime.datetime.fromisoformat(row["changed_at"]) > until])
    mark = max(row["changed_at"] for row in there)
rows = [shown(row, at) for at, landing in enumerate(landings, 1) for row in landing]
sums = []
for at, landing in enumerate(landings, 1):
    prices = [decimal.Decimal(row["price"]) for row in landing if row["price"] is not None]
    sums.append([str(at), str(len(landing)), number(str(sum(prices)), 2) if prices else None])
gifts = [[row[8], row[0], None if row[2] is None else row[2] + "!", None if row[6] is None else str(int(row[6][:4]))] for row in rows if row[3] == "1"]
stores = []
for row in json.loads(sys.argv[2]):
    size = None if row["size"] is None else str(float(row["size"]))
    read = [row["store"], row["city"], number(row["rent"], 2), row["opened"], time(row["seen_at"]), bits[row["is_open"]], size, row["visits"]]
    stores += [[*read, str(at)] for at in range(1, len(puts) + 1)]
json.dump({"landed_sales": rows, "by_landing": sums, "gifts": gifts, "landed_stores": stores}, sys.stdout)
