import { daysOf, isDay, MICROS_A_DAY } from "./calendar.js";
import { trimmed } from "./text.js";
import { microsOfLocal, zoneOf } from "./zone.js";

/**
 * How Spark reads a date from a text: `2026-03-01`, `2026-3-1`, `2026-03`, `2026`, and what follows a whole day and a space or T. A year
 * of more than four digits, of which Spark reads some, is none here.
 */
export function parseDate(text: string): bigint | null {
  const match = /^([+-]?)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?$/s.exec(trimmed(text));
  if (match === null) return null;
  const [, sign, year, month = "1", day = "1"] = match;
  const found = { year: Number(year) * (sign === "-" ? -1 : 1), month: Number(month), day: Number(day) };
  return isDay(found) ? daysOf(found) : null;
}

const TIMESTAMP =
  /^([+-]?)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T](\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?(\D.*)?)?)?)?)?)?$/s;

/**
 * How Spark reads a timestamp from a text. A time of day alone it takes for one of today, which no row says: here it is null.
 * https://spark.apache.org/docs/latest/sql-ref-datetime-pattern.html
 */
export function parseTimestamp(text: string): bigint | null {
  const match = TIMESTAMP.exec(trimmed(text));
  if (match === null) return null;
  const [, sign, year, month = "1", day = "1", hour = "0", minute = "0", second = "0", fraction = "", zoneName] = match;
  const found = { year: Number(year) * (sign === "-" ? -1 : 1), month: Number(month), day: Number(day) };
  if (!isDay(found) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const zone = zoneName === undefined ? { offset: 0 } : zoneOf(zoneName.trim());
  if (zone === undefined) return null;
  const clock = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const local = daysOf(found) * MICROS_A_DAY + BigInt(clock) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, "0"));
  return microsOfLocal(local, zone);
}
