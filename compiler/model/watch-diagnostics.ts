import { defineDiagnostics } from "../diagnostics/diagnostic.js";

/** What is wrong with looking whether streams run. */
export const watchDiagnostics = defineDiagnostics("watch", {
  ofRuns: {
    severity: "error",
    message: (p: { pipeline: string }) =>
      `'watch' is about streams that are kept running, and '${p.pipeline}' is started: each run says itself whether it failed. Leave it out; 'on_failure' says who is told.`,
    explanation:
      "A pipeline that lands tables does its work and ends, so between two runs there is nothing that could be watched.",
  },
  onDatabricks: {
    severity: "error",
    message: () =>
      "A pipeline of a Synapse workspace watches streaming jobs, and these run on Databricks: leave 'watch' out.",
    explanation:
      "A job of Databricks tries each of its queries again by itself, and tells of a run that fails by its own notifications, for which no other service need ask: https://learn.microsoft.com/azure/databricks/jobs/notifications. `sluice status --detailed-exitcode` tells of one that does not run.",
  },
  noOrchestrator: {
    severity: "error",
    message: () =>
      "A pipeline of the workspace does the watching: write 'orchestrator: synapse' beside 'spark: synapse' in sluice.yaml.",
    explanation:
      "Without an orchestrator a project publishes notebooks and Spark job definitions, and no pipelines or triggers.",
  },
  nothingRuns: {
    severity: "error",
    message: (p: { pipeline: string }) =>
      `'${p.pipeline}' has neither a table that is stored nor a sink, so there is no job that could be watched.`,
    explanation:
      "A job is made of the queries of a pipeline. Sources are read, and views computed, where they are used.",
  },
  interval: {
    severity: "error",
    message: (p: { every: string }) =>
      `It is looked every '15 minutes' to '1 day', and '${p.every}' is not within that.`,
    explanation:
      "One look may take 11 minutes and more: where no application runs it is looked again, as publishing may be handing the job over. The next look would wait for it, and the one after that.",
  },
  takenTrigger: {
    severity: "error",
    message: (p: { trigger: string; pipeline: string; other: string }) =>
      `The trigger that starts the watching of '${p.pipeline}' has the name '${p.trigger}', as one of '${p.other}' has: rename that one.`,
    explanation: "A workspace tells triggers apart by their names, in whichever capital or small letters.",
  },
});
