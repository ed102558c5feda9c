import { randomUUID } from "node:crypto";
import { ActivityError } from "./activity.js";
import type { Declared, Pipeline } from "./definition.js";
import type { JsonObject, JsonValue } from "./json.js";
import { valuesOf } from "./parameters.js";
import { runActivities } from "./run-activities.js";
import { newResults, type PipelineRun } from "./scope.js";
import type { World } from "./world.js";

interface Start {
  readonly world: World;
  readonly parameters: JsonObject;
  readonly parent: PipelineRun | undefined;
  readonly within: readonly string[];
}

/** Runs a pipeline to its end; an error says why it has failed. */
export async function runPipeline(
  pipeline: Pipeline,
  { world, parameters, parent, within }: Start,
): Promise<PipelineRun> {
  const stray = Object.keys(parameters).find((name) => !pipeline.parameters.has(name));
  if (stray !== undefined) throw new ActivityError(`The pipeline '${pipeline.name}' has no parameter '${stray}'.`);
  const run: PipelineRun = {
    pipeline: pipeline.name,
    id: randomUUID(),
    at: new Date().toISOString(),
    parameters: valuesOf(pipeline.parameters, parameters, `pipeline '${pipeline.name}'`),
    variables: new Map([...pipeline.variables].map(([name, one]) => [name, one.byDefault ?? emptyOf(one)])),
    returned: new Map(),
    parent,
  };
  await runActivities(pipeline.activities, { world, run, results: newResults(), within });
  return run;
}

/** What a variable is before it is set. */
const emptyOf = ({ type }: Declared): JsonValue =>
  type === "array" ? [] : type === "boolean" ? false : type === "integer" ? 0 : "";
