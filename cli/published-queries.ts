import { databricksJobName, workspacePath } from "../compiler/emit/databricks.js";
import { queryPath } from "../compiler/emit/query-path.js";
import { synapseName } from "../compiler/emit/synapse.js";
import type { JobIr, ProjectIr } from "../compiler/ir/ir.js";
import { checkpointPlaces, placeOfRows } from "../compiler/ir/places.js";
import type { Query } from "../compiler/ir/query.js";
import type { QueryFacts } from "../compiler/lock/next-lock.js";
import { kinds } from "../publish/kinds.js";
import type { PublishedQuery } from "../publish/published-query.js";
import { type ThingId, thingId } from "../publish/thing.js";

/** The queries of a project, as publishing knows them. */
export function publishedQueries(
  ir: Pick<ProjectIr, "name" | "spark" | "jobs" | "lake">,
  queries: readonly QueryFacts[],
  environment: string,
): readonly PublishedQuery[] {
  const found = new Map(ir.jobs.flatMap((job) => job.queries.map((query) => [query.id, { job, query }] as const)));
  return queries.map(({ id, kind }) => {
    const run = found.get(id);
    if (run === undefined) return { id, kind, runs: [], checkpoint: null };
    const runs = thingsThatRun(run.job, run.query, ir);
    // Landed rows are taken by batches that keep no checkpoint of Spark's.
    if (run.query.kind === "apply-changes") return { id, kind, runs, checkpoint: null };
    const place = placeOfRows(checkpointPlaces(ir.lake, run.query), environment);
    const folder = (identity: string): string => `_checkpoints/${id}/${identity}-${place}`;
    const { identity, goesOnFrom } = run.query;
    const before = goesOnFrom.length > 0 ? { goesOnFrom: goesOnFrom.map(folder) } : {};
    return { id, kind, runs, checkpoint: folder(identity), ...before };
  });
}

function thingsThatRun(
  job: JobIr,
  query: Query,
  { name, spark }: Pick<ProjectIr, "name" | "spark">,
): readonly ThingId[] {
  const path = queryPath(job.name, query);
  if (spark === "synapse") {
    const kept = thingId(kinds["synapse.sparkJobDefinition"], synapseName(name, job.name));
    return [job.isOfFlow ? thingId(kinds["synapse.notebook"], synapseName(name, path)) : kept];
  }
  const notebook = thingId(kinds.notebook, workspacePath(name, path));
  return job.isOfFlow ? [notebook] : [thingId(kinds.job, databricksJobName(name, job.name)), notebook];
}
