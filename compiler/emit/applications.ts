/* What publishing does with Spark applications of a Synapse workspace, and what is emitted to watch them must know alike. */

/** The tag that makes a job, or an application, this project's, and the metadata that make a file so; its value is the project's name. */
export const projectTag = "sluice_project";

/** The tag of an application that says which job it runs; beside it stands that of the project. */
export const jobTag = "sluice_job";

/** What an application's result is until it has one: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch/get-spark-batch-job#sparkbatchjobresulttype */
export const undecided = "Uncertain";

/** Livy's own words for what is over: https://livy.apache.org/docs/latest/rest-api.html#session-state */
export const overIn: readonly string[] = ["error", "dead", "killed", "success"];

/** Below here each pool has its applications, of a workspace's own endpoint: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch */
export const livyPools = "livyApi/versions/2019-11-01-preview/sparkPools";

/** The most that a page holds: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch/get-spark-batch-jobs */
export const pageSize = 20;

/** How long publishing waits for an operation of a service, in milliseconds; one that takes longer breaks it off. */
export const longestOperation = 600_000;
