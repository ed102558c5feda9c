import { Problem } from "../problem.js";

/** A `DateTime` of .NET: ticks of 100 ns since the year 1, and whether it is known to be UTC. */
export interface Instant {
  readonly ticks: bigint;
  /** `local`: it was written with an offset; the engine turns it into its machine's time, which is UTC. */
  readonly kind: "utc" | "local" | "unspecified";
}

export interface Fields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Ticks within the second. */
  readonly fraction: number;
  /** Sunday is 0. */
  readonly weekday: number;
}

export const ticksOf = {
  millisecond: 10_000n,
  second: 10_000_000n,
  minute: 600_000_000n,
  hour: 36_000_000_000n,
  day: 864_000_000_000n,
} as const;

const epoch = 621_355_968_000_000_000n;
const last = 3_155_378_975_999_999_999n;

export const instantOf = (date: Date): Instant => ({
  ticks: epoch + BigInt(date.getTime()) * ticksOf.millisecond,
  kind: "utc",
});

export const millisecondsOf = ({ ticks }: Instant): number => Number((ticks - epoch) / ticksOf.millisecond);

export function fieldsOf(instant: Instant): Fields {
  // Whole days, so that nothing before 1970 is rounded the wrong way.
  const date = new Date(Number(instant.ticks / ticksOf.day - epoch / ticksOf.day) * 86_400_000);
  const within = Number(instant.ticks % ticksOf.day);
  const seconds = Math.floor(within / 10_000_000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: within % 10_000_000,
    weekday: date.getUTCDay(),
  };
}

/** The start of a day, or nothing if there is no such day. */
export function ticksOfDay(year: number, month: number, day: number): bigint | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1 && year <= 9999;
  return isDay ? epoch + BigInt(date.getTime()) * ticksOf.millisecond : undefined;
}

/** Days, months and years are counted from 1 to 9999. */
export const isInRange = (ticks: bigint): boolean => ticks >= 0n && ticks <= last;

export function plusTicks(instant: Instant, ticks: bigint): Instant {
  const sum = instant.ticks + ticks;
  if (!isInRange(sum)) throw new Problem("the time is not within the years 1 to 9999");
  return { ...instant, ticks: sum };
}

/** The 31st of a month that is shorter becomes its last day. */
export function plusMonths(instant: Instant, months: number): Instant {
  const { year, month, day } = fieldsOf(instant);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  for (let toDay = day; toDay > 0 && toDay > day - 4; toDay -= 1) {
    const start = ticksOfDay(toYear, toMonth, toDay);
    if (start !== undefined) return { ...instant, ticks: start + (instant.ticks % ticksOf.day) };
  }
  throw new Problem("the time is not within the years 1 to 9999");
}
