import type { Origin } from "../source/origin.js";

/** What starts a pipeline. */
export type TriggerIr = CalendarTriggerIr | EveryTriggerIr;

interface Trigger {
  /** Unique in the project. */
  readonly name: string;
  readonly origin: Origin;
  readonly timeZone: TimeZoneIr;
}

/** Fires at each of the minutes of each of the hours of some days. */
export interface CalendarTriggerIr extends Trigger {
  readonly kind: "calendar";
  /** Both rising. */
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly days: DaysIr;
}

export type DaysIr =
  | { readonly kind: "all" }
  /** 0 is Sunday. */
  | { readonly kind: "week"; readonly days: readonly number[] }
  | { readonly kind: "month"; readonly days: readonly number[] };

/** Fires each time that a length of time has passed; days, at one time of them. */
export interface EveryTriggerIr extends Trigger {
  readonly kind: "every";
  readonly count: number;
  readonly unit: "minute" | "hour" | "day";
  /** `2026-01-01T00:00:00`, on the clocks of the time zone. */
  readonly start: string;
}

export interface TimeZoneIr {
  /** `Europe/Warsaw` */
  readonly iana: string;
  /** As Azure knows it: `Central European Standard Time`. */
  readonly windows: string;
}
