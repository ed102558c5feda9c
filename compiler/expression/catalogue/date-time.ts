import { literalOf } from "../infer/given-call.js";
import { BEGUN_BY_A_YEAR } from "../print/text-guard.js";
import type { CallNode } from "../typed-node.js";
import { allOf, isNoClockWord, isNoTimeOfDay, isOneOf, isTimeZone } from "./checks/literals.js";
import { isReadTimePattern, isTimePattern, longYearBy } from "./checks/time-pattern.js";
import { isLiteral } from "./is-literal.js";
import type { FunctionRow, GivenCall } from "./row.js";

/** A part of a date or a time. */
const part = (
  name: string,
  of: "date | timestamp" | "timestamp",
  range: readonly [number, number],
  description: string,
  aliases: readonly string[] = [],
  transact?: string,
): FunctionRow => ({
  name,
  aliases,
  signature: `(time: ${of}): int`,
  range,
  spelling: { spark: "same", ...(transact && { transact: { text: transact } }) },
  description,
  samples: [`${name}(at)`],
});

const DAYS = [
  "su",
  "sun",
  "sunday",
  "mo",
  "mon",
  "monday",
  "tu",
  "tue",
  "tuesday",
  "we",
  "wed",
  "wednesday",
  "th",
  "thu",
  "thursday",
  "fr",
  "fri",
  "friday",
  "sa",
  "sat",
  "saturday",
];
const DATE_UNITS = ["year", "yyyy", "yy", "quarter", "month", "mon", "mm", "week"];
const TIME_UNITS = [...DATE_UNITS, "day", "dd", "hour", "minute", "second", "millisecond", "microsecond"];

/**
 * What is computed of a number stays within 10,000 years of where it starts: Spark's int of days goes round beyond its end, and a day
 * or a time far out fails later, where the one becomes the other or two are subtracted.
 */
const TEN_THOUSAND_YEARS = { months: 120_000, days: 3_652_425, seconds: 315_569_520_000 } as const;

const within = (name: string, unit: keyof typeof TEN_THOUSAND_YEARS, thousands: 0 | 1 | 2 = 0): string => {
  const most = `${TEN_THOUSAND_YEARS[unit]}${"000".repeat(thousands)}${unit === "seconds" ? "L" : ""}`;
  return `case when ${name} between -${most} and ${most} then ${name} end`;
};

const isWithinYears = (argument: number, unit: "months" | "days"): NonNullable<FunctionRow["check"]> => {
  const most = TEN_THOUSAND_YEARS[unit];
  return ({ literals }) =>
    Math.abs(Number(literals[argument] ?? 0)) > most ? { argument, problem: "leads out of the calendar." } : undefined;
};

/** The time of a text by the pattern that is written out, of no year with more than four digits. */
function readBy({ arguments: [, pattern] }: CallNode): string {
  const found = longYearBy(String(pattern && literalOf(pattern)));
  const text = found === undefined ? "text" : `regexp_replace(text, '${found.replaceAll("\\", "\\\\")}', '?')`;
  return `try_to_timestamp(${text}, pattern)`;
}

/** Null if an argument is, and where the number is not written out. */
const orComputed =
  (number: number) =>
  ({ nullables, literals }: GivenCall): boolean =>
    nullables.some(Boolean) || literals[number] === undefined;

export const dateTime: readonly FunctionRow[] = [
  part("year", "date | timestamp", [-300_000, 300_000], "The year.", [], "YEAR($1)"),
  part("quarter", "date | timestamp", [1, 4], "The quarter of the year, from 1 to 4."),
  part("month", "date | timestamp", [1, 12], "The month, from 1 to 12.", [], "MONTH($1)"),
  part("day", "date | timestamp", [1, 31], "The day of the month, from 1 to 31.", ["dayofmonth"], "DAY($1)"),
  part("dayofweek", "date | timestamp", [1, 7], "The day of the week, from 1 (Sunday) to 7."),
  part("weekday", "date | timestamp", [0, 6], "The day of the week, from 0 (Monday) to 6."),
  part("dayofyear", "date | timestamp", [1, 366], "The day of the year, from 1 to 366."),
  part("weekofyear", "date | timestamp", [1, 53], "The week of the year by ISO 8601, from 1 to 53."),
  part("hour", "timestamp", [0, 23], "The hour, from 0 to 23, in UTC."),
  part("minute", "timestamp", [0, 59], "The minute, from 0 to 59."),
  part("second", "timestamp", [0, 59], "The second, from 0 to 59."),
  {
    name: "to_date",
    signature: ["(text: string, pattern?: literal string): date", "(time: date | timestamp): date"],
    nullable: ({ types, nullables }) => types[0]?.kind === "string" || nullables[0] === true,
    check: allOf(isNoClockWord(0), isReadTimePattern(1)),
    spelling: {
      spark: (node) => {
        const [value, pattern] = node.arguments;
        return pattern !== undefined
          ? `cast(${readBy(node)} as date)`
          : value?.type.kind === "string"
            ? `try_cast(${BEGUN_BY_A_YEAR} as date)`
            : "cast(text as date)";
      },
    },
    description:
      "The day of a text, by a pattern (default: 2026-03-01 and what follows it), or of a timestamp; null for text that is none, and for a year that has not four digits (where Spark's own function may fail). A pattern to read by has no E, F, q or Q, which Spark only writes, and its year is yyyy or yy.",
    samples: ["to_date(text)", "to_date(text, 'dd.MM.yyyy')", "to_date(at)"],
  },
  {
    name: "try_to_timestamp",
    aliases: ["to_timestamp"],
    signature: "(text: string, pattern?: literal string): timestamp",
    nullable: "always",
    check: allOf(isNoClockWord(0), isNoTimeOfDay(0, 1), isReadTimePattern(1)),
    spelling: {
      spark: (node) => (node.arguments[1] === undefined ? `try_cast(${BEGUN_BY_A_YEAR} as timestamp)` : readBy(node)),
    },
    description:
      "The time of a text, by a pattern (default: ISO 8601, 2026-03-01T10:00:00Z); null for text that is none, and for a time of day alone (which Spark's own function takes for one of today). A year has four digits. Text without an offset is in UTC. A pattern to read by has no E, F, q or Q, which Spark only writes, and its year is yyyy or yy. `to_timestamp` means the same here, where Spark's own function may fail.",
    samples: [
      "try_to_timestamp(text)",
      "try_to_timestamp(text, 'yyyy-MM-dd HH:mm:ss')",
      "to_timestamp(text, 'yyyyMMdd')",
    ],
  },
  {
    name: "date_format",
    signature: "(time: timestamp, pattern: literal string): string",
    check: isTimePattern(1),
    spelling: { spark: "same" },
    description: "The time as text by a pattern, in UTC.",
    samples: ["date_format(at, 'yyyy-MM-dd HH:mm')", "date_format(day, 'yyyyMM')"],
  },
  {
    name: "date_trunc",
    signature: "(unit: literal string, time: timestamp): timestamp",
    nullable: "always",
    check: isOneOf(0, TIME_UNITS, "a unit of time"),
    spelling: { spark: "same" },
    description:
      "The start of the unit in which the time is: 'year', 'quarter', 'month', 'week' (Monday), 'day', 'hour', 'minute', 'second'.",
    samples: ["date_trunc('hour', at)", "date_trunc('MONTH', day)"],
  },
  {
    name: "trunc",
    signature: "(day: date, unit: literal string): date",
    nullable: "always",
    check: isOneOf(1, DATE_UNITS, "a unit of days"),
    spelling: { spark: "same" },
    description: "The first day of the unit in which the day is: 'year', 'quarter', 'month', 'week' (Monday).",
    samples: ["trunc(day, 'month')"],
  },
  {
    name: "date_add",
    signature: "(day: date, days: int): date",
    nullable: orComputed(1),
    check: isWithinYears(1, "days"),
    spelling: {
      spark: (node) => (isLiteral(node, 1) ? "same" : `date_add(day, ${within("days", "days")})`),
    },
    description: "The day so many days later; null beyond 10,000 years.",
    samples: ["date_add(day, 7)", "date_add(day, i)"],
  },
  {
    name: "date_sub",
    signature: "(day: date, days: int): date",
    nullable: orComputed(1),
    check: isWithinYears(1, "days"),
    spelling: {
      spark: (node) => (isLiteral(node, 1) ? "same" : `date_sub(day, ${within("days", "days")})`),
    },
    description: "The day so many days earlier; null beyond 10,000 years.",
    samples: ["date_sub(day, 7)"],
  },
  {
    name: "datediff",
    aliases: ["date_diff"],
    signature: "(later: date | timestamp, earlier: date | timestamp): int",
    spelling: {
      spark: ({ arguments: given }) =>
        given.some((argument) => argument.type.kind === "timestamp")
          ? "datediff(cast(later as date), cast(earlier as date))"
          : "same",
    },
    description: "The number of days from the second to the first.",
    samples: ["datediff(other_day, day)", "datediff(later, at)"],
  },
  {
    name: "add_months",
    signature: "(day: date, months: int): date",
    nullable: orComputed(1),
    check: isWithinYears(1, "months"),
    spelling: {
      spark: (node) => (isLiteral(node, 1) ? "same" : `add_months(day, ${within("months", "months")})`),
    },
    description: "The day so many months later, or the last of that month; null beyond 10,000 years.",
    samples: ["add_months(day, 1)", "add_months(day, i)"],
  },
  {
    name: "months_between",
    signature: "(later: timestamp, earlier: timestamp, rounded?: literal boolean): double",
    spelling: { spark: "same" },
    description:
      "The number of months from the second to the first, with a fraction of 31 days, rounded to 8 digits unless it is told otherwise.",
    samples: ["months_between(later, at)", "months_between(other_day, day, false)"],
  },
  {
    name: "last_day",
    signature: "(day: date): date",
    spelling: { spark: "same" },
    description: "The last day of the month.",
    samples: ["last_day(day)"],
  },
  {
    name: "next_day",
    signature: "(day: date, weekday: literal string): date",
    nullable: "always",
    check: isOneOf(1, DAYS, "a day of the week"),
    spelling: { spark: "same" },
    description: "The first such day of the week after the day.",
    samples: ["next_day(day, 'monday')"],
  },
  {
    name: "make_date",
    signature: "(year: int, month: int, day: int): date",
    nullable: "always",
    spelling: {
      spark:
        "try_cast(concat(lpad(cast(case when year between 1 and 9999 then year end as string), 4, '0'), '-', cast(month as string), '-', cast(day as string)) as date)",
    },
    description:
      "The day of a year, month and day; null where the calendar has none, or outside of the years 1 to 9999 (where Spark's own function may fail).",
    samples: ["make_date(i, j, 1)"],
  },
  {
    name: "unix_date",
    signature: "(day: date): int",
    spelling: { spark: "same" },
    description: "The number of days since 1970-01-01.",
    samples: ["unix_date(day)"],
  },
  {
    name: "date_from_unix_date",
    signature: "(days: int): date",
    nullable: orComputed(0),
    check: isWithinYears(0, "days"),
    spelling: {
      spark: (node) => (isLiteral(node, 0) ? "same" : `date_from_unix_date(${within("days", "days")})`),
    },
    description: "The day so many days after 1970-01-01; null beyond 10,000 years.",
    samples: ["date_from_unix_date(i)"],
  },
  {
    name: "unix_seconds",
    signature: "(time: timestamp): bigint",
    spelling: {
      spark: ({ arguments: [time] }) => (time?.type.kind === "date" ? "unix_seconds(cast(time as timestamp))" : "same"),
    },
    description: "Whole seconds since 1970-01-01 UTC.",
    samples: ["unix_seconds(at)"],
  },
  {
    name: "unix_millis",
    signature: "(time: timestamp): bigint",
    spelling: {
      spark: ({ arguments: [time] }) => (time?.type.kind === "date" ? "unix_millis(cast(time as timestamp))" : "same"),
    },
    description: "Whole milliseconds since 1970-01-01 UTC.",
    samples: ["unix_millis(at)"],
  },
  {
    name: "unix_micros",
    signature: "(time: timestamp): bigint",
    spelling: {
      spark: ({ arguments: [time] }) => (time?.type.kind === "date" ? "unix_micros(cast(time as timestamp))" : "same"),
    },
    description: "Microseconds since 1970-01-01 UTC.",
    samples: ["unix_micros(at)"],
  },
  {
    name: "unix_timestamp",
    aliases: ["to_unix_timestamp"],
    signature: "(time: timestamp): bigint",
    spelling: {
      spark: ({ arguments: [time] }) =>
        time?.type.kind === "date" ? "unix_seconds(cast(time as timestamp))" : "unix_seconds(time)",
    },
    description:
      "Whole seconds since 1970-01-01 UTC, as unix_seconds. A text becomes a timestamp with try_to_timestamp first.",
    samples: ["unix_timestamp(at)"],
  },
  {
    name: "timestamp_seconds",
    signature: "(seconds: bigint): timestamp",
    nullable: "always",
    spelling: { spark: `timestamp_micros(${within("seconds", "seconds")} * 1000000L)` },
    description:
      "The time so many seconds after 1970-01-01 UTC; null beyond 10,000 years (where Spark's own function may fail).",
    samples: ["timestamp_seconds(n)"],
  },
  {
    name: "timestamp_millis",
    signature: "(milliseconds: bigint): timestamp",
    nullable: "always",
    spelling: { spark: `timestamp_micros(${within("milliseconds", "seconds", 1)} * 1000L)` },
    description:
      "The time so many milliseconds after 1970-01-01 UTC; null beyond 10,000 years (where Spark's own function may fail).",
    samples: ["timestamp_millis(n)"],
  },
  {
    name: "timestamp_micros",
    signature: "(microseconds: bigint): timestamp",
    nullable: "always",
    spelling: { spark: `timestamp_micros(${within("microseconds", "seconds", 2)})` },
    description: "The time so many microseconds after 1970-01-01 UTC; null beyond 10,000 years.",
    samples: ["timestamp_micros(n)"],
  },
  {
    name: "from_unixtime",
    signature: "(seconds: bigint, pattern?: literal string): string",
    nullable: "always",
    check: isTimePattern(1),
    spelling: {
      spark: (node) =>
        `date_format(timestamp_micros(try_multiply(seconds, 1000000L)), ${node.arguments.length > 1 ? "pattern" : "'yyyy-MM-dd HH:mm:ss'"})`,
    },
    description:
      "The time so many seconds after 1970-01-01 UTC as text, by a pattern (default: yyyy-MM-dd HH:mm:ss); null where it does not fit.",
    samples: ["from_unixtime(n)", "from_unixtime(n, 'yyyy')"],
  },
  {
    name: "from_utc_timestamp",
    signature: "(time: timestamp, zone: literal string): timestamp",
    check: isTimeZone(1),
    spelling: { spark: "same" },
    description:
      "The clock of a time zone at the time, written as if it were UTC. For showing to people; event times stay in UTC.",
    samples: ["from_utc_timestamp(at, 'Europe/Warsaw')"],
  },
  {
    name: "to_utc_timestamp",
    signature: "(time: timestamp, zone: literal string): timestamp",
    check: isTimeZone(1),
    spelling: { spark: "same" },
    description: "The time at which the clock of a time zone shows this: for sources that write local time.",
    samples: ["to_utc_timestamp(at, 'Europe/Warsaw')"],
  },
];
