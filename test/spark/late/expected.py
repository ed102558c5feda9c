"""What the tables of test/spark/late hold and count after each run, worked out from the events and the cuts alone.

Reads {"orders": [run: [event]], "payments": [run: [event]], "names": [run: {k: name}], "policies": [...], "goes_on": whether queries are
started once and go on through all runs, or anew for each} and writes, for each run,
what each table holds then (at the least and, where two batches may both be the one, at the most), what each batch of silver has counted
(nothing stands for 0), and what has stopped. It knows nothing of the compiler: it does what the manual says, one row at a time.
Times are microseconds since 1970.
"""

import json
import sys
from datetime import datetime, timezone

MINUTE = 60_000_000
DELAY, DELAY_OF_PAYMENTS = 10 * MINUTE, 20 * MINUTE
BEFORE, AFTER = 10 * MINUTE, 60 * MINUTE
AHEAD = 60 * MINUTE
# A pair may be as far behind as this: the manual's page of joins.
DELAY_OF_PAIRS = max(DELAY, BEFORE + AFTER + DELAY_OF_PAYMENTS)


class Accepting:
    """A table that reads events: where each of them goes."""

    def __init__(self, policy, delay, keys=None, keeps=lambda _: True, holds=lambda _: True):
        self.policy, self.delay, self.keys, self.keeps, self.holds = policy, delay, keys, keeps, holds
        self.rows, self.late, self.counts, self.closed, self.is_stopped = [], [], [], None, False

    def batch(self, events, names):
        """`names`: what rows find under their `k` when this batch is made."""
        if self.is_stopped:
            return
        if not events:
            # The first start makes a batch of a table that has no rows yet: that there are none is news to it.
            self.counts = self.counts or [{}]
            return
        goes = [self.place(event) for event in events]
        if self.policy == "fail" and "late" in goes:
            self.is_stopped = True  # nothing of the batch is written, now or later
            return
        counts = {"read": len(events)}
        # Where late rows are written too, they are held against all that is there.
        is_known = lambda row: self.policy == "upsert" or self.closed is None or row["at"] > self.closed
        seen = {self.key(row) for row in self.rows if is_known(row)} if self.keys else set()
        for event, place in sorted(zip(events, goes), key=lambda one: (one[0]["partition"], one[0]["offset"])):
            is_late = place == "late"
            if is_late and self.policy == "upsert":
                place = "written"
            if place == "written" and self.keys:
                place = "duplicates" if self.key(event) in seen else place
                seen.add(self.key(event))
            counts[place] = counts.get(place, 0) + 1
            if place == "written" and is_late:
                counts["late_written"] = counts.get("late_written", 0) + 1
            if place == "written":
                self.rows.append({**event, "name": str(names.get(event["k"], "null"))})
            if place == "late":
                self.late.append(event)
        assert counts["read"] == sum(n for name, n in counts.items() if name not in ("read", "late_written"))
        self.counts.append(counts)
        times = [event["at"] - self.delay for event, place in zip(events, goes) if place in ("written", "late")]
        self.closed = max([*times, *([] if self.closed is None else [self.closed])], default=None)

    def place(self, event):
        if "broken" in event:
            return "unparsable"
        if not self.keeps(event):
            return "filtered"
        if event["at"] is not None and event["at"] > event["arrived"] + AHEAD or not self.holds(event):
            return "quarantined"
        if event["at"] is None:
            return "dropped"
        return "late" if self.closed is not None and event["at"] <= self.closed else "written"

    def key(self, event):
        return tuple(event[name] for name in self.keys)


def text(time):
    return datetime.fromtimestamp(time // 1_000_000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S") + fraction(time)


def fraction(time):
    """As ISO 8601 is printed: none, three or six digits of a second."""
    micros = time % 1_000_000
    if micros == 0:
        return "Z"
    return f".{micros // 1000:03d}Z" if micros % 1000 == 0 else f".{micros:06d}Z"


def watermark(rows, delay):
    """Spark's own, in whole milliseconds, once a batch without rows has run."""
    return max((row["at"] for row in rows), default=0) // 1000 * 1000 - delay


class Pace:
    """How far a join within a time, or a union, has come: as far as the slowest of its sides. Through a restart Spark keeps that, and forgets how
    far each side had come: where each run is a start, a side that brings nothing in one holds it where it was.
    https://github.com/apache/spark/blob/v3.5.5/sql/core/src/main/scala/org/apache/spark/sql/execution/streaming/WatermarkTracker.scala
    """

    def __init__(self, goes_on):
        self.passed, self.goes_on, self.sides = 0, goes_on, (0, 0)

    def run(self, *sides):
        now = [watermark(rows, delay) if rows else 0 for rows, delay in sides]
        if self.goes_on:
            now = self.sides = [max(side) for side in zip(self.sides, now, strict=True)]
        self.passed = max(self.passed, min(now))


def aggregated(groups, closed, *extra):
    return sorted(
        " ".join([text(start), text(end), *key, str(len(rows)), str(sum(row["v"] for row in rows)),
                  str(min(row["v"] for row in rows)), str(max(row["v"] for row in rows))])
        for (start, end, *key), rows in groups.items()
        if end <= closed
    )


def stretches(rows, size, hop, keys, closed):
    groups = {}
    for row in rows:
        start = row["at"] // hop * hop
        while start > row["at"] - size:
            groups.setdefault((start, start + size, *[row[key] for key in keys]), []).append(row)
            start -= hop
    return aggregated(groups, closed)


def sessions(rows, gap, key, closed):
    groups = {}
    for value in {row[key] for row in rows}:
        one = []
        for row in sorted((row for row in rows if row[key] == value), key=lambda row: row["at"]):
            if one and row["at"] > one[-1]["at"] + gap:  # one that begins just where the other ends is of it
                groups[(one[0]["at"], one[-1]["at"] + gap, value)] = one
                one = []
            one.append(row)
        groups[(one[0]["at"], one[-1]["at"] + gap, value)] = one
    return aggregated(groups, closed)


def pairs(orders, payments):
    return [
        (order, payment)
        for order in orders
        for payment in payments
        if order["id"] == payment["id"] and order["at"] - BEFORE <= payment["at"] <= order["at"] + AFTER
    ]


def tables(policy, orders, first, payments, wants, passed, together):
    """What each table holds, and the most that some may hold already; `passed`: the watermark of joins within a time, `together`: of
    orders united with payments."""
    # What late rows correct is there from its first row on; else it comes once the watermark has passed its end.
    closes = lambda rows, delay: float("inf") if policy == "upsert" else watermark(rows, delay)
    closed = closes(orders.rows, DELAY)
    of_pairs = pairs(orders.rows, payments.rows)
    paired = [{**order, "v": payment["v"]} for order, payment in of_pairs]
    place = lambda row: (row["partition"], row["offset"])
    matched = {place(order) for order, _ in of_pairs}
    paying = {place(payment) for _, payment in of_pairs}
    paid = [f"{o['id']} {text(o['at'])} {p['payment']}" for o, p in of_pairs]
    placed = [f"{p['payment']} {p['id']} {text(o['at'])}" for o, p in of_pairs]
    # What has no match comes once all that it could match is passed; within a millisecond of that, with this batch or the next.
    alone = lambda by: [f"{row['id']} {text(row['at'])} null" for row in orders.rows
                        if place(row) not in matched and row["at"] + AFTER < by]
    orphans = lambda by: [row for row in payments.rows if place(row) not in paying and row["at"] + BEFORE < by]
    unplaced = lambda by: [f"{row['payment']} {row['id']} null" for row in orphans(by)]
    unknown = lambda by: [f"{row['id']} null {row['payment']}" for row in orphans(by)]
    held = {
        f"silver.orders_{policy}": sorted(f"{row['id']} {text(row['at'])} {row['v']}" for row in orders.rows),
        f"silver.first_{policy}": sorted(f"{row['id']} {text(row['at'])} {row['v']}" for row in first.rows),
        **({f"silver.{name}_divert_late": sorted(f"{row['id']} {text(row['at'])} {row['v']}" for row in of.late)
            for name, of in (("orders", orders), ("first", first))} if policy == "divert" else {}),
        f"gold.tumbling_{policy}": stretches(orders.rows, 15 * MINUTE, 15 * MINUTE, ["k"], closed),
        f"gold.hopping_{policy}": stretches(orders.rows, 30 * MINUTE, 10 * MINUTE, [], closed),
        f"gold.session_{policy}": sessions(orders.rows, 7 * MINUTE, "k", closed),
        f"gold.firsts_{policy}": stretches(first.rows, 15 * MINUTE, 15 * MINUTE, ["k"], closes(first.rows, DELAY)),
        f"gold.named_{policy}": sorted(f"{row['id']} {text(row['at'])} {row['name']}" for row in orders.rows),
        f"gold.names_{policy}": stretches(orders.rows, 60 * MINUTE, 60 * MINUTE, ["name"], closed),
        f"gold.united_{policy}": stretches([*orders.rows, *wants.rows], 15 * MINUTE, 15 * MINUTE, ["k"], together),
        f"gold.paid_{policy}": sorted(paid),
        f"gold.hourly_{policy}": stretches(paired, 60 * MINUTE, 60 * MINUTE, [], watermark(paired, DELAY_OF_PAIRS)),
        f"gold.kept_{policy}": sorted(f"{row['id']} {text(row['at'])}" for row in orders.rows if place(row) in matched),
    }
    by_then = lambda by: {
        f"gold.alone_{policy}": sorted([*paid, *alone(by)]),
        f"gold.placed_{policy}": sorted([*placed, *unplaced(by)]),
        f"gold.either_{policy}": sorted([*paid, *alone(by), *unknown(by)]),
    }
    return {**held, **by_then(passed - 1000)}, by_then(passed + 1001)


def main():
    given = json.load(sys.stdin)
    wanted = {"keeps": lambda event: event["k"] != "skip", "holds": lambda event: event["v"] is not None}
    all_of = {
        policy: (
            Accepting(policy, DELAY, **wanted),
            Accepting(policy, DELAY, ["id", "at"], **wanted),
        )
        for policy in given["policies"]
    }
    paces = {policy: (Pace(given["goes_on"]), Pace(given["goes_on"])) for policy in given["policies"]}
    wants = Accepting("divert", DELAY)
    payments = Accepting("divert", DELAY_OF_PAYMENTS, ["payment", "at"])
    runs = []
    if given["goes_on"]:  # all are started before anything comes
        for query in (payments, wants, *(one for of in all_of.values() for one in of)):
            query.batch([], {})
    for orders, paid, names in zip(given["orders"], given["payments"], given["names"], strict=True):
        had, wanted_before = len(payments.rows), len(wants.rows)
        payments.batch(paid, {})
        wants.batch([{**payment, "k": payment["payment"]} for payment in paid], {})
        found, most, counts = {}, {}, {"silver.payments": payments.counts, "silver.wants": wants.counts}
        for policy, (rows, first) in all_of.items():
            before = len(rows.rows)
            rows.batch(orders, names)
            of_pairs, of_union = paces[policy]
            of_pairs.run((rows.rows[before:], DELAY), (payments.rows[had:], DELAY_OF_PAYMENTS))
            of_union.run((rows.rows[before:], DELAY), (wants.rows[wanted_before:], DELAY))
            first.batch(orders, names)
            held, perhaps = tables(policy, rows, first, payments, wants, of_pairs.passed, of_union.passed)
            found.update(held)
            most.update(perhaps)
            counts[f"silver.orders_{policy}"], counts[f"silver.first_{policy}"] = rows.counts, first.counts
        stopped = [f"silver.{name}_{policy}" for policy, of in all_of.items() for name, one in zip(("orders", "first"), of) if one.is_stopped]
        runs.append({"tables": found, "most": most, "counts": {name: list(of) for name, of in counts.items()}, "stopped": stopped})
    json.dump(runs, sys.stdout)


main()
