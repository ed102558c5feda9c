"""What the tables of pipelines/telemetry must hold after its waves, calculated in plain Python from the CSV files.

    python3 expected.py <folder with readings-1.csv, readings-2.csv, …> > expected.json

It follows the meaning of the YAML, and nothing of the compiler or of what it emits. One file is one wave: sent, then drained
by a run of every query. How Spark 3.5.5 reads texts was measured; a text of a form that was not measured stops the program.

Output: {tables: {name: [rows]}, waves: [counts], totals: counts, depends_on_cuts: rows}
  - `depends_on_cuts` is 0 where the outcome is the same however a wave is cut into batches. Otherwise only the parsing, the
    quarantine and the sums can be relied on: good = late + duplicates + written.
  - Timestamps are ISO texts in UTC with microseconds; NaN and the infinities are texts.
  - In the quarantine the body of an ordinary row is the JSON of its columns as written by `event` below; a comparison reads
    bodies as JSON where they are objects.
"""
import csv
import json
import math
import re
import sys
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from pathlib import Path

SECOND = 1_000_000  # instants and durations are whole microseconds
DELAY, WINDOW = 600 * SECOND, 300 * SECOND
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# The arrival is not in the files. Readings are of 2026 and arrive after that; those "ahead" are of 2099.
AHEAD_FROM = (datetime(2090, 1, 1, tzinfo=timezone.utc) - EPOCH) // timedelta(microseconds=1)
BLANK = "".join(map(chr, range(33)))  # what Java's trim takes away


# --- texts, as Spark reads them -----------------------------------------------------------------------------------------
def double(text):
    """try_cast(text as double): Java's parseDouble, and the special names in any case."""
    if text is None:
        return None
    text = text.strip(BLANK)
    if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?", text, re.ASCII):
        return float(text.rstrip("dDfF"))  # beyond the largest double: Infinity
    if re.fullmatch(r"[+-]?inf(inity)?|nan", text.lower()) or text in ("+NaN", "-NaN"):
        return float(text)
    if re.match(r"[+-]?0[xX].*[pP]", text):
        raise ValueError(f"hexadecimal floats are not calculated here: {text!r}")
    return None


TIMESTAMP = re.compile(r"""
    (\d{4}) (?: -(\d\d?) (?: -(\d\d?) (?: [ T](\d\d?) (?: :(\d\d?)
        (?: :(\d\d?) (?: \.(\d*) )? ( [ ]?(?: Z | [+-](?: \d\d?(?: :\d\d? )? | \d{4} ) ) )? )? )? )? )? )?""", re.ASCII | re.VERBOSE)


def timestamp(text):
    """try_to_timestamp(text), the session's time zone being UTC. A zone needs seconds before it; beyond microseconds is cut."""
    if text is None:
        return None
    text = text.strip(BLANK)
    found = TIMESTAMP.fullmatch(text)
    if not found:
        if re.match(r"T?\d?\d:|[+-]\d{4}|\d{5,6}(-|$)|\d{4}-.*(\d[. ]*[A-Z][A-Za-z/]+|[+-]\d?\d:?\d?\d:?\d?\d$)", text):
            raise ValueError(f"times of today, other years and other zones are not calculated here: {text!r}")
        return None
    *date, fraction, zone = found.groups()
    parts = [int(part or least) for part, least in zip(date, (1, 1, 1, 0, 0, 0))]
    try:
        at = (datetime(*parts, tzinfo=timezone.utc) - EPOCH) // timedelta(microseconds=1)
    except ValueError:
        return None
    at += int(((fraction or "") + "000000")[:6])
    zone = (zone or "Z").strip()
    if zone == "Z":
        return at
    hours, minutes = (zone[1:].split(":") if ":" in zone else (zone[1:3], zone[3:] or 0))
    hours, minutes = int(hours), int(minutes)
    if hours * 60 + minutes > 18 * 60 or minutes > 59:
        return None
    return at - (-1 if zone[0] == "-" else 1) * (hours * 60 + minutes) * 60 * SECOND


def parsed(body):
    """The body's object, or None for what does not parse or is no object. Numbers stay texts."""
    try:
        value = json.loads(body, parse_int=str, parse_float=str)
    except ValueError:
        if re.match(r"\s*\{\s*'", body) or re.match(r"\s*\{", body) and starts_with_object(body):
            raise ValueError(f"Spark reads single quotes and text after an object leniently; not calculated here: {body!r}")
        return None
    return value if isinstance(value, dict) else None


def starts_with_object(body):
    try:
        json.JSONDecoder().raw_decode(body.strip())
        return True
    except ValueError:
        return False


def text_of(value):
    if value is None or isinstance(value, str):
        return value
    raise ValueError(f"only texts, numbers and null are calculated here: {value!r}")


# --- waves ------------------------------------------------------------------------------------------------------------------
def event(cells):
    """The body the producer sends for a CSV row; an empty cell is null."""
    if cells["_body"]:
        return cells["_body"]
    cells = {name: text or None for name, text in cells.items()}
    inner = {name: cells[name] for name in ("temperature", "humidity")}
    return json.dumps({"device_id": cells["device_id"], "recorded_at": cells["recorded_at"], "reading": inner},
                      ensure_ascii=False, separators=(",", ":"))


def waves_in(folder):
    """Bodies in the order of the rows: rows of one device keep it, because they go to one partition."""
    files = sorted(Path(folder).glob("readings-*.csv"), key=lambda file: int(file.stem.split("-")[1]))
    for file in files:
        with open(file, encoding="utf-8", newline="") as lines:
            yield [event(cells) for cells in csv.DictReader(lines)]


def silver_row(value):
    """The columns of silver.readings; a missing field, or a `reading` that is null, gives null."""
    inner = value.get("reading")
    if inner is not None and not isinstance(inner, dict):
        raise ValueError(f"a reading that is no object is not calculated here: {value!r}")
    inner = inner or {}
    return {
        "device_id": text_of(value.get("device_id")),
        "temperature": double(text_of(inner.get("temperature"))),
        "humidity": double(text_of(inner.get("humidity"))),
        "event_time": timestamp(text_of(value.get("recorded_at"))),
    }


def violations(row):
    """Names of all expectations a row fails, sorted. Null fails what is asked of it; an unknown time is not ahead of anything."""
    temperature, at = row["temperature"], row["event_time"]
    holds = {
        "has_device": row["device_id"] is not None,
        "has_event_time": at is not None,
        "not_ahead": at is None or at < AHEAD_FROM,
        "plausible_temperature": temperature is not None and -60 <= temperature <= 150,  # NaN and the infinities are outside
    }
    return [name for name, held in sorted(holds.items()) if not held]


def calculate(waves):
    silver, late, quarantine, counts = [], [], [], []
    keys, newest, depends = set(), None, 0
    for bodies in waves:
        count = Counter(read=len(bodies), unparsable=0, quarantined=0, late=0, duplicates=0, written=0)
        watermark = None if newest is None else newest - DELAY  # of the waves before this one
        on_time = []
        for body in bodies:
            value = parsed(body)
            if value is None:
                count["unparsable"] += 1
                quarantine.append({"body": body, "violations": ["unparsable"]})
                continue
            row = silver_row(value)
            violated = violations(row)
            if violated:
                count["quarantined"] += 1
                quarantine.append({"body": body, "violations": violated})
                continue
            at = row["event_time"]
            newest = at if newest is None else max(newest, at)  # every good row counts, repeated ones too
            if watermark is not None and at <= watermark:
                count["late"] += 1
                late.append(row)
                continue
            on_time.append(at)
            if (row["device_id"], at) in keys:
                count["duplicates"] += 1
            else:
                keys.add((row["device_id"], at))
                count["written"] += 1
                silver.append(row)
        depends += sum(at <= newest - DELAY for at in on_time)  # late, had the batch been cut before it
        assert count["read"] == sum(count.values()) - count["read"], count
        counts.append(dict(count))
    gold, totals = windows(silver, newest)
    totals = {name: sum(count[name] for count in counts) for name in counts[0]} | totals
    assert totals["written"] == len(silver) == totals["in_emitted_windows"] + totals["in_open_windows"], totals
    tables = {"silver.readings": silver, "silver.readings.quarantine": quarantine, "silver.readings.late": late,
              "gold.readings_5_minutes": gold}
    return {"tables": tables, "waves": counts, "totals": totals, "depends_on_cuts": depends}


def windows(silver, newest):
    """Averages of the windows that end at or before the last watermark, which Spark keeps in whole milliseconds."""
    watermark = None if newest is None else newest // 1000 * 1000 - DELAY
    groups = defaultdict(list)
    for row in silver:
        groups[row["event_time"] // WINDOW * WINDOW, row["device_id"]].append(row["temperature"])
    emitted = [(start, device, values) for (start, device), values in sorted(groups.items()) if start + WINDOW <= watermark]
    gold = [{"window_start": start, "window_end": start + WINDOW, "device_id": device,
             "average_temperature": math.fsum(values) / len(values), "highest_temperature": max(values), "readings": len(values)}
            for start, device, values in emitted]
    inside = sum(row["readings"] for row in gold)
    return gold, {"in_emitted_windows": inside, "in_open_windows": len(silver) - inside}


# --- output -----------------------------------------------------------------------------------------------------------------
def written(name, value):
    if name in ("event_time", "window_start", "window_end"):
        return f"{EPOCH + timedelta(microseconds=value):%Y-%m-%dT%H:%M:%S.%fZ}"
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    result = calculate(waves_in(sys.argv[1]))
    for name, rows in result["tables"].items():
        result["tables"][name] = [{column: written(column, value) for column, value in row.items()} for row in rows]
    json.dump(result, sys.stdout, ensure_ascii=False, allow_nan=False)
    print()


if __name__ == "__main__":
    main()
