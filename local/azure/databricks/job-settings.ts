import { isObject, type JsonObject, objectsIn } from "../json.js";
import { refuse } from "./refusals.js";

/** https://docs.databricks.com/api/azure/workspace/jobs/create says of each what it needs. */
export function checkSettings(settings: JsonObject): void {
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
    checkCompute(task);
    const cluster = task["job_cluster_key"];
    if (cluster !== undefined && !clusters.includes(cluster)) {
      invalid(`Task ${String(key)} refers to the job cluster ${String(cluster)}, which is not defined.`);
    }
    const missing = objectsIn(task["depends_on"]).find((one) => !keys.includes(one["task_key"] ?? null));
    if (missing !== undefined)
      invalid(`Task ${String(key)} depends on ${String(missing["task_key"])}, which does not exist.`);
  }
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
