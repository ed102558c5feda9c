import type { Json } from "../../compiler/emit/json.js";
import type { EnvironmentIr, JobIr, ProjectIr } from "../../compiler/ir/ir.js";
import type { Notebook } from "./notebook.js";
import { parametersOf } from "./parameters.js";

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
    name: `${project.name}-${job.name}`,
    ...(job.description === undefined ? {} : { description: job.description }),
    tags: { sluice_project: project.name, sluice_pipeline: job.name },
    max_concurrent_runs: 1,
    parameters: parametersOf(job, project, environment).map(({ name, value }) => ({ name, default: value })),
    job_clusters: [
      {
        job_cluster_key: job.compute.name,
        new_cluster: {
          spark_version: "16.4.x-scala2.12",
          node_type_id: job.compute.bound.get(environment.name) ?? "",
          num_workers: job.compute.workers,
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
        notebook_task: { notebook_path: `/Shared/${project.name}/${notebook.path}`, source: "WORKSPACE" },
      };
    }),
  };
}

const taskKey = ({ path }: Notebook): string => path.split("/").at(-1) ?? path;
