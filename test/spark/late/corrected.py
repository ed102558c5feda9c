"""What the tables of test/golden/spark-late-upsert hold and count after each run, worked out from the events alone.

Reads [run: [event]] and writes, for each run, the rows of each table and what its batch counts. It knows nothing of the compiler, and of
windows nothing but all rows that have come: neither their order nor their batches. Times are microseconds since 1970.
"""

import json
import sys
from datetime import datetime, timezone
from decimal import ROUND_HALF_UP, Decimal

MINUTE = 60_000_000
DELAY, AHEAD = 10 * MINUTE, 60 * MINUTE


def place(event):
    if "broken" in event:
        return "unparsable"
    if event["k"] == "skip":
        return "filtered"
    if event["id"] is None or event["at"] is not None and event["at"] > event["arrived"] + AHEAD:
        return "quarantined"
    return "dropped" if event["at"] is None else "written"


def text(time):
    micros = time % 1_000_000
    clock = datetime.fromtimestamp(time // 1_000_000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    return clock + (f".{micros:06d}Z" if micros else "Z")


def digits(number):
    """As the runner writes a bigint, so that none of its digits is lost."""
    return None if number is None else str(number)


def whole(number):
    """A bigint, or nothing where it is too large for one."""
    return number if number is not None and -(2**63) <= number < 2**63 else None


def added(numbers):
    there = [number for number in numbers if number is not None]
    return sum(there) if there else None


def rounded(number, digits):
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def share(rows):
    """round(100 * coalesce(sum(v), 0) / count(*), 2)"""
    times = whole(100 * (whole(added(row["v"] for row in rows)) or 0))
    return None if times is None else float(rounded(Decimal(repr(float(times) / float(len(rows)))), 2))


def quarter(rows):
    of = {name: [row[name] for row in rows if row[name] is not None] for name in ("v", "price", "x", "flag")}
    prices = [Decimal(price) for price in of["price"]]
    bits = None
    for number in of["v"]:
        bits = number if bits is None else bits ^ number
    return [
        len(rows),
        sum(number % 7 == 0 for number in of["v"]),
        sum(price > 50 for price in prices),
        digits(whole(added(of["v"]))),
        float(sum(of["v"])) / len(of["v"]) if of["v"] else None,
        str(sum(prices)) if prices else None,
        str(rounded(sum(prices) / len(prices), 6)) if prices else None,
        sum(of["x"]) / len(of["x"]) if of["x"] else None,
        str(min(prices)) if prices else None,
        text(max(row["at"] for row in rows)),
        all(of["flag"]) if of["flag"] else None,
        any(of["flag"]) if of["flag"] else None,
        digits(bits),
        share(rows),
    ]


def quarters(rows):
    groups = {}
    for row in rows:
        groups.setdefault((row["at"] // (15 * MINUTE) * 15 * MINUTE, row["k"]), []).append(row)
    return groups


def hops(rows):
    """Windows of 50 minutes, one each 20 minutes, 5 minutes after the whole."""
    groups = {}
    for row in rows:
        if row["k"] is None:
            continue
        start = (row["at"] - 5 * MINUTE) // (20 * MINUTE) * 20 * MINUTE + 5 * MINUTE
        while start > row["at"] - 50 * MINUTE:
            groups.setdefault(start, []).append(row)
            start -= 20 * MINUTE
    return groups


def tables(rows):
    of_quarters, days = quarters(rows), {}
    for (_, k), group in of_quarters.items():
        days.setdefault(k, []).append((len(group), whole(added(row["v"] for row in group))))
    return {
        "silver.orders": [[row["id"], row["k"], text(row["at"])] for row in rows],
        "gold.quarters": [[text(start), text(start + 15 * MINUTE), k, *quarter(group)] for (start, k), group in of_quarters.items()],
        "gold.hopping": [
            [text(start), text(start + 50 * MINUTE), len(group), digits(whole(added(row["v"] for row in group)))] for start, group in hops(rows).items()
        ],
        "gold.twice": [[text(start), digits(2 * len(group))] for start, group in hops(rows).items()],
        "gold.days": [[k, sum(n for n, _ in group), digits(whole(added(total for _, total in group)))] for k, group in days.items()],
    }


def main():
    rows, closed, seen, runs = [], None, set(), []
    for events in json.load(sys.stdin):
        counts, new = {"read": len(events), "duplicates": 0, "written": 0, "late_written": 0}, []
        for event in events:
            event["v"] = None if event["v"] is None else int(event["v"])
            goes = place(event)
            if goes == "written" and (event["id"], event["at"]) in seen:
                goes = "duplicates"
            counts[goes] = counts.get(goes, 0) + 1
            if goes == "written":
                seen.add((event["id"], event["at"]))
                new.append(event)
                counts["late_written"] += closed is not None and event["at"] <= closed
        rows = rows + new
        closed = max([row["at"] - DELAY for row in new] + ([] if closed is None else [closed]))
        known = sum(row["k"] is not None for row in new)
        runs.append({
            "tables": tables(rows),
            "counts": {
                "silver.orders": counts,
                "gold.quarters": {"read": len(new), "aggregated": len(new), "written": len(quarters(new))},
                "gold.hopping": {"read": known, "aggregated": known, "written": len(hops(new))},
            },
        })
    json.dump(runs, sys.stdout)


main()
