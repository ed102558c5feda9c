/** Days and times of the proleptic Gregorian calendar, which is Spark's. Arithmetic only: time zones are elsewhere. */

export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export const MICROS_A_DAY = 86_400_000_000n;

/** Days since 1970-01-01 of a day of the calendar. http://howardhinnant.github.io/date_algorithms.html */
export function daysOf({ year, month, day }: Day): bigint {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return BigInt(era * 146_097 + dayOfEra - 719_468);
}

export function dayOf(days: bigint): Day {
  const shifted = Number(days) + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const ofEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const ofYear = dayOfEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: ofEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

export const isDay = ({ year, month, day }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);

export function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

export const floorMod = (a: bigint, b: bigint): bigint => a - floorDiv(a, b) * b;

/** The day in which a time is. */
export const dayOfMicros = (micros: bigint): bigint => floorDiv(micros, MICROS_A_DAY);

export const microsOfDay = (micros: bigint): bigint => floorMod(micros, MICROS_A_DAY);

const two = (value: number | bigint): string => String(value).padStart(2, "0");

/** `2026-03-01`; a year beyond 9999 has a plus sign, one before 0 a minus sign. */
export function dateText(days: bigint): string {
  const { year, month, day } = dayOf(days);
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

export const yearText = (year: number): string =>
  `${year < 0 ? "-" : year > 9999 ? "+" : ""}${String(Math.abs(year)).padStart(4, "0")}`;

/** `2026-03-01 10:00:00.123456`; without `digits` the fraction has as many as it needs, and none if it is zero. */
export function timestampText(micros: bigint, digits?: number): string {
  const ofDay = microsOfDay(micros);
  const seconds = ofDay / 1_000_000n;
  const fraction = (ofDay % 1_000_000n).toString().padStart(6, "0");
  const shown = digits === undefined ? fraction.replace(/0+$/, "") : fraction.slice(0, digits);
  const clock = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  return `${dateText(dayOfMicros(micros))} ${clock}${shown === "" ? "" : `.${shown}`}`;
}
