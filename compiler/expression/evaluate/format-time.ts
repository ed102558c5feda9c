import { dayOf, dayOfMicros, daysOf, floorMod, microsOfDay } from "./calendar.js";
import { ERAS, MONTHS, partsOf, QUARTERS, SHORT_ERAS, WEEKDAYS } from "./time-pattern.js";

/** A time in UTC as text by a pattern, as Java's `DateTimeFormatter` writes it for Americans. */
export function timeFormatter(pattern: string): (micros: bigint) => string {
  const parts = partsOf(pattern);
  return (micros) => {
    const clock = clockOf(micros);
    return parts.map((part) => (part.kind === "text" ? part.text : fieldText(part.letter, part.count, clock))).join("");
  };
}

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly dayOfYear: number;
  /** From 0, Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
}

function clockOf(micros: bigint): Clock {
  const days = dayOfMicros(micros);
  const day = dayOf(days);
  const ofDay = Number(microsOfDay(micros));
  const seconds = Math.floor(ofDay / 1_000_000);
  return {
    ...day,
    dayOfYear: Number(days - daysOf({ year: day.year, month: 1, day: 1 })) + 1,
    weekday: Number(floorMod(days + 3n, 7n)),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    micros: ofDay % 1_000_000,
  };
}

const padded = (value: number, width: number): string =>
  `${value < 0 ? "-" : ""}${String(Math.abs(value)).padStart(width, "0")}`;

function yearText(year: number, count: number): string {
  if (count === 2) return padded(Math.abs(year) % 100, 2);
  const plus = count >= 4 && String(year).length > count && year > 0 ? "+" : "";
  return plus + padded(year, count);
}

const named = (names: readonly string[], at: number, count: number): string =>
  count === 4 ? (names[at] ?? "") : (names[at] ?? "").slice(0, 3);

function fieldText(letter: string, count: number, clock: Clock): string {
  const quarter = Math.floor((clock.month - 1) / 3);
  switch (letter) {
    case "G":
      return (count === 4 ? ERAS : SHORT_ERAS)[clock.year > 0 ? 1 : 0] ?? "";
    case "u":
      return yearText(clock.year, count);
    case "y":
      return yearText(clock.year > 0 ? clock.year : 1 - clock.year, count);
    case "M":
    case "L":
      return count < 3 ? padded(clock.month, count) : named(MONTHS, clock.month - 1, count);
    case "d":
      return padded(clock.day, count);
    case "D":
      return padded(clock.dayOfYear, count);
    case "Q":
    case "q":
      return count < 3 ? padded(quarter + 1, count) : count === 3 ? `Q${quarter + 1}` : (QUARTERS[quarter] ?? "");
    case "E":
      return named(WEEKDAYS, clock.weekday, count);
    case "F":
      return String(((clock.day - 1) % 7) + 1);
    case "a":
      return clock.hour < 12 ? "AM" : "PM";
    case "h":
      return padded(clock.hour % 12 || 12, count);
    case "H":
      return padded(clock.hour, count);
    case "k":
      return padded(clock.hour || 24, count);
    case "K":
      return padded(clock.hour % 12, count);
    case "m":
      return padded(clock.minute, count);
    case "s":
      return padded(clock.second, count);
    case "S":
      return padded(clock.micros, 6).padEnd(9, "0").slice(0, count);
    default:
      return zoneText(letter, count);
  }
}

/** Of UTC, which is the zone of every session. */
function zoneText(letter: string, count: number): string {
  switch (letter) {
    case "z":
      return count === 4 ? "Coordinated Universal Time" : "UTC";
    case "V":
      return "UTC";
    case "O":
      return "GMT";
    case "X":
      return "Z";
    case "x":
      return count === 1 ? "+00" : count % 2 === 0 ? "+0000" : "+00:00";
    case "Z":
      return count < 4 ? "+0000" : count === 4 ? "GMT" : "Z";
    default:
      throw new Error(`${letter} is no part of a time`);
  }
}
