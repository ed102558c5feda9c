"""Writes the readings the producer replays: data/readings-1.csv …, one file a wave. Same arguments, same bytes.

    python3 generate.py [--rows 60000] [--waves 6] [--seed 7] [--out data] [--unordered]

An empty cell is a JSON null. A `_body` that is not empty is sent as it stands, instead of the JSON of the other columns.

What a wave keeps to, so that its outcome does not depend on how it is cut into batches (see README.md):
  - the event times of its good rows span less than the watermark's delay;
  - a row that is not late is newer than (the newest good row of this wave and of all before it) − delay;
  - a late row is older than (the newest good row of all waves before it) − delay, by more than a window.
With --unordered none of this holds: hours of readings in random order, of which only the sums can be checked.
"""
import argparse
import csv
import json
import random
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

COLUMNS = ["device_id", "recorded_at", "temperature", "humidity", "_body"]
START = datetime(2026, 3, 2, 9, 58)
DELAY, WINDOW = timedelta(minutes=10), timedelta(minutes=5)
SPAN = timedelta(minutes=9)  # of the good rows of a wave
STEPS = [7, 12, 8, 20, 9]  # minutes from the beginning of a wave to the next; below 9 minutes they overlap
EVERY = 3  # seconds between two readings of a device

# --- one good reading -------------------------------------------------------------------------------------------------
def spell(rng, at):
    """One of the forms Spark reads as this instant (those without a zone in a session whose time zone is UTC)."""
    fraction = f".{at.microsecond:06d}".rstrip("0") if at.microsecond else rng.choice(["", "", "", ".0", ".000"])
    if len(fraction) == 7:
        fraction += rng.choice(["", "9"])  # Spark cuts after microseconds
    minutes = rng.choice([120, 330, -30])
    utc, there = (f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}" for moment in (at, at + timedelta(minutes=minutes)))
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    spaced = utc.replace("T", " ")
    return rng.choices([utc + "Z", there + zone, spaced, spaced + "Z", utc, f" {utc}Z "], [60, 14, 8, 8, 6, 4])[0]

def reading(rng, device, at):
    humidity = rng.choices([f"{rng.uniform(15, 95):.1f}", "", "n/a", "NaN", "Infinity"], [94, 3, 1, 1, 1])[0]
    row = {"device_id": device, "temperature": f"{rng.uniform(-20, 45):.1f}", "humidity": humidity, "_body": ""}
    return row | {"at": at, "recorded_at": spell(rng, at)}

def event(row):
    inner = {name: row[name] or None for name in ("temperature", "humidity")}
    return {"device_id": row["device_id"] or None, "recorded_at": row["recorded_at"] or None, "reading": inner}

# --- classes of good rows: seldom forms of what is allowed ------------------------------------------------------------
def plain(rng, row):
    return row

def odd_number(rng, row):
    return row | {"temperature": rng.choice([f" {row['temperature']} ", "+21.5", "1e2", "2.15E1", ".5", "7.", "21.5d"])}

def own_body(rng, row):
    """An object written otherwise: numbers as numbers, another order, more fields, line breaks."""
    inner = {"humidity": None, "unit": "C", "temperature": float(row["temperature"])}
    body = {"reading": inner, "recorded_at": row["recorded_at"], "tags": ["a", {"b": 1}], "device_id": row["device_id"]}
    return row | {"_body": json.dumps(body, indent=rng.choice([None, 1]))}

# --- classes of rows for the quarantine -------------------------------------------------------------------------------
def unparsable(rng, row):
    whole = json.dumps(event(row))
    sorts = [whole[:rng.randrange(1, len(whole))], whole[:-1] + ",}", whole.replace(":", "=", 1), "not json", "<reading/>",
             "[1,2]", f"[{whole}]", "[]", '"text"', "5", "true", "null", "   ", "\t\n"]
    return row | {"recorded_at": "", "temperature": "", "humidity": "", "_body": rng.choice(sorts)}

def missing_fields(rng, row):
    fields = rng.choice([[], ["device_id"], ["device_id", "recorded_at"], ["reading"], ["recorded_at", "reading"]])
    return row | {"_body": json.dumps({name: event(row)[name] for name in fields})}

def far_future(rng, row):
    return row | {"recorded_at": spell(rng, datetime(2099, 1, 1) + timedelta(seconds=rng.randrange(10**6)))}

def several_at_once(rng, row):
    wrong = [["null_device"], ["null_time", "garbage_time", "far_future"],
             ["null_temperature", "garbage_temperature", "implausible_temperature"]]
    for names in rng.sample(wrong, rng.choice([2, 3])):
        row = WRONG[rng.choice(names)][0](rng, row)
    return row

def cell(column, *texts):
    return lambda rng, row: row | {column: rng.choice(texts)}

# class → (what makes it of a plain reading, its share of the rows)
GOOD = {"odd_number": (odd_number, .01), "own_body": (own_body, .01),
        "edge_temperature": (cell("temperature", "-60", "150", "-60.0", "150.0"), .01)}
WRONG = {
    "unparsable": (unparsable, .02),
    "missing_fields": (missing_fields, .005),
    "null_device": (cell("device_id", ""), .01),
    "null_temperature": (cell("temperature", ""), .01),
    "garbage_temperature": (cell("temperature", "n/a", "21,5", "21.5 °C", "--", "ERR", "0x1F", "1e", "   "), .01),
    "implausible_temperature": (cell("temperature", "999", "-61", "150.1", "-60.01", "-273.15", "1e400"), .01),
    "not_a_number": (cell("temperature", "NaN", "nan", "Infinity", "-Infinity", "inf", "-inf"), .01),
    "null_time": (cell("recorded_at", ""), .005),
    "garbage_time": (cell("recorded_at", "yesterday", "n/a", "1772445600", "2026-02-30T10:00:00Z", "2026-03-02T25:00:00Z",
                          "02.03.2026 10:00", "2026/03/02 10:00:00", "2026-03-02T10:00Z"), .01),
    "far_future": (far_future, .005),
    "several_at_once": (several_at_once, .01),
}

# --- classes of rows that come again or late --------------------------------------------------------------------------
def again(rng, row):
    """The same reading again; the instant may be spelled otherwise."""
    return row if row["_body"] else row | {"recorded_at": spell(rng, row["at"])}

def other_values(rng, row):
    return reading(rng, row["device_id"], row["at"])

def wrong_twin(rng, row):
    """The key of a good row, but one for the quarantine: neither makes the other a duplicate."""
    return WRONG["garbage_temperature"][0](rng, other_values(rng, row))

TWINS = {"again": (again, .02), "other_values": (other_values, .015), "wrong_twin": (wrong_twin, .005)}

def repeated_in_next_wave(rng, count, earlier, open_after):
    """Of earlier good rows that no part of this wave can have made late."""
    rows = [row for row in earlier if row["at"] > open_after]
    for row in rng.sample(rows, min(len(rows), int(count * .025))):
        change = rng.choice([again, other_values])
        yield f"next_wave_{change.__name__}", change(rng, row)

def late(rng, count, devices, earlier, closed):
    for _ in range(int(count * .015)):
        row = reading(rng, rng.choice(devices), closed - timedelta(seconds=rng.randrange(1, 3600)))
        yield "late", row
        if rng.random() < .2:
            yield "late_twice", again(rng, row)
        if rng.random() < .2:
            yield "late_and_wrong", WRONG["garbage_temperature"][0](rng, row)
    rows = [row for row in earlier if row["at"] < closed]
    for row in rng.sample(rows, min(len(rows), int(count * .01))):
        yield "late_repeat", again(rng, row)  # below the watermark: late, not a duplicate

# --- waves ------------------------------------------------------------------------------------------------------------
def wave(rng, number, begin, span, count, earlier, closed):
    """`count` shuffled (class, row), and those of them that are good and new."""
    ticks = span // timedelta(seconds=EVERY)
    devices = [f"device-{n:03d}" for n in range(max(48, count * 20 // (ticks * 19) + 1))]
    cells = iter(rng.sample(range(len(devices) * ticks), count))

    def fresh():
        tick, device = divmod(next(cells), len(devices))
        second = tick * EVERY + (device + number) % EVERY  # overlapping waves do not share an instant of a device by chance
        fraction = rng.choices([0, 250_000, 123_456, 7], [85, 8, 4, 3])[0]
        return reading(rng, devices[device], begin + timedelta(seconds=second, microseconds=fraction))

    def each(classes):
        return [(name, change) for name, (change, share) in classes.items() for _ in range(int(count * share))]

    rows = [(name, change(rng, fresh())) for name, change in each(WRONG)]
    rows += repeated_in_next_wave(rng, count, earlier, begin + span - DELAY)
    rows += late(rng, count, devices, earlier, closed) if closed else []
    twins, seldom = each(TWINS), each(GOOD)
    good = seldom + [("plain", plain)] * (count - len(rows) - len(twins) - len(seldom))
    good = [(name, change(rng, fresh())) for name, change in good]
    rows += good + [(name, change(rng, rng.choice(good)[1])) for name, change in twins]
    rng.shuffle(rows)
    return rows, [row for _, row in good]

def in_waves(rng, count, waves):
    begin, earlier = START, []
    for n in range(waves):
        closed = max(row["at"] for row in earlier) - DELAY - WINDOW if earlier else None
        rows, new = wave(rng, n, begin, SPAN, count * (n + 1) // waves - count * n // waves, earlier, closed)
        yield rows
        earlier += new
        begin += timedelta(minutes=STEPS[n % len(STEPS)])

def in_no_order(rng, count, files):
    rows, _ = wave(rng, 0, START, timedelta(hours=6), count, [], START)
    return [rows[count * n // files:count * (n + 1) // files] for n in range(files)]

def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--rows", type=int, default=60_000)
    args.add_argument("--waves", type=int, default=6, help="files; at most 3 with --unordered")
    args.add_argument("--seed", type=int, default=7)
    args.add_argument("--out", type=Path, default=Path(__file__).parent / "data", help="readings-*.csv in it are replaced")
    args.add_argument("--unordered", action="store_true")
    args = args.parse_args()
    rng = random.Random(args.seed)
    waves = in_no_order(rng, args.rows, min(args.waves, 3)) if args.unordered else in_waves(rng, args.rows, args.waves)
    args.out.mkdir(parents=True, exist_ok=True)
    for old in args.out.glob("readings-*.csv"):
        old.unlink()
    classes = Counter()
    for number, rows in enumerate(waves, 1):
        classes.update(name for name, _ in rows)
        with open(args.out / f"readings-{number}.csv", "w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
            out.writeheader()
            out.writerows(row for _, row in rows)
    print(json.dumps({"rows": classes.total(), "classes": classes}, sort_keys=True))

if __name__ == "__main__":
    main()
