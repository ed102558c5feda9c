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

type Time = Pick<DailyTrigger, "hour" | "minute">;

/** Milliseconds after midnight. */
export const timeOfDay = ({ hour, minute }: Time): number => (hour * 60 + minute) * 60_000;

/** `02:00` */
export const timeOf = ({ hour, minute }: Time): string =>
  [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
