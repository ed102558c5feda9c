"""Rows of a table as JSON: times as ISO 8601 (in UTC, so with a Z), decimals as text, bytes in base64."""

import base64
import datetime
import decimal
import math
import time


def readable(table):
    return [value(row.asDict(recursive=False)) for row in table.collect()]


def value(it):
    if hasattr(it, "asDict"):
        it = it.asDict(recursive=False)
    if isinstance(it, dict):
        return {str(name): value(inner) for name, inner in it.items()}
    if isinstance(it, (list, tuple)):
        return [value(inner) for inner in it]
    if isinstance(it, datetime.datetime):
        return in_utc(it).isoformat(timespec="microseconds" if it.microsecond else "seconds") + "Z"
    if isinstance(it, (datetime.date, decimal.Decimal)):
        return str(it)
    if isinstance(it, (bytes, bytearray)):
        return base64.b64encode(it).decode("ascii")
    if isinstance(it, float) and not math.isfinite(it):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(it)]  # as Spark and JSON readers spell them
    if isinstance(it, int) and not isinstance(it, bool) and abs(it) > 2**53:
        return str(it)  # more digits than a JavaScript number holds
    return it


def in_utc(it):
    """PySpark gives a time as the clock of this process shows it, and says by `fold` which of an hour that is there twice."""
    if time.timezone == 0 and not time.daylight:
        return it  # also on the first and the last of all days, which no conversion takes
    return it.astimezone(datetime.timezone.utc).replace(tzinfo=None)
