import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type LocalFlow, loadFlow } from "./flow.js";
import { jobNames, type LocalJob, loadJob } from "./job.js";

/** What a run does: a job, or those of all pipelines that a master calls; and the pipeline that starts it, if one does. */
export interface Work {
  readonly job: LocalJob;
  /** Undefined: nothing lands before its notebooks run. */
  readonly flow: LocalFlow | undefined;
}

/** The work of a job's name, or of what runs several: a master, or a pipeline with jobs of its own; without a name the only one there is, or what runs all. */
export async function loadWork(artifactsDir: string, name?: string, environment = "local"): Promise<Work> {
  const masters = await mastersIn(artifactsDir, environment);
  const names = await jobNames(artifactsDir, environment);
  const master =
    name === undefined
      ? masters.find(({ jobs }) => names.every((job) => jobs?.includes(job)))
      : masters.find(({ pipeline }) => pipeline === name);
  if (master === undefined) {
    const runs = masters.find(({ jobs }) => name !== undefined && jobs?.includes(name));
    if (name !== undefined && runs && (await loadFlow(artifactsDir, name, environment)) === undefined)
      throw new Error(`'${name}' is a job that '${runs.pipeline}' runs, when rows have landed: run that.`);
    const also = masters.map(({ pipeline }) => pipeline);
    const job = await loadJob(artifactsDir, name, environment, also);
    return { job, flow: await loadFlow(artifactsDir, job.job, environment) };
  }
  const jobs = await Promise.all((master.jobs ?? []).map((job) => loadJob(artifactsDir, job, environment)));
  return { job: together(master.pipeline, jobs), flow: master };
}

/** The masters that call pipelines with jobs. */
async function mastersIn(artifactsDir: string, environment: string): Promise<readonly LocalFlow[]> {
  const files = await readdir(join(artifactsDir, "env", environment, "flow")).catch(() => []);
  const names = files.flatMap((file) => (file.endsWith(".json") ? [file.slice(0, -".json".length)] : [])).sort();
  const flows = await Promise.all(names.map((name) => loadFlow(artifactsDir, name, environment)));
  return flows.filter((flow) => flow !== undefined).filter(({ jobs = [] }) => jobs.length > 0);
}

/** Jobs as one. */
const together = (name: string, jobs: readonly LocalJob[]): LocalJob => ({
  job: name,
  notebooks: jobs.flatMap(({ notebooks }) => notebooks),
  feeds: jobs.flatMap(({ feeds }) => feeds),
  topics: jobs.flatMap(({ topics = [] }) => topics),
  windows: jobs.flatMap(({ windows = [] }) => windows),
  interval_joins: jobs.flatMap(({ interval_joins = [] }) => interval_joins),
  replaced: jobs.flatMap(({ replaced = [] }) => replaced),
  not_exercised: [...new Set(jobs.flatMap(({ not_exercised = [] }) => not_exercised))],
  tables: jobs.flatMap(({ tables }) => tables),
});
