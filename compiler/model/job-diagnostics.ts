import { defineDiagnostics } from "../diagnostics/diagnostic.js";
import { allOf } from "../diagnostics/suggest.js";

/** What is wrong with the jobs of a pipeline. */
export const jobDiagnostics = defineDiagnostics("jobs", {
  ofStreams: {
    severity: "error",
    message: (p: { pipeline: string }) =>
      `'${p.pipeline}' is kept running, and all of it is one job: leave 'jobs' out, and give what is to run apart a pipeline of its own.`,
    explanation:
      "`jobs` tells apart what runs of a pipeline that is started, whose tables no other pipeline may read. Tables of streams are read by other pipelines, each of which is a job with a cluster of its own.",
  },
  twice: {
    severity: "error",
    message: (p: { table: string; other: string }) =>
      `'${p.table}' is in the job '${p.other}' already: a table is computed by one job.`,
    explanation: "Two jobs that write one table would do the same work twice, and stop each other.",
  },
  elsewhere: {
    severity: "error",
    message: (p: { table: string }) =>
      `'${p.table}' is of another pipeline, and a job has tables of its own pipeline: name it there, under 'jobs'.`,
    explanation: "A job is run by its pipeline, when what it reads has landed.",
  },
  notComputed: {
    severity: "error",
    message: (p: { table: string; because: "landed" | "view" | "data-flow" | "other" }) =>
      `${
        {
          landed: `'${p.table}' is landed by the orchestrator, before any job runs`,
          view: `'${p.table}' is a view, which is computed within each table that reads it`,
          "data-flow": `'${p.table}' is computed by a mapping data flow, on a cluster of its own`,
          other: `'${p.table}' is no table`,
        }[p.because]
      }: a job has silver and gold tables that notebooks compute.`,
    explanation:
      "A job is a cluster and the notebooks that run on it. What stands under `tables` is computed by such a notebook and stored.",
  },
  circle: {
    severity: "error",
    message: (p: { circle: readonly string[]; reads: string; read: string }) =>
      `${allOf(p.circle)} wait for each other: '${p.reads}' reads '${p.read}'. Move one of them, so that each job can run when those before it have ended.`,
    explanation:
      "A job runs when all jobs whose tables it reads have succeeded. If a table of one reads a table of the other, and the other way round, neither could be first.",
  },
  takenName: {
    severity: "error",
    message: (p: { name: string; other: string }) =>
      `Its notebooks would stand in '${p.name}', where those of ${p.other} are: give the job another name.`,
    explanation: "Notebooks of a job stand in a folder with the names of its pipeline and its own, `<pipeline>_<job>`.",
  },
});
