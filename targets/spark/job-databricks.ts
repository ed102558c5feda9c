import { databricksJobName, databricksRuntime, workspacePath } from "../../compiler/emit/databricks.js";
import type { Json } from "../../compiler/emit/json.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import { parametersOf } from "../../compiler/ir/parameters.js";
import type { Notebook } from "./notebook.js";

/**
 * A job of Databricks that is kept running: its tables are created first, then all queries run side by side on one cluster,
 * and each is started again whenever it fails.
 * https://docs.databricks.com/api/azure/workspace/jobs/create
 */
export function databricksJob(
  job: JobIr,
  notebooks: readonly Notebook[],
  project: ProjectIr,
  environment: EnvironmentIr,
): Json {
  const [tables, ...queries] = notebooks.map(taskKey);
  return {
    name: databricksJobName(project.name, job.name),
    ...(job.description === undefined ? {} : { description: job.description }),
    tags: { sluice_project: project.name, sluice_pipeline: job.name, ...plannerOf(environment) },
    max_concurrent_runs: 1,
    parameters: parametersOf(job, project, environment).map(({ name, value }) => ({ name, default: value })),
    job_clusters: [
      {
        job_cluster_key: job.compute.name,
        new_cluster: {
          spark_version: databricksRuntime,
          node_type_id: job.compute.bound.get(environment.name) ?? "",
          ...sizeOf(job.compute.workers.get(environment.name) ?? 0),
          data_security_mode: "SINGLE_USER",
        },
      },
    ],
    tasks: notebooks.map((notebook) => {
      const key = taskKey(notebook);
      return {
        task_key: key,
        ...(queries.includes(key) && tables !== undefined
          ? { depends_on: [{ task_key: tables }], max_retries: -1, min_retry_interval_millis: 60_000 }
          : {}),
        job_cluster_key: job.compute.name,
        ...(isStore(notebook, job) ? { libraries: [{ maven: { coordinates: cosmosConnector } }] } : {}),
        notebook_task: { notebook_path: workspacePath(project.name, notebook.path), source: "WORKSPACE" },
      };
    }),
  };
}

/** Whom publishing lets look at the job: what a job is answered with does not say who may. */
const plannerOf = (environment: EnvironmentIr): { readonly [key: string]: Json } =>
  environment.kind === "azure" && environment.planner !== undefined ? { sluice_planner: environment.planner } : {};

const taskKey = ({ path }: Notebook): string => path.split("/").at(-1) ?? path;

/** The connector that documents are written with; the runtime does not bring it. */
const cosmosConnector = "com.azure.cosmos.spark:azure-cosmos-spark_3-5_2-12:4.39.0";

const isStore = ({ writes }: Notebook, { queries }: JobIr): boolean =>
  queries.some((query) => query.kind === "documents" && writes.includes(`sinks.${query.store.name}`));

/** https://learn.microsoft.com/azure/databricks/compute/configure#single-node */
const sizeOf = (workers: number): { readonly [key: string]: Json } =>
  workers > 0
    ? { num_workers: workers }
    : {
        num_workers: 0,
        spark_conf: { "spark.databricks.cluster.profile": "singleNode", "spark.master": "local[*]" },
        custom_tags: { ResourceClass: "SingleNode" },
      };
