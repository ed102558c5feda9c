import type { Origin } from "../source/origin.js";
import type { PerEnvironment } from "./environment.js";

/** What starts a pipeline. */
export type TriggerIr = CalendarTriggerIr | EveryTriggerIr | WindowTriggerIr | EventTriggerIr;
/** What differs from environment to environment. */
export type EventTriggerIr = FileTriggerIr | TopicTriggerIr;

interface Trigger {
  /** Unique in the project. */
  readonly name: string;
  readonly origin: Origin;
}

/** Fires at each of the minutes of each of the hours of some days. */
export interface CalendarTriggerIr extends Trigger {
  readonly kind: "calendar";
  /** Both rising. */
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly days: DaysIr;
  readonly timeZone: TimeZoneIr;
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
  readonly timeZone: TimeZoneIr;
}

export interface TimeZoneIr {
  /** `Europe/Warsaw` */
  readonly iana: string;
  /** As Azure knows it: `Central European Standard Time`. */
  readonly windows: string;
}

/** Starts a run for each stretch of time, when it is over; knows of each whether its run succeeded. */
export interface WindowTriggerIr extends Trigger {
  readonly kind: "window";
  readonly count: number;
  readonly unit: "minute" | "hour";
  /** `2024-01-01T00:00:00Z` */
  readonly start: string;
  readonly delaySeconds: number;
  readonly atOnce: number;
  readonly retry: { readonly attempts: number; readonly waitSeconds: number } | undefined;
  readonly dependsOn: readonly WindowDependencyIr[];
}

/** Windows that must have succeeded before. */
export interface WindowDependencyIr {
  /** Undefined: its own. */
  readonly trigger: string | undefined;
  /** From the window's begin on; before it if less than 0. */
  readonly offsetSeconds: number | undefined;
  readonly sizeSeconds: number | undefined;
}

/** Fires when a file has been written. */
export interface FileTriggerIr extends Trigger, HomeIr {
  readonly kind: "on-file";
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  readonly path: PatternIr;
}

/** Fires on events that are sent to a topic. */
export interface TopicTriggerIr extends Trigger, HomeIr {
  readonly kind: "on-event";
  readonly topic: PerEnvironment;
  readonly types: readonly string[];
  readonly subject: PatternIr | undefined;
}

/** Where a resource stands; undefined: with the environment's factory. */
export interface HomeIr {
  readonly subscription: PerEnvironment | undefined;
  readonly resourceGroup: PerEnvironment | undefined;
}

/** How a text begins and how it ends; undefined: in any way. */
export interface PatternIr {
  readonly begins: string | undefined;
  readonly ends: string | undefined;
}
