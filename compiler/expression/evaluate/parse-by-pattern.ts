import { dayOf, daysOf, floorMod, isDay, isLeapYear, MICROS_A_DAY } from "./calendar.js";
import { ERAS, MONTHS, type PatternPart, partsOf, SHORT_ERAS } from "./time-pattern.js";
import { microsOfLocal, type Zone, zoneOf } from "./zone.js";

/** Why texts cannot be read by a pattern here, if they cannot. */
export function parsingRefused(pattern: string): string | undefined {
  const letter = partsOf(pattern).find((part) => part.kind === "field" && /^[EFQqzOV]$/.test(part.letter));
  return letter?.kind === "field" ? `reads '${letter.letter}'` : undefined;
}

/** How Spark reads a time by a pattern: strictly, any case, what is not told is 1970-01-01 00:00:00. Null for other text. */
export function timeParser(pattern: string): (text: string) => bigint | null {
  const steps = stepsOf(partsOf(pattern));
  return (text) => {
    const reading: Reading = { text, at: 0, fields: new Map(), zone: { offset: 0 } };
    for (const step of steps) if (!step(reading)) return null;
    return reading.at === text.length ? resolved(reading) : null;
  };
}

interface Reading {
  readonly text: string;
  at: number;
  readonly fields: Map<string, number>;
  zone: Zone;
}

/** Reads on, or says that it cannot. */
type Step = (reading: Reading) => boolean;

/** A number: how wide it is, and how many digits of fixed width follow at once. */
interface NumberStep {
  readonly field: string;
  readonly least: number;
  readonly most: number;
  readonly sign: "normal" | "exceeds" | "never";
  readonly following: number;
  /** What is added to a year of two digits. */
  readonly base: number;
}

function stepsOf(parts: readonly PatternPart[]): readonly Step[] {
  const steps: (Step | NumberStep)[] = [];
  let open: number | undefined;
  for (const part of parts) {
    const step = part.kind === "text" ? textStep(part.text) : fieldStep(part.letter, part.count);
    steps.push(step);
    if (typeof step === "function") {
      open = undefined;
      continue;
    }
    const before = open === undefined ? undefined : steps[open];
    const isFixed = step.least === step.most && step.sign === "never";
    if (open !== undefined && before !== undefined && typeof before !== "function" && isFixed)
      steps[open] = { ...before, following: before.following + step.most };
    else open = steps.length - 1;
  }
  return steps.map((step) => (typeof step === "function" ? step : numberStep(step)));
}

const textStep =
  (wanted: string): Step =>
  (reading) => {
    const found = reading.text.slice(reading.at, reading.at + wanted.length);
    if (found.toLowerCase() !== wanted.toLowerCase()) return false;
    reading.at += wanted.length;
    return true;
  };

function fieldStep(letter: string, count: number): Step | NumberStep {
  const number = { field: letter, following: 0, base: 0 };
  const plain: NumberStep =
    count === 1
      ? { ...number, least: 1, most: 19, sign: "normal" }
      : { ...number, least: count, most: count, sign: "never" };
  switch (letter) {
    case "u":
    case "y":
      if (count === 2) return { ...plain, base: 2000 };
      return { ...number, least: count, most: 19, sign: count < 4 ? "normal" : "exceeds" };
    case "M":
    case "L":
      return count < 3 ? { ...plain, field: "M" } : nameStep("M", named(MONTHS, count), 1);
    case "D":
      return count === 2 ? { ...number, least: 2, most: 3, sign: "never" } : plain;
    case "G":
      return nameStep("G", count === 4 ? ERAS : SHORT_ERAS, 0);
    case "a":
      return nameStep("a", ["AM", "PM"], 0);
    case "S":
      return fractionStep(count);
    case "X":
    case "x":
    case "Z":
      return offsetStep(letter, count);
    default:
      return plain;
  }
}

const named = (names: readonly string[], count: number): readonly string[] =>
  count === 4 ? names : names.map((name) => name.slice(0, 3));

/** The longest of the names that stands here. */
const nameStep =
  (field: string, names: readonly string[], from: number): Step =>
  (reading) => {
    const rest = reading.text.slice(reading.at).toLowerCase();
    const found = names
      .filter((name) => rest.startsWith(name.toLowerCase()))
      .toSorted((a, b) => b.length - a.length)[0];
    if (found === undefined) return false;
    reading.at += found.length;
    return told(reading, field, names.indexOf(found) + from);
  };

const fractionStep =
  (count: number): Step =>
  (reading) => {
    const digits = /^\d*/.exec(reading.text.slice(reading.at, reading.at + count))?.[0] ?? "";
    reading.at += digits.length;
    return digits !== "" && told(reading, "S", Number(digits.slice(0, 6).padEnd(6, "0")));
  };

const numberStep =
  ({ field, least, most, sign, following, base }: NumberStep): Step =>
  (reading) => {
    const first = reading.text.charAt(reading.at);
    const signed = first === "+" || first === "-";
    if (signed && (sign === "never" || (sign === "normal" && first === "+"))) return false;
    const start = reading.at + (signed ? 1 : 0);
    const all = /^\d*/.exec(reading.text.slice(start, start + most + following))?.[0] ?? "";
    const digits = following > 0 ? all.slice(0, Math.max(least, all.length - following)) : all;
    if (digits.length < least) return false;
    if (first === "-" && Number(digits) === 0) return false;
    if (sign === "exceeds" && (first === "+" || digits.length > least)) return false; // `longYearBy`
    reading.at = start + digits.length;
    return told(reading, field, (first === "-" ? -1 : 1) * Number(digits) + base);
  };

/** A field that is told twice is told alike. */
function told(reading: Reading, field: string, value: number): boolean {
  const before = reading.fields.get(field);
  reading.fields.set(field, value);
  return before === undefined || before === value;
}

const OFFSETS: Readonly<Record<string, RegExp>> = {
  1: /^[+-]\d\d(?:\d\d)?/,
  2: /^[+-]\d\d\d\d/,
  3: /^[+-]\d\d:\d\d/,
  4: /^[+-]\d\d\d\d(?:\d\d)?/,
  5: /^[+-]\d\d:\d\d(?::\d\d)?/,
};

function offsetStep(letter: string, count: number): Step {
  const [form, zero] =
    letter === "Z"
      ? count < 4
        ? [OFFSETS[2], "+0000"]
        : count === 4
          ? [/^GMT(?:[+-]\d\d:\d\d(?::\d\d)?)?/, ""]
          : [OFFSETS[5], "Z"]
      : [OFFSETS[count], letter === "X" ? "Z" : ""];
  return (reading) => {
    const rest = reading.text.slice(reading.at);
    if (zero === "Z" && rest.charAt(0).toUpperCase() === "Z") {
      reading.at += 1;
      return true;
    }
    const found = form?.exec(rest)?.[0];
    const zone = found === undefined ? undefined : zoneOf(found);
    if (found === undefined || zone === undefined) return false;
    reading.at += found.length;
    reading.zone = zone;
    return true;
  };
}

/** The time that the fields tell, or null where they do not go together. */
function resolved({ fields, zone }: Reading): bigint | null {
  const days = resolvedDay(fields);
  const clock = resolvedClock(fields);
  if (days === null || clock === null) return null;
  const micros = microsOfLocal(days * MICROS_A_DAY + clock, zone);
  return BigInt.asIntN(64, micros) === micros ? micros : null;
}

function resolvedDay(fields: ReadonlyMap<string, number>): bigint | null {
  const ofEra = fields.get("y");
  const year = ofEra === undefined ? (fields.get("u") ?? 1970) : fields.get("G") === 0 ? 1 - ofEra : ofEra;
  const [month, day, ofYear] = [fields.get("M"), fields.get("d"), fields.get("D")];
  if ((ofEra ?? 1) < 1 || Math.abs(year) > 999_999_999) return null;
  const isTold = fields.has("u") || ofEra !== undefined;
  if (ofYear !== undefined && (ofYear < 1 || ofYear > (isTold && !isLeapYear(year) ? 365 : 366))) return null;
  if (isTold && ofYear !== undefined && (month === undefined || day === undefined)) {
    const found = daysOf({ year, month: 1, day: 1 }) + BigInt(ofYear - 1);
    const agrees = dayOf(found);
    return (month ?? agrees.month) === agrees.month && (day ?? agrees.day) === agrees.day ? found : null;
  }
  const found = { year, month: month ?? 1, day: day ?? 1 };
  if (!isDay(found)) return null;
  const days = daysOf(found);
  const differs = isTold && ofYear !== undefined && days - daysOf({ year, month: 1, day: 1 }) !== BigInt(ofYear - 1);
  return differs ? null : days;
}

const RANGES: readonly (readonly [field: string, least: number, most: number])[] = [
  ["H", 0, 23],
  ["k", 1, 24],
  ["h", 1, 12],
  ["K", 0, 11],
  ["m", 0, 59],
  ["s", 0, 59],
];

function resolvedClock(fields: ReadonlyMap<string, number>): bigint | null {
  const isOutside = RANGES.some(([field, least, most]) => {
    const value = fields.get(field) ?? least;
    return value < least || value > most;
  });
  if (isOutside) return null;
  const ofDay = [fields.get("H"), modulo(fields.get("k"), 24)].filter((hour) => hour !== undefined);
  const ofHalf = [fields.get("K"), modulo(fields.get("h"), 12)].filter((hour) => hour !== undefined);
  const half = fields.get("a");
  const [whole] = ofDay;
  const [within] = ofHalf;
  const hour = whole ?? (half === undefined ? (within ?? 0) : half * 12 + (within ?? 0));
  const agrees =
    ofDay.every((one) => one === hour) &&
    ofHalf.every((one) => one === hour % 12) &&
    (half === undefined || half === Math.floor(hour / 12));
  if (!agrees) return null;
  const seconds = (hour * 60 + (fields.get("m") ?? 0)) * 60 + (fields.get("s") ?? 0);
  return BigInt(seconds) * 1_000_000n + BigInt(fields.get("S") ?? 0);
}

const modulo = (value: number | undefined, by: number): number | undefined =>
  value === undefined ? undefined : Number(floorMod(BigInt(value), BigInt(by)));
