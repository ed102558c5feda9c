import { fingerprint } from "../lock/identity.js";
import type { DataFlowIr, LandedIr, LandingIr } from "./flow.js";
import { allTablesRead, landedRead } from "./inputs.js";
import type { JobIr } from "./ir.js";

/** By what the queries of jobs are told from those before a change: where one is new or begins anew, it is another text. */
export const takersOf = (jobs: readonly JobIr[]): string =>
  fingerprint(Object.fromEntries(jobs.flatMap(({ queries }) => queries).map(({ id, identity }) => [id, identity])));

/** What of a pipeline's landings its jobs have something to do with: what no query reads is for nobody, or for data flows whose tables none reads. */
export function takenByJobs(landings: readonly LandingIr[], jobs: readonly JobIr[]): readonly LandedIr[] {
  const read = new Set(jobs.flatMap(({ queries }) => queries.flatMap(landedRead)).map(({ id }) => id));
  return landings.flatMap(({ output }) => (read.has(output.id) ? [output] : []));
}

/** The data flows whose tables jobs read, in the order of their ids: the jobs wait for them. */
export function dataFlowsRead(dataFlows: readonly DataFlowIr[], jobs: readonly JobIr[]): readonly DataFlowIr[] {
  const queries = jobs.flatMap((job) => job.queries);
  const tables = queries.flatMap((query) => (query.kind === "replace" ? allTablesRead(query) : []));
  const read = new Set(tables.map(({ path }) => path));
  return dataFlows.filter(({ output }) => read.has(output.path)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a job takes that others load, each once. */
export const loadsOf = (job: JobIr): readonly LandedIr[] => [
  ...new Map(
    job.queries
      .flatMap(landedRead)
      .flatMap((landed) => (landed.of === "landings" ? [] : [[landed.id, landed] as const])),
  ).values(),
];

/** Those of functions that the run has called. */
export const calledLoadsOf = (job: JobIr): readonly LandedIr[] =>
  loadsOf(job).filter(({ of }) => of === "called-loads");

/** Whether each run tells a job which landings are whole: not where all that it takes are loads of others. */
export const takesLandings = (job: JobIr): boolean => loadsOf(job).length === 0;
