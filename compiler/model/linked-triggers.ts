import type { PipelineTrigger } from "./pipeline-trigger.js";
import type { Schedule } from "./schedule.js";

/** A trigger with what its words mean. */
export interface LinkedTrigger {
  readonly pipeline: string;
  readonly trigger: PipelineTrigger;
  readonly schedule: Schedule;
  /** The time zone's name as Azure knows it. */
  readonly windowsZone: string;
}
