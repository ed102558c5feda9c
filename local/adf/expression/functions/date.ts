import { formatInstant } from "../dates/format-instant.js";
import { fieldsOf, type Instant, instantOf, plusMonths, plusTicks, ticksOf, ticksOfDay } from "../dates/instant.js";
import { readInstant } from "../dates/read-instant.js";
import { startOf } from "../dates/start-of.js";
import { fromUtc, toUtc, zoneOf } from "../dates/zones.js";
import { Problem } from "../problem.js";
import { type Call, type FunctionRule, int32At, integerAt, optionalStringAt, stringAt } from "./call.js";

/** https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#date-functions */
export const dateFunctions: Readonly<Record<string, FunctionRule>> = {
  addDays: adding(ticksOf.day),
  addHours: adding(ticksOf.hour),
  addMinutes: adding(ticksOf.minute),
  addSeconds: adding(ticksOf.second),
  addToTime: {
    takes: [3, 4],
    call: (call) => formatted(call, plus(timeAt(call, 0), int32At(call, 1), unitAt(call, 2)), 3),
  },
  convertFromUtc: { takes: [2, 3], call: convertFromUtc },
  convertTimeZone: { takes: [3, 4], call: convertTimeZone },
  convertToUtc: { takes: [2, 3], call: convertToUtc },
  dayOfMonth: { takes: [1, 1], call: (call) => BigInt(fieldsOf(timeAt(call, 0)).day) },
  dayOfWeek: { takes: [1, 1], call: (call) => BigInt(fieldsOf(timeAt(call, 0)).weekday) },
  dayOfYear: { takes: [1, 1], call: dayOfYear },
  formatDateTime: { takes: [1, 3], call: formatDateTime },
  getFutureTime: {
    takes: [2, 3],
    call: (call) => formatted(call, plus(now(call), int32At(call, 0), unitAt(call, 1)), 2),
  },
  getPastTime: {
    takes: [2, 3],
    call: (call) => formatted(call, plus(now(call), minus(int32At(call, 0)), unitAt(call, 1)), 2),
  },
  startOfDay: starting("day"),
  startOfHour: starting("hour"),
  startOfMonth: starting("month"),
  subtractFromTime: {
    takes: [3, 4],
    call: (call) => formatted(call, plus(timeAt(call, 0), minus(int32At(call, 1)), unitAt(call, 2)), 3),
  },
  ticks: { takes: [1, 1], call: (call) => timeAt(call, 0).ticks },
  utcNow: { takes: [0, 1], call: (call) => formatted(call, now(call), 0) },
};

const timeAt = (call: Call, index: number): Instant => readInstant(stringAt(call, index));

const formatted = (call: Call, instant: Instant, index: number): string =>
  formatInstant(instant, optionalStringAt(call, index) ?? "o");

function now({ name, context: { clock } }: Call): Instant {
  if (clock === undefined) throw new Problem(`'${name}' has no value here`);
  return instantOf(clock.utcNow());
}

function adding(unit: bigint): FunctionRule {
  return {
    takes: [2, 3],
    call: (call) => formatted(call, plusTicks(timeAt(call, 0), integerAt(call, 1) * unit), 2),
  };
}

function starting(unit: "hour" | "day" | "month"): FunctionRule {
  return { takes: [1, 2], call: (call) => formatted(call, startOf(unit, timeAt(call, 0)), 1) };
}

type Unit = "year" | "month" | "week" | "day" | "hour" | "minute" | "second";

const units: readonly Unit[] = ["year", "month", "week", "day", "hour", "minute", "second"];

function unitAt(call: Call, index: number): Unit {
  const written = stringAt(call, index);
  const unit = units.find((one) => one === written.trim().toLowerCase());
  if (unit === undefined) throw new Problem(`'${written}' is none of the units ${units.join(", ")}`);
  return unit;
}

/** In 32 bits, where the least number has no opposite. */
const minus = (count: number): number => -count | 0;

function plus(instant: Instant, count: number, unit: Unit): Instant {
  if (unit === "year") return plusMonths(instant, count * 12);
  if (unit === "month") return plusMonths(instant, count);
  return plusTicks(instant, BigInt(count) * (unit === "week" ? 7n * ticksOf.day : ticksOf[unit]));
}

function dayOfYear(call: Call): bigint {
  const instant = timeAt(call, 0);
  const start = ticksOfDay(fieldsOf(instant).year, 1, 1) ?? 0n;
  return (instant.ticks - start) / ticksOf.day + 1n;
}

function formatDateTime(call: Call): string {
  const locale = optionalStringAt(call, 2) ?? "en-US";
  if (locale !== "en-US") throw new Problem(`'formatDateTime' knows the locale en-US here, not '${locale}'`);
  return formatted(call, timeAt(call, 0), 1);
}

function convertFromUtc(call: Call): string {
  const utc = timeAt(call, 0);
  if (utc.kind !== "utc") throw new Problem(`'convertFromUtc' takes a time that ends in Z, not '${stringAt(call, 0)}'`);
  return formatted(call, fromUtc(utc, zoneOf(stringAt(call, 1))), 2);
}

/** The source zone counts only for a time without `Z` and offset. */
function convertTimeZone(call: Call): string {
  const [time, from, to] = [timeAt(call, 0), zoneOf(stringAt(call, 1)), zoneOf(stringAt(call, 2))];
  return formatted(call, fromUtc(time.kind === "unspecified" ? toUtc(time, from) : time, to), 3);
}

function convertToUtc(call: Call): string {
  const [time, zone] = [timeAt(call, 0), zoneOf(stringAt(call, 1))];
  const isOfZone = time.kind === "unspecified" || (time.kind === "utc" && zone.isUtc);
  if (!isOfZone) {
    throw new Problem(`'convertToUtc' takes a time of '${zone.name}', without Z or offset, not '${stringAt(call, 0)}'`);
  }
  return formatted(call, toUtc(time, zone), 2);
}
