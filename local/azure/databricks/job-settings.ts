import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject, lacking, objectsIn } from "../json.js";
import { refuse } from "./refusals.js";

/** https://docs.databricks.com/api/azure/workspace/jobs/create says of each what it needs. */
export function checkSettings(settings: JsonObject): void {
  checkWhole(settings);
  const tasks = objectsIn(settings["tasks"]);
  if (tasks.length > mostTasks)
    invalid(
      `Resources with more than ${mostTasks} tasks can only be handled by API 2.2 and above. Your resource has ${tasks.length} tasks`,
    );
  const clusters = objectsIn(settings["job_clusters"]).map((one) => one["job_cluster_key"]);
  const twice = clusters.find((key, at) => clusters.indexOf(key) !== at);
  if (twice !== undefined) invalid(`Duplicate job_cluster_key: ${String(twice)}`);
  for (const owner of [...objectsIn(settings["job_clusters"]), ...tasks]) checkCluster(owner);
  const keys = tasks.map((task) => task["task_key"]);
  for (const [at, task] of tasks.entries()) {
    const key = task["task_key"];
    if (typeof key !== "string" || !/^[\w-]{1,100}$/.test(key))
      invalid("A task needs a task_key of letters, digits, '-' and '_'.");
    if (keys.indexOf(key) !== at) invalid(`Duplicate task_key: ${String(key)}`);
    checkKind(task);
    checkCompute(task);
    const cluster = task["job_cluster_key"];
    if (cluster !== undefined && !clusters.includes(cluster)) {
      invalid(`Task ${String(key)} refers to the job cluster ${String(cluster)}, which is not defined.`);
    }
    const missing = objectsIn(task["depends_on"]).find((one) => !keys.includes(one["task_key"] ?? null));
    if (missing !== undefined)
      invalid(`Task ${String(key)} depends on ${String(missing["task_key"])}, which does not exist.`);
  }
  checkOrder(tasks);
}

/** Limits of the whole, and what a schedule needs: https://docs.databricks.com/api/azure/workspace/jobs/create */
function checkWhole(settings: JsonObject): void {
  const { name, max_concurrent_runs: atOnce = 1, schedule, tags } = settings;
  if (Buffer.byteLength(typeof name === "string" ? name : "") > 4096) invalid("The name has more than 4096 bytes.");
  if (!(typeof atOnce === "number" && Number.isInteger(atOnce) && atOnce >= 0 && atOnce <= 1000))
    invalid("max_concurrent_runs must be from 0 to 1000.");
  if (isObject(tags) && Object.keys(tags).length > 25) invalid("A job has at most 25 tags.");
  const missing = isObject(schedule) ? lacking(schedule, ["quartz_cron_expression", "timezone_id"]) : undefined;
  if (missing !== undefined) invalid(`schedule: ${missing}`);
}

/** What a task does is said by one field, and a notebook's path is a whole one: https://docs.databricks.com/api/azure/workspace/jobs/create */
function checkKind(task: JsonObject): void {
  const kinds = Object.keys(task).filter((name) => name.endsWith("_task"));
  if (kinds.length !== 1) invalid(`Task ${String(task["task_key"])} must have exactly one type of task.`);
  const notebook = task["notebook_task"];
  if (!isObject(notebook)) return;
  const path = notebook["notebook_path"];
  if (typeof path !== "string") invalid("Missing required field: settings.tasks.notebook_task.notebook_path");
  if (notebook["source"] !== "GIT" && !String(path).startsWith("/"))
    invalid(`The notebook path ${String(path)} must begin with a slash.`);
}

/** No task waits for itself, by whatever way. The words up to the comma: https://github.com/apache/airflow/issues/47983 */
function checkOrder(tasks: readonly JsonObject[]): void {
  const waits = new Map(
    tasks.map((task) => [task["task_key"], objectsIn(task["depends_on"]).map((one) => one["task_key"])]),
  );
  const done = new Set<Json | undefined>();
  for (let before = -1; done.size > before; ) {
    before = done.size;
    for (const [key, others] of waits) if (others.every((one) => done.has(one))) done.add(key);
  }
  const stuck = tasks.find((task) => !done.has(task["task_key"]));
  if (stuck === undefined) return;
  invalid(`Invalid dependency graph, task '${String(stuck["task_key"])}' can not reference itself.`);
}

/**
 * More of them are for version 2.2, which has them in pages and is not here. The words:
 * https://learn.microsoft.com/azure/databricks/jobs/large-jobs
 */
const mostTasks = 100;

const compute = ["job_cluster_key", "new_cluster", "existing_cluster_id"];

/**
 * Without a cluster a notebook runs where the service chooses, in workspaces that have that; here it is none of them. The words:
 * https://github.com/databricks/terraform-provider-databricks/issues/3414
 */
function checkCompute(task: JsonObject): void {
  if (task["notebook_task"] === undefined || compute.some((name) => task[name] !== undefined)) return;
  invalid("One of job_cluster_key, new_cluster, or existing_cluster_id must be specified.");
}

/**
 * A cluster needs its size (https://github.com/databricks/terraform-provider-databricks/issues/3632), a runtime and, without a pool or a
 * policy that says it, a kind of node (https://github.com/MicrosoftDocs/azure-docs/issues/76731).
 */
function checkCluster(owner: JsonObject): void {
  const cluster = owner["new_cluster"];
  if (!isObject(cluster)) return;
  const isOf = (...names: readonly string[]) => names.some((name) => cluster[name] !== undefined);
  const needs = [
    ["size", isOf("num_workers", "autoscale")],
    ["spark_version", isOf("spark_version")],
    ["node_type_id", isOf("node_type_id", "instance_pool_id", "policy_id")],
  ] as const;
  const missing = needs.find(([, isThere]) => !isThere)?.[0];
  if (missing === undefined) return;
  invalid(`Cluster validation error: Missing required field: settings.cluster_spec.new_cluster.${missing}`);
}

const invalid = (message: string): never => refuse("INVALID_PARAMETER_VALUE", message);

/**
 * The values that the service adds to what it was given. Defaults that the reference states:
 * https://docs.databricks.com/api/azure/workspace/jobs/create. Those of clusters, of `run_if` and of `source` are known to the
 * vendor's own deployment tool: https://github.com/databricks/cli/blob/main/bundle/direct/dresources/resources.yml
 */
export function withDefaults(settings: JsonObject): JsonObject {
  const { tasks, job_clusters: clusters } = settings;
  return {
    email_notifications: {},
    webhook_notifications: {},
    timeout_seconds: 0,
    max_concurrent_runs: 1,
    format: "MULTI_TASK",
    ...settings,
    ...(tasks === undefined ? {} : { tasks: objectsIn(tasks).map(taskWithDefaults) }),
    ...(clusters === undefined ? {} : { job_clusters: objectsIn(clusters).map(withClusterDefaults) }),
  };
}

function taskWithDefaults(task: JsonObject): JsonObject {
  const notebook = task["notebook_task"];
  return {
    run_if: "ALL_SUCCESS",
    timeout_seconds: 0,
    email_notifications: {},
    webhook_notifications: {},
    ...withClusterDefaults(task),
    ...(isObject(notebook) ? { notebook_task: { source: "WORKSPACE", ...notebook } } : {}),
  };
}

function withClusterDefaults(owner: JsonObject): JsonObject {
  const cluster = owner["new_cluster"];
  if (!isObject(cluster)) return owner;
  const node = cluster["node_type_id"];
  return {
    ...owner,
    new_cluster: {
      azure_attributes: { first_on_demand: 1, availability: "ON_DEMAND_AZURE", spot_bid_max_price: -1 },
      enable_elastic_disk: true,
      enable_local_disk_encryption: false,
      ...(node === undefined ? {} : { driver_node_type_id: node }),
      ...cluster,
    },
  };
}
