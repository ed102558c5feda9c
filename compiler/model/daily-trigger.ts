import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";

/** Starts its pipeline once a day. */
export interface DailyTrigger {
  readonly kind: "daily";
  readonly origin: Origin;
  readonly name: string;
  readonly hour: number;
  readonly minute: number;
  /** By its IANA name. */
  readonly timeZone: Named;
}
