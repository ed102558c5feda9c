import type { EveryUnit } from "./pipeline-trigger.js";
import { day, type ZoneClock } from "./zone-clock.js";

/** When a trigger fires. */
export type Schedule = Calendar | Every;

/** At each of the minutes of each of the hours of some days, on the clocks of a time zone. */
export interface Calendar {
  readonly kind: "calendar";
  /** Both rising. */
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly days: Days;
}

export type Days =
  | { readonly kind: "all" }
  /** 0 is Sunday. */
  | { readonly kind: "week"; readonly days: readonly number[] }
  | { readonly kind: "month"; readonly days: readonly number[] };

/**
 * Minutes and hours are lengths of time, which no change of clocks moves; days begin at one time of day.
 * https://learn.microsoft.com/azure/data-factory/how-to-create-schedule-trigger#azure-data-factory-and-azure-synapse-portal-experience
 */
export interface Every {
  readonly kind: "every";
  readonly count: number;
  readonly unit: EveryUnit;
  /** `2026-01-01T00:00:00`, a time that clocks of the time zone show once. */
  readonly start: string;
}

/** What comes at the same times of each day that it comes on; undefined of what goes by lengths of time. */
export interface ByDays {
  /** In milliseconds after midnight, rising. */
  readonly times: readonly number[];
  /** Whether it comes on a day, given as the midnight that clocks show. */
  isDue(date: number): boolean;
}

export function byDays(schedule: Schedule): ByDays | undefined {
  if (schedule.kind === "calendar") {
    const times = schedule.hours.flatMap((hour) => schedule.minutes.map((minute) => (hour * 60 + minute) * 60_000));
    return { times, isDue: (date) => isAmong(schedule.days, new Date(date)) };
  }
  if (schedule.unit !== "day") return undefined;
  const shown = shownStart(schedule);
  const first = shown - (shown % day);
  return {
    times: [shown % day],
    isDue: (date) => date >= first && (date - first) % (schedule.count * day) === 0,
  };
}

function isAmong(days: Days, date: Date): boolean {
  if (days.kind === "all") return true;
  return days.days.includes(days.kind === "week" ? date.getUTCDay() : date.getUTCDate());
}

/** What clocks show at the start, as if it were UTC. */
export const shownStart = ({ start }: Every): number => Date.parse(`${start}Z`);

/** The instant that is counted from. */
export function startOf(every: Every, clock: ZoneClock): number {
  const shown = shownStart(every);
  return clock.instantsOf(shown - (shown % day), shown % day)[0] ?? shown;
}

/** `15 minutes` */
export const lengthOf = ({ count, unit }: Pick<Every, "count" | "unit">): string =>
  `${count} ${unit}${count === 1 ? "" : "s"}`;

/** In milliseconds; of days where they have 24 hours. */
export const periodOf = ({ count, unit }: Pick<Every, "count" | "unit">): number =>
  count * { minute: 60_000, hour: 3_600_000, day }[unit];

/** The times at which it fires after an instant, in their order and without end. */
export function* firesAfter(schedule: Schedule, clock: ZoneClock, instant: number): Generator<number> {
  const days = byDays(schedule);
  if (days === undefined && schedule.kind === "every") {
    const [start, period] = [startOf(schedule, clock), periodOf(schedule)];
    const passed = Math.max(0, Math.floor((instant - start) / period) + 1);
    for (let at = start + passed * period; ; at += period) yield at;
  }
  if (days === undefined) return;
  for (let date = clock.dateAt(instant); ; date += day) {
    if (!days.isDue(date)) continue;
    const instants = days.times.flatMap((time) => clock.instantsOf(date, time)).sort((a, b) => a - b);
    yield* instants.filter((at) => at > instant);
  }
}
