import { randomUUID } from "node:crypto";
import type { Answer } from "../call.js";
import { queriedRuns, shownRun } from "../pipeline-runs.js";
import { pipelines } from "./kinds.js";
import { missing, objectOf } from "./objects.js";
import { refuse } from "./refusals.js";
import { factoryOf, jsonAnswer, objectIn } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";

/** Runs that take their time, and do what the settings say, if anything. https://learn.microsoft.com/rest/api/datafactory/pipeline-runs */
export const runRoutes: readonly Route[] = [
  {
    method: "POST",
    path: `${factory}/pipelines/{name}/createRun`,
    action: "Microsoft.DataFactory/factories/pipelines/createrun/action",
    handle: create,
  },
  {
    method: "GET",
    path: `${factory}/pipelineruns/{run}`,
    action: "Microsoft.DataFactory/factories/pipelineruns/read",
    handle: get,
  },
  {
    method: "POST",
    path: `${factory}/queryPipelineRuns`,
    action: "Microsoft.DataFactory/factories/querypipelineruns/action",
    handle: query,
  },
];

function create(request: ArmRequest): Answer {
  const { call, store, settings } = request;
  const home = factoryOf(request);
  const pipeline = objectOf(request, pipelines) ?? missing(request, pipelines);
  const runId = randomUUID();
  const startedAt = settings.now();
  const parameters = call.body.length === 0 ? {} : objectIn(call);
  const failure = settings.onRun?.(pipeline.properties, parameters);
  store.runs.set(runId, {
    ...(failure === undefined ? {} : { failure }),
    runId,
    factory: home.id,
    pipelineName: pipeline.name,
    parameters,
    startedAt,
    endsAt: call.isEndless ? undefined : startedAt + settings.runTime,
  });
  return jsonAnswer(200, { runId });
}

function get(request: ArmRequest): Answer {
  const { store, settings, part } = request;
  const run = store.runs.get(part("run"));
  if (run === undefined || run.factory !== factoryOf(request).id) {
    return refuse(404, "PipelineRunNotFound", `The pipeline run '${part("run")}' was not found.`);
  }
  return jsonAnswer(200, shownRun(run, settings));
}

function query(request: ArmRequest): Answer {
  const { call, store, settings } = request;
  const { id } = factoryOf(request);
  const all = [...store.runs.values()].filter((run) => run.factory === id);
  const found = queriedRuns(all, objectIn(call), settings);
  return jsonAnswer(
    200,
    found ?? refuse(400, "BadRequest", "The filters, the order or the times of the query are not valid."),
  );
}
