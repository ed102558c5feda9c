import type { Json } from "../compiler/emit/json.js";
import type { KindName } from "./kinds.js";
import { isSame, type JsonRecord } from "./records.js";

/** A part that a service adds to what it was sent, and which is therefore no difference. */
export interface ServiceDefault {
  readonly kinds: readonly KindName[];
  /** Keys from the top, `*` for any one, `**` for any number. */
  readonly path: readonly string[];
  /** What the service adds; undefined: whatever it says there is its own. */
  readonly value: Json | undefined;
  /** The field beside it of which the service takes the value. */
  readonly sameAs?: string;
  /** Why it is no difference. */
  readonly reason: string;
}

const row = (kinds: readonly KindName[], path: string, value: Json | undefined, reason: string): ServiceDefault => ({
  kinds,
  path: path.split("/"),
  value,
  reason,
});

/** A job's cluster is answered with these; their defaults: https://github.com/databricks/cli/blob/main/bundle/direct/dresources/resources.yml */
const cluster = "job_clusters/*/new_cluster";
const virtualMachines = "https://learn.microsoft.com/azure/databricks/compute/configure";

/** A factory's kinds, and a workspace's of the same form: Synapse has its pipelines from Data Factory. */
const both = (...names: readonly ("linkedService" | "dataset" | "dataflow" | "pipeline" | "trigger")[]) =>
  names.flatMap((name): readonly KindName[] => [name, `synapse.${name}`]);

const annotated = both("linkedService", "dataset", "dataflow", "pipeline", "trigger");
const notebook: readonly KindName[] = ["synapse.notebook"];
const definition: readonly KindName[] = ["synapse.sparkJobDefinition"];
/** Its example has all of them, and names none as required but `file` and the sizes. */
const definitions =
  "https://learn.microsoft.com/rest/api/synapse/data-plane/spark-job-definition/create-or-update-spark-job-definition";
const notebooks = "https://learn.microsoft.com/rest/api/synapse/data-plane/notebook/get-notebook";
const job: readonly KindName[] = ["job"];
const jobs = "https://docs.databricks.com/api/azure/workspace/jobs/get";

/** All of them. What is not here is somebody's, and is kept and shown. */
export const serviceDefaults: readonly ServiceDefault[] = [
  row(both("pipeline"), "properties/lastPublishTime", undefined, "The service's own note of when it was written."),
  row(annotated, "properties/annotations", [], "A list that is empty is as one that is missing."),
  row(
    both("pipeline"),
    "properties/activities/**/userProperties",
    [],
    "A list that is empty is as one that is missing.",
  ),
  row(both("pipeline"), "properties/activities/**/dependsOn", [], "A list that is empty is as one that is missing."),
  row(both("linkedService", "dataset", "pipeline", "trigger"), "properties/**/parameters", {}, "No parameters at all."),
  row(both("trigger"), "properties/runtimeState", undefined, "Started and stopped by steps of their own."),
  row(notebook, "properties/bigDataPool", null, `No pool is attached: a run says which. ${notebooks}`),
  row(notebook, "properties/cells/*/metadata", {}, `Nothing is said of the cell. ${notebooks}`),
  row(notebook, "properties/cells/*/outputs", [], `No outputs are kept: the cell was not run here. ${notebooks}`),
  row(notebook, "properties/cells/*/execution_count", null, `The cell was not run here. ${notebooks}`),
  row(
    definition,
    "properties/jobProperties/jars",
    [],
    `A list that is empty is as one that is missing. ${definitions}`,
  ),
  row(
    definition,
    "properties/jobProperties/files",
    [],
    `A list that is empty is as one that is missing. ${definitions}`,
  ),
  row(
    definition,
    "properties/jobProperties/archives",
    [],
    `A list that is empty is as one that is missing. ${definitions}`,
  ),
  row(definition, "properties/jobProperties/className", "", `Python has no main class. ${definitions}`),
  row(definition, "properties/scanFolder", false, `No folder of files beside the main one. ${definitions}`),
  row(job, "email_notifications", {}, `Answered although nobody is notified. ${jobs}`),
  row(job, "webhook_notifications", {}, `Answered although nobody is notified. ${jobs}`),
  row(job, "timeout_seconds", 0, `0 is the default: no timeout. ${jobs}`),
  row(job, "max_concurrent_runs", 1, `1 is the default. ${jobs}`),
  row(job, "format", undefined, `Read-only: single or multi task. ${jobs}`),
  row(job, "tasks/*/email_notifications", {}, `Answered although nobody is notified. ${jobs}`),
  row(job, "tasks/*/webhook_notifications", {}, `Answered although nobody is notified. ${jobs}`),
  row(job, "tasks/*/timeout_seconds", 0, `0 is the default: no timeout. ${jobs}`),
  row(job, "tasks/*/run_if", "ALL_SUCCESS", `The default. ${jobs}`),
  row(job, "tasks/*/notebook_task/source", "WORKSPACE", `The default where the job has no git source. ${jobs}`),
  {
    ...row(
      job,
      `${cluster}/driver_node_type_id`,
      undefined,
      `As the workers' unless it is said: when theirs changes, so does it. ${virtualMachines}`,
    ),
    sameAs: "node_type_id",
  },
  row(
    job,
    `${cluster}/azure_attributes`,
    { first_on_demand: 1, availability: "ON_DEMAND_AZURE", spot_bid_max_price: -1 },
    `The default: no spot machines. ${virtualMachines}`,
  ),
  row(job, `${cluster}/enable_elastic_disk`, true, `Answered although nothing was said of disks. ${virtualMachines}`),
  row(
    job,
    `${cluster}/enable_local_disk_encryption`,
    false,
    `Answered although nothing was said of disks. ${virtualMachines}`,
  ),
];

/** The row that says that what a service has at a path, and the sources do not, is no difference. */
export const defaultAt = (
  kind: KindName,
  path: readonly string[],
  value: Json,
  beside: JsonRecord,
): ServiceDefault | undefined =>
  serviceDefaults.find((one) => {
    if (!one.kinds.includes(kind) || !matches(one.path, path)) return false;
    if (one.sameAs !== undefined) return isSame(beside[one.sameAs], value);
    return one.value === undefined || isSame(one.value, value);
  });

function matches([head, ...rest]: readonly string[], path: readonly string[]): boolean {
  if (head === undefined) return path.length === 0;
  if (head === "**") return matches(rest, path) || (path.length > 0 && matches(["**", ...rest], path.slice(1)));
  return path.length > 0 && (head === "*" || head === path[0]) && matches(rest, path.slice(1));
}
