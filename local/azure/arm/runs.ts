import { randomUUID } from "node:crypto";
import type { Answer } from "../call.js";
import type { JsonObject } from "../json.js";
import type { Settings } from "../settings.js";
import type { PipelineRun } from "../store.js";
import { pipelines } from "./kinds.js";
import { missing, objectOf } from "./objects.js";
import { refuse } from "./refusals.js";
import { factoryOf, jsonAnswer, objectIn } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";

/** Runs that do nothing but take their time. https://learn.microsoft.com/rest/api/datafactory/pipeline-runs */
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
];

function create(request: ArmRequest): Answer {
  const { call, store, settings } = request;
  const home = factoryOf(request);
  const pipeline = objectOf(request, pipelines) ?? missing(request, pipelines);
  const runId = randomUUID();
  const startedAt = settings.now();
  store.runs.set(runId, {
    runId,
    factory: home.id,
    pipelineName: pipeline.name,
    parameters: call.body.length === 0 ? {} : objectIn(call),
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
  return jsonAnswer(200, shown(run, settings));
}

function shown({ runId, pipelineName, parameters, startedAt, endsAt }: PipelineRun, { now }: Settings): JsonObject {
  const hasEnded = endsAt !== undefined && endsAt <= now();
  return {
    runId,
    pipelineName,
    parameters,
    runStart: new Date(startedAt).toISOString(),
    runEnd: hasEnded ? new Date(endsAt).toISOString() : null,
    durationInMs: hasEnded ? endsAt - startedAt : null,
    status: hasEnded ? "Succeeded" : "InProgress",
    message: "",
  };
}
