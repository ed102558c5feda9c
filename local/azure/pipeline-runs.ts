import type { Json } from "../../compiler/emit/json.js";
import { type JsonObject, objectsIn } from "./json.js";
import type { Settings } from "./settings.js";
import type { PipelineRun } from "./store.js";

/** A run as both services answer it: https://learn.microsoft.com/rest/api/datafactory/pipeline-runs/get#pipelinerun */
export function shownRun(run: PipelineRun, { now }: Settings): JsonObject {
  const { runId, pipelineName, parameters, startedAt, endsAt, failure } = run;
  const hasEnded = endsAt !== undefined && endsAt <= now();
  const ended = failure === undefined ? "Succeeded" : "Failed";
  return {
    runId,
    pipelineName,
    parameters,
    runStart: new Date(startedAt).toISOString(),
    runEnd: hasEnded ? new Date(endsAt).toISOString() : null,
    durationInMs: hasEnded ? endsAt - startedAt : null,
    status: hasEnded ? ended : "InProgress",
    message: hasEnded ? (failure ?? "") : "",
  };
}

/**
 * The runs that a body asks for, a page of them; undefined: what it asks for is none of what is known here, which is the pipeline's name.
 * https://learn.microsoft.com/rest/api/datafactory/pipeline-runs/query-by-factory
 */
export function queriedRuns(all: readonly PipelineRun[], body: JsonObject, settings: Settings): JsonObject | undefined {
  const [after, before] = ["lastUpdatedAfter", "lastUpdatedBefore"].map((name) => Date.parse(String(body[name])));
  if (after === undefined || before === undefined || Number.isNaN(after + before)) return undefined;
  const filters = objectsIn(body["filters"]);
  const orders = objectsIn(body["orderBy"]);
  if (filters.some((one) => one["operand"] !== "PipelineName" || !["Equals", "In"].includes(String(one["operator"]))))
    return undefined;
  if (orders.some((one) => one["orderBy"] !== "RunStart")) return undefined;
  const updatedAt = ({ startedAt, endsAt }: PipelineRun): number =>
    endsAt !== undefined && endsAt <= settings.now() ? endsAt : startedAt;
  const found = all
    .filter((run) => updatedAt(run) >= after && updatedAt(run) <= before)
    .filter(({ pipelineName }) => filters.every((one) => namesOf(one["values"]).includes(pipelineName.toLowerCase())))
    .toSorted((a, b) => (orders[0]?.["order"] === "ASC" ? a.startedAt - b.startedAt : b.startedAt - a.startedAt));
  const from = Number(body["continuationToken"] ?? 0);
  const to = from + settings.pageSize;
  const value = found.slice(from, to).map((run) => shownRun(run, settings));
  return { value, ...(to < found.length ? { continuationToken: String(to) } : {}) };
}

const namesOf = (values: Json | undefined): readonly string[] =>
  Array.isArray(values) ? values.map((one) => String(one).toLowerCase()) : [];
