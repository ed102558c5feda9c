import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** What starts a pipeline, as it is written. */
export type PipelineTrigger = EveryTrigger | DailyTrigger | CronTrigger;

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
