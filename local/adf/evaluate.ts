import { randomUUID } from "node:crypto";
import { ActivityError, type Result } from "./activity.js";
import type { DatasetUse } from "./definition.js";
import type { Context } from "./expression/context.js";
import { ExpressionError } from "./expression/problem.js";
import { resolve } from "./expression/resolve.js";
import { type ObjectValue, toValue, type Value } from "./expression/value.js";
import type { JsonObject, JsonValue } from "./json.js";
import { valuesOf } from "./parameters.js";
import { isObject } from "./reader.js";
import type { Scope } from "./scope.js";

/** A part of an activity with its expressions evaluated. */
export const evaluate = (json: JsonValue, scope: Scope): JsonValue => evaluated(json, contextOf(scope));

/** The properties of a dataset, over the parameters that an activity gives it. */
export function evaluateDataset({ dataset, parameters }: DatasetUse, scope: Scope): JsonValue {
  const given = evaluate(parameters, scope);
  const own = valuesOf(dataset.parameters, isObject(given) ? given : {}, `the dataset '${dataset.name}'`);
  return evaluated(dataset.properties, { dataset: objectOf(own), clock });
}

function evaluated(json: JsonValue, context: Context): JsonValue {
  try {
    return jsonOf(resolve(toValue(json), context));
  } catch (error) {
    // An expression without a value is a failure of its activity.
    if (error instanceof ExpressionError) throw new ActivityError(error.message, "InvalidTemplate");
    throw error;
  }
}

function contextOf({ world, run, results, item }: Scope): Context {
  return {
    pipeline: {
      DataFactory: world.factory,
      Pipeline: run.pipeline,
      RunId: run.id,
      GroupId: run.id,
      TriggerType: run.parent ? "PipelineActivity" : "Manual",
      TriggerId: run.parent?.id ?? run.id,
      TriggerName: run.parent?.pipeline ?? "Manual",
      TriggerTime: run.at,
      TriggeredByPipelineName: run.parent?.pipeline ?? null,
      TriggeredByPipelineRunId: run.parent?.id ?? null,
    },
    parameters: objectOf(run.parameters),
    globalParameters: objectOf(world.globalParameters),
    variables: objectOf(Object.fromEntries(run.variables)),
    activities: Object.fromEntries(Object.entries(results.all()).map(([name, result]) => [name, seen(result)])),
    ...(item === undefined ? {} : { item: toValue(item) }),
    clock,
  };
}

/** What `activity('name')` gives. */
const seen = ({ outcome, output, error }: Result): Value => ({
  output: toValue(output),
  Status: outcome,
  ...(error ? { error: { message: error.message, errorCode: error.code } } : {}),
});

const clock = { utcNow: () => new Date(), guid: () => randomUUID(), random: () => Math.random() };

function objectOf(json: JsonObject): ObjectValue {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, toValue(value)]));
}

function jsonOf(value: Value): JsonValue {
  if (typeof value === "bigint") return safe(value);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, jsonOf(inner)]));
  return value;
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new ActivityError(`${value} is more than this machine keeps exactly.`);
  return number;
}
