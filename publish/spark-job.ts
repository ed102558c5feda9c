import { jobTag, overIn, projectTag, undecided } from "../compiler/emit/applications.js";
import type { Json } from "../compiler/emit/json.js";
import { isJsonRecord, textAt, valueAt } from "./records.js";
import type { Wanted } from "./thing.js";

/** A Spark job definition, as its applications are started from it. */
export interface SparkJob {
  readonly name: string;
  /** The Spark pool that it names. */
  readonly pool: string;
  /** Where else it may run: it is to name another pool, or named one. */
  readonly otherPools: readonly string[];
  /** https://learn.microsoft.com/rest/api/synapse/data-plane/spark-job-definition/get-spark-job-definition#sparkjobproperties */
  readonly properties: Json;
}

export const isDefinition = ({ kind }: Pick<Wanted, "kind">): boolean => kind.name === "synapse.sparkJobDefinition";

/** The pool that a definition names. */
export const poolOf = (definition: Json | undefined): string | undefined =>
  textAt(definition, "properties", "targetBigDataPool", "referenceName");

export function sparkJobOf(name: string, definition: Json | undefined, wantedPool: string | undefined): SparkJob {
  return {
    name,
    pool: poolOf(definition) ?? wantedPool ?? "",
    otherPools: wantedPool === undefined ? [] : [wantedPool],
    properties: valueAt(definition, "properties", "jobProperties") ?? {},
  };
}

/** What an application may be given: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch/create-spark-batch-job#request-body */
const options: readonly string[] = [
  ...["name", "file", "className", "args", "jars", "files", "archives", "pyFiles", "conf"],
  ...["driverMemory", "driverCores", "executorMemory", "executorCores", "numExecutors"],
];

/** The same words mean the same in a definition; what it says nothing of is left out. */
export function optionsOf({ properties }: SparkJob): { readonly [key: string]: Json } {
  const all = isJsonRecord(properties) ? Object.entries(properties) : [];
  return Object.fromEntries(all.filter(([key, value]) => options.includes(key) && value !== null && value !== ""));
}

/**
 * Whether an application runs a job: it was started from here, which its tags say, or it runs the job's main file, in whichever
 * version, and was started by somebody. A name alone makes none: anybody may give it.
 */
export function isRunOf(job: SparkJob, project: string, batch: Json): boolean {
  const isTagged =
    textAt(batch, "tags", projectTag) === project &&
    textAt(batch, "tags", jobTag)?.toLowerCase() === job.name.toLowerCase();
  const file = unversioned(textAt(job.properties, "file"));
  return (
    isTagged || (file !== undefined && unversioned(textAt(batch, "livyInfo", "jobCreationRequest", "file")) === file)
  );
}

/** What came of an application; undefined: that is not decided. */
export function resultOf(batch: Json): string | undefined {
  const result = textAt(batch, "result");
  return result === undecided ? undefined : result;
}

export const hasEnded = (batch: Json): boolean =>
  resultOf(batch) !== undefined || overIn.includes(textAt(batch, "state") ?? "");

/** Each version of a file stands in a folder of its own. */
const unversioned = (file: string | undefined): string | undefined => file?.replace(/\/[0-9a-f]{12}(?=\/[^/]+$)/, "");
