/** The runtime of the clusters that jobs are run on. https://learn.microsoft.com/azure/databricks/release-notes/runtime/ */
export const databricksRuntime = "16.4.x-scala2.12";

/** A job's name in the workspace: `telemetry-readings`. */
export const databricksJobName = (project: string, job: string): string => `${project}-${job}`;

/** Where a notebook stands in the workspace; `path`: `users/silver_users`. */
export const workspacePath = (project: string, path: string): string => `/Shared/${project}/${path}`;

/** The notebook of a job that runs its others one after another. */
export const batchPath = (job: string): string => `${job}/batch`;

/** The artifact that holds it. */
export const notebookFile = (path: string): string => `common/databricks/notebook/${path}.py`;
