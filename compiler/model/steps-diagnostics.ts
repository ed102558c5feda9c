import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with how the steps of a pipeline are tried. */
export const stepsDiagnostics = defineDiagnostics("steps", {
  ofStreams: {
    severity: "error",
    message: (p: { property: string; pipeline: string; mayWatch: boolean }) =>
      `'${p.property}' is about pipelines that are started, and '${p.pipeline}' is kept running: leave it out${p.mayWatch ? ", or write 'watch: { every: 15 minutes }'" : ""}.`,
    explanation:
      "`retry`, `timeout`, `tables_at_once` and `on_failure` say what the orchestrator does when it runs a pipeline that lands tables of databases. Streams are kept running by the job itself. Where the pipelines of a Synapse workspace `watch` a stream, `on_failure` says who is told that it does not run.",
  },
  wait: {
    severity: "error",
    message: (p: { wait: string }) =>
      `An activity waits '30 seconds' to '1 day' before it is tried again, and '${p.wait}' is not within that.`,
    explanation:
      "An activity's `retryIntervalInSeconds` is 30 to 86400. https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities#activity-policy",
  },
  timeout: {
    severity: "error",
    message: (p: { timeout: string }) =>
      `An activity is given '10 minutes' to '7 days', and '${p.timeout}' is not within that.`,
    explanation:
      "An activity's timeout is at least 10 minutes and at most 7 days. https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits",
  },
  longStep: {
    severity: "warning",
    message: (p: { times: number; timeout: string; wait: string; total: string }) =>
      `A step that hangs keeps the run for ${p.total}: it is tried ${p.times} times for ${p.timeout}, ${p.wait} apart. Meanwhile no other run of the pipeline begins.`,
    explanation:
      "A pipeline runs once at a time, so runs that are started while one hangs wait for it, and up to 100 of them. Together the attempts should not take longer than a week: shorten `timeout`, or try less often.",
  },
});
