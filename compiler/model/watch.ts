import type { Origin } from "../source/origin.js";
import type { EveryUnit } from "./pipeline-trigger.js";

/** How often it is looked whether a streaming job runs. */
export interface Watch {
  readonly origin: Origin;
  readonly count: number;
  readonly unit: EveryUnit;
}

/** The pipeline that looks, and the trigger that starts it. */
export const watchName = (pipeline: string): string => `${pipeline}_watch`;
