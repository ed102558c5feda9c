"""What the views of the golden `sql-selects` show, by plain Python: rows of a table come in as JSON, the views' rows go out, every value as a text.

    selects.py < rows.json > views.json
"""

import datetime
import decimal
import json
import sys

decimal.getcontext().prec = 60  # so that sums are exact


def grouped(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def known(rows, name):
    return [row[name] for row in rows if row[name] is not None]


def summed(values, least, greatest):
    """Null for no values, and where the result has no room."""
    return sum(values) if values and least <= sum(values) <= greatest else None


def money(values):
    return summed(values, decimal.Decimal(-(10**17)), decimal.Decimal(10**17))


def whole(values):
    return summed(values, -(2**63), 2**63 - 1)


def extreme(of, values):
    return of(values) if values else None


def by_item(sales):
    for item, rows in grouped(sales, lambda row: row["item"]).items():
        gifts = [row for row in rows if row["gift"]]
        of_gifts = money(known(gifts, "price"))
        yield {
            "item": item,
            "sales": len(rows),
            "priced": len(known(rows, "price")),
            "buyers": len(set(known(rows, "buyer"))),
            "gifts": len(gifts),
            "turnover": money(known(rows, "price")),
            "ids": whole(known(rows, "id")),
            "different": whole(set(known(rows, "store"))),
            "least": extreme(min, known(rows, "store")),
            "last": extreme(max, known(rows, "at")),
            "gift_turnover": decimal.Decimal("0.00") if of_gifts is None else of_gifts,
        }


def by_month(sales):
    rows = [row for row in sales if row["store"] is not None]
    key = lambda row: (row["at"] and row["at"].year, row["at"] and row["at"].month, bool(row["gift"]))
    for (year, month, is_gift), group in grouped(rows, key).items():
        dear = [row for row in group if row["price"] is not None and row["price"] > decimal.Decimal("99.99")]
        yield {"year": year, "month": month, "is_gift": is_gift, "sales": len(group), "items": len(set(known(dear, "item")))}


def all_sales(sales):
    rows = [row for row in sales if row["store"] is not None and row["store"] > 9]
    yield {"sales": len(rows), "first": extreme(min, known(rows, "day"))}


def kinds(sales):
    for gift, item in {(row["gift"], row["item"]) for row in sales}:
        yield {"gift": gift, "item": item}


def dearest_of(sales):
    rows = [row for row in sales if row["item"] not in (None, "b") and row["store"] is not None and row["store"] < 20]
    return {item: extreme(max, known(group, "price")) for item, group in grouped(rows, lambda row: row["item"]).items()}


def sales_with_items(sales):
    dearest = dearest_of(sales)
    given = [row for row in sales if row["gift"] is not None]
    stores = {
        key: extreme(min, known(rows, "day"))
        for key, rows in grouped(given, lambda row: (row["store"], row["gift"])).items()
    }
    for row in sales:
        dear = dearest.get(row["item"])
        gift = dear is None if row["gift"] is None else row["gift"]
        if row["store"] is None or (row["store"], gift) not in stores:
            continue
        shown = {name: row[name] for name in ("id", "store", "gift", "price", "weight", "day", "at", "buyer")}
        yield {**shown, "dearest": dear, "opened": stores[(row["store"], gift)]}


def dear_items(sales):
    dearest = dearest_of(sales)
    matched = [row for row in sales if row["item"] in dearest]
    for item, rows in grouped(matched, lambda row: row["item"]).items():
        yield {"kind": item, "dearest": dearest[item], "turnover": money(known(rows, "price")), "sales": len(rows)}


def typed(row):
    return {
        **row,
        "id": int(row["id"]),
        "price": row["price"] and decimal.Decimal(row["price"]),
        "day": row["day"] and datetime.date.fromisoformat(row["day"]),
        "at": row["at"] and datetime.datetime.fromisoformat(row["at"]),
    }


def told(value):
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def main():
    sales = [typed(row) for row in json.load(sys.stdin)]
    views = (all_sales, by_item, by_month, dear_items, kinds, sales_with_items)
    print(json.dumps({view.__name__: [[told(value) for value in row.values()] for row in view(sales)] for view in views}))


main()
