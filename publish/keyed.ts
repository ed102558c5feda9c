import type { Json } from "../compiler/emit/json.js";
import { isJsonRecord } from "./records.js";

/**
 * What makes an entry of a list itself, so that one that moved is no difference: activities, parameters, tasks and what a pipeline
 * returns are known by their names, and activities and tasks run in the order of their dependencies, not of the list.
 */
const keys = ["name", "task_key", "job_cluster_key", "activity", "key"];

/** The field by which the entries of a list are told apart; undefined: only their places tell them apart. */
export const keyedBy = (entries: readonly Json[]): string | undefined =>
  keys.find((key) => {
    if (entries.length === 0) return false;
    return entries.every((entry) => isJsonRecord(entry) && typeof entry[key] === "string");
  });
