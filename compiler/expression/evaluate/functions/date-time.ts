import { literalOf } from "../../infer/given-call.js";
import type { CallNode } from "../../typed-node.js";
import {
  dayOf,
  dayOfMicros,
  daysOf,
  floorDiv,
  floorMod,
  isDay,
  lengthOfMonth,
  MICROS_A_DAY,
  microsOfDay,
} from "../calendar.js";
import { cast } from "../cast.js";
import { type Evaluator, type Evaluators, strict } from "../evaluator.js";
import { timeFormatter } from "../format-time.js";
import { parsingRefused, timeParser } from "../parse-by-pattern.js";
import { booleanIn, textIn, type Value, wholeIn } from "../value.js";
import { microsOfLocal, offsetAt, type Zone, zoneOf } from "../zone.js";

const literalText = ({ arguments: given }: CallNode, position: number): string | undefined => {
  const argument = given[position];
  const value = argument && literalOf(argument);
  return typeof value === "string" ? value : undefined;
};

/** Of the day of a date or a time. */
const ofDay = (compute: (days: bigint) => bigint): Evaluator =>
  strict(([time], { types: [type] }) => {
    const value = wholeIn(time);
    return compute(type?.kind === "timestamp" ? dayOfMicros(value) : value);
  });

const ofMicros = (compute: (micros: bigint) => bigint): Evaluator => strict(([time]) => compute(wholeIn(time)));

const clockPart = (size: bigint, most: bigint): Evaluator => ofMicros((micros) => (microsOfDay(micros) / size) % most);

const SECOND = 1_000_000n;

/** The Monday of the first week by ISO 8601: the week with January the 4th. */
const firstMonday = (year: number): bigint => monday(daysOf({ year, month: 1, day: 4 }));

const monday = (days: bigint): bigint => days - floorMod(days + 3n, 7n);

function weekOf(days: bigint): bigint {
  const { year } = dayOf(days);
  const start = [year + 1, year, year - 1].map(firstMonday).find((first) => first <= days) ?? days;
  return (days - start) / 7n + 1n;
}

const ofLong = (value: bigint): bigint | null => (BigInt.asIntN(64, value) === value ? value : null);

const shortUnit = (unit: string): string =>
  ({ yyyy: "year", yy: "year", mon: "month", mm: "month", dd: "day" })[unit.toLowerCase()] ?? unit.toLowerCase();

/** The first day of the unit in which the day is. */
function truncated(days: bigint, unit: string): bigint {
  const { year, month } = dayOf(days);
  switch (unit) {
    case "year":
      return daysOf({ year, month: 1, day: 1 });
    case "quarter":
      return daysOf({ year, month: month - ((month - 1) % 3), day: 1 });
    case "month":
      return daysOf({ year, month, day: 1 });
    case "week":
      return monday(days);
    default:
      return days;
  }
}

const CLOCK_UNITS: Readonly<Record<string, bigint | undefined>> = {
  hour: 3600n * SECOND,
  minute: 60n * SECOND,
  second: SECOND,
  millisecond: 1000n,
  microsecond: 1n,
};

function monthsLater(days: bigint, months: bigint): bigint {
  const { year, month, day } = dayOf(days);
  const count = BigInt(year) * 12n + BigInt(month - 1) + months;
  const [newYear, newMonth] = [Number(floorDiv(count, 12n)), Number(floorMod(count, 12n)) + 1];
  return daysOf({ year: newYear, month: newMonth, day: Math.min(day, lengthOfMonth(newYear, newMonth)) });
}

/** Days of one number, and last days, are whole months apart; else a month has 31 days. */
function monthsBetween(later: bigint, earlier: bigint, rounds: boolean): number {
  const [a, b] = [dayOf(dayOfMicros(later)), dayOf(dayOfMicros(earlier))];
  const months = (a.year - b.year) * 12 + a.month - b.month;
  const isLast = ({ year, month, day }: typeof a): boolean => day === lengthOfMonth(year, month);
  if (a.day === b.day || (isLast(a) && isLast(b))) return months;
  const seconds =
    (a.day - b.day) * 86_400 + Number(microsOfDay(later) / SECOND) - Number(microsOfDay(earlier) / SECOND);
  const difference = months + seconds / (31 * 86_400);
  return rounds ? Math.round(difference * 1e8) / 1e8 : difference;
}

function parsed(value: Value, call: CallNode): Value {
  const pattern = literalText(call, 1);
  return pattern === undefined
    ? cast(value, { kind: "string" }, { kind: "timestamp" })
    : timeParser(pattern)(textIn(value));
}

const readsPattern = (call: CallNode): string | undefined => {
  const pattern = literalText(call, 1);
  return pattern === undefined ? undefined : parsingRefused(pattern);
};

const zoned = (compute: (micros: bigint, zone: Zone) => bigint): Evaluator =>
  strict(([time, name]) => {
    const zone = zoneOf(textIn(name));
    return zone === undefined ? null : compute(wholeIn(time), zone);
  });

const formatted = (micros: bigint | null, pattern: string): string | null =>
  micros === null ? null : timeFormatter(pattern)(micros);

const TEN_THOUSAND_YEARS = 3_652_425n;

const daysLater = (day: bigint, days: bigint): bigint | null =>
  days < -TEN_THOUSAND_YEARS || days > TEN_THOUSAND_YEARS ? null : day + days;

/** The microseconds of so many longer units. */
const microsIn = (unit: bigint): Evaluator =>
  strict(([value]) => {
    const micros = wholeIn(value) * unit;
    const most = TEN_THOUSAND_YEARS * MICROS_A_DAY;
    return micros < -most || micros > most ? null : micros;
  });

export const dateTime: Evaluators = {
  year: ofDay((days) => BigInt(dayOf(days).year)),
  quarter: ofDay((days) => BigInt(Math.ceil(dayOf(days).month / 3))),
  month: ofDay((days) => BigInt(dayOf(days).month)),
  day: ofDay((days) => BigInt(dayOf(days).day)),
  dayofweek: ofDay((days) => floorMod(days + 4n, 7n) + 1n),
  weekday: ofDay((days) => floorMod(days + 3n, 7n)),
  dayofyear: ofDay((days) => days - truncated(days, "year") + 1n),
  weekofyear: ofDay(weekOf),
  hour: clockPart(3600n * SECOND, 24n),
  minute: clockPart(60n * SECOND, 60n),
  second: clockPart(SECOND, 60n),
  to_date: {
    ...strict(([value = null], { call, types: [type] }) => {
      if (type?.kind === "date") return value;
      if (type?.kind === "timestamp") return dayOfMicros(wholeIn(value));
      if (literalText(call, 1) === undefined) return cast(value, { kind: "string" }, { kind: "date" });
      const micros = parsed(value, call);
      return micros === null ? null : dayOfMicros(wholeIn(micros));
    }),
    unless: readsPattern,
  },
  try_to_timestamp: { ...strict(([value = null], { call }) => parsed(value, call)), unless: readsPattern },
  date_format: strict(([time, pattern]) => formatted(wholeIn(time), textIn(pattern))),
  date_trunc: strict(([unit, time]) => {
    const [wanted, micros] = [shortUnit(textIn(unit)), wholeIn(time)];
    const size = CLOCK_UNITS[wanted];
    return size === undefined ? truncated(dayOfMicros(micros), wanted) * MICROS_A_DAY : floorDiv(micros, size) * size;
  }),
  trunc: strict(([day, unit]) => truncated(wholeIn(day), shortUnit(textIn(unit)))),
  date_add: strict(([day, days]) => daysLater(wholeIn(day), wholeIn(days))),
  date_sub: strict(([day, days]) => daysLater(wholeIn(day), -wholeIn(days))),
  datediff: strict((times, { types }) => {
    const [later = 0n, earlier = 0n] = times.map((time, i) =>
      types[i]?.kind === "timestamp" ? dayOfMicros(wholeIn(time)) : wholeIn(time),
    );
    return later - earlier;
  }),
  add_months: strict(([day, months]) => {
    const count = wholeIn(months);
    return count < -120_000n || count > 120_000n ? null : monthsLater(wholeIn(day), count);
  }),
  months_between: strict(([later, earlier, rounds]) =>
    monthsBetween(wholeIn(later), wholeIn(earlier), rounds === undefined || booleanIn(rounds)),
  ),
  last_day: ofDay((days) => {
    const { year, month } = dayOf(days);
    return daysOf({ year, month, day: lengthOfMonth(year, month) });
  }),
  next_day: strict(([day, name]) => {
    const wanted = BigInt(["mo", "tu", "we", "th", "fr", "sa", "su"].indexOf(textIn(name).toLowerCase().slice(0, 2)));
    const next = wholeIn(day) + 1n;
    return next + floorMod(wanted - floorMod(next + 3n, 7n), 7n);
  }),
  make_date: strict((parts) => {
    const [year = 0, month = 0, day = 0] = parts.map((value) => Number(wholeIn(value)));
    return year >= 1 && year <= 9999 && isDay({ year, month, day }) ? daysOf({ year, month, day }) : null;
  }),
  unix_date: strict(([day = null]) => day),
  date_from_unix_date: strict(([days]) => daysLater(0n, wholeIn(days))),
  unix_seconds: ofMicros((micros) => floorDiv(micros, SECOND)),
  unix_millis: ofMicros((micros) => floorDiv(micros, 1000n)),
  unix_micros: ofMicros((micros) => micros),
  unix_timestamp: ofMicros((micros) => floorDiv(micros, SECOND)),
  timestamp_seconds: microsIn(SECOND),
  timestamp_millis: microsIn(1000n),
  timestamp_micros: microsIn(1n),
  from_unixtime: strict(([seconds, pattern]) =>
    formatted(ofLong(wholeIn(seconds) * SECOND), pattern === undefined ? "yyyy-MM-dd HH:mm:ss" : textIn(pattern)),
  ),
  from_utc_timestamp: zoned((micros, zone) => micros + offsetAt(micros, zone)),
  to_utc_timestamp: zoned(microsOfLocal),
};
