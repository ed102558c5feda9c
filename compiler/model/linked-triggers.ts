import type { StorageConnection } from "./connection.js";
import type { FileTrigger, TimedTrigger, TopicTrigger, WindowTrigger } from "./pipeline-trigger.js";
import type { Schedule } from "./schedule.js";

/** A trigger with what its words mean. */
export type LinkedTrigger = LinkedTimed | LinkedWindow | LinkedFileTrigger | LinkedTopicTrigger;

export interface LinkedTimed {
  readonly kind: "timed";
  readonly pipeline: string;
  readonly trigger: TimedTrigger;
  readonly schedule: Schedule;
  /** The time zone's name as Azure knows it. */
  readonly windowsZone: string;
}

/** What it depends on is looked up when all triggers are known. */
export interface LinkedWindow {
  readonly kind: "window";
  readonly pipeline: string;
  readonly trigger: WindowTrigger;
}

export interface LinkedFileTrigger {
  readonly kind: "on-file";
  readonly pipeline: string;
  readonly trigger: FileTrigger;
  readonly connection: StorageConnection;
}

export interface LinkedTopicTrigger {
  readonly kind: "on-event";
  readonly pipeline: string;
  readonly trigger: TopicTrigger;
}

export const isTimed = (linked: LinkedTrigger): linked is LinkedTimed => linked.kind === "timed";
