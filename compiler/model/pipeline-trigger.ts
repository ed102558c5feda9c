import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { Named } from "./parts.js";
import type { Homed } from "./resource-home.js";

/** What starts a pipeline, as it is written. */
export type PipelineTrigger = TimedTrigger | WindowTrigger | FileTrigger | TopicTrigger;
export type TimedTrigger = EveryTrigger | DailyTrigger | CronTrigger;

/** Each time that a length of time has passed. */
export interface EveryTrigger {
  readonly kind: "every";
  readonly origin: Origin;
  readonly name: string;
  readonly count: number;
  readonly unit: EveryUnit;
  /** `2026-01-01T00:00:00`, on the clocks of the time zone. */
  readonly start: string;
  readonly timeZone: Named;
}

export type EveryUnit = "minute" | "hour" | "day";

export interface DailyTrigger {
  readonly kind: "daily";
  readonly origin: Origin;
  readonly name: string;
  /** `04:00` */
  readonly times: readonly string[];
  /** By its IANA name. */
  readonly timeZone: Named;
}

export interface CronTrigger {
  readonly kind: "cron";
  readonly origin: Origin;
  readonly name: string;
  /** `0 4 * * 1` */
  readonly cron: string;
  /** By its IANA name. */
  readonly timeZone: Named;
}

/** For each stretch of time since some day, when it is over. */
export interface WindowTrigger {
  readonly kind: "window";
  readonly origin: Origin;
  readonly name: string;
  readonly count: number;
  readonly unit: "minute" | "hour";
  /** `2024-01-01T00:00:00Z` */
  readonly start: string;
  readonly delay: Duration | undefined;
  readonly atOnce: number;
  readonly retry: { readonly attempts: number; readonly wait: Duration } | undefined;
  readonly dependsOn: readonly WindowDependency[];
}

/** Windows of a trigger that must have succeeded before. */
export interface WindowDependency {
  readonly origin: Origin;
  readonly trigger: Named;
  /** In milliseconds, before the window if less than 0. */
  readonly offset: number | undefined;
  readonly size: number | undefined;
}

/** When a file has been written. */
export interface FileTrigger {
  readonly kind: "on-file";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** `incoming/*.csv` */
  readonly path: string;
}

/** When an event comes to a topic of Event Grid. */
export interface TopicTrigger extends Homed {
  readonly kind: "on-event";
  readonly origin: Origin;
  readonly name: string;
  /** By environment's name. */
  readonly topic: ReadonlyMap<string, string>;
  readonly types: readonly string[];
  /** `lists/*`; undefined: any. */
  readonly subject: string | undefined;
}
