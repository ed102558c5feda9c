import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject, lacking } from "../json.js";
import { pipelineFlaw } from "./pipeline-shape.js";
import { triggerFlaw } from "./trigger-shape.js";

/**
 * What the properties of a thing lack or have too much of; undefined: nothing. A workspace of Synapse asks the same of the kinds that
 * it has in common with a factory.
 */
export const flawOf = (segment: string, properties: JsonObject): string | undefined =>
  tooLarge(segment, properties) ??
  lacking(properties, required[segment] ?? []) ??
  unclear(properties) ??
  (segment === "pipelines" ? pipelineFlaw(properties) : undefined) ??
  (segment === "triggers" ? triggerFlaw(properties) : undefined);

/**
 * Datasets: https://learn.microsoft.com/rest/api/datafactory/datasets/create-or-update. The others' `required` lists:
 * https://github.com/Azure/azure-rest-api-specs/tree/main/specification/synapse/data-plane/Microsoft.Synapse/stable/2020-12-01/entityTypes
 */
const required: Readonly<Record<string, readonly string[]>> = {
  datasets: ["linkedServiceName"],
  notebooks: ["metadata", "nbformat", "nbformat_minor", "cells"],
  sqlScripts: ["content.query"],
  sparkJobDefinitions: [
    "targetBigDataPool",
    ...["file", "driverMemory", "driverCores", "executorMemory", "executorCores", "numExecutors"].map(
      (name) => `jobProperties.${name}`,
    ),
  ],
};

/** Whatever refers to something says of which kind that is: https://learn.microsoft.com/rest/api/datafactory/datasets/create-or-update#linkedservicereference */
function unclear(value: Json): string | undefined {
  if (Array.isArray(value)) return firstOf(value, unclear);
  if (!isObject(value)) return undefined;
  const { referenceName: name, type } = value;
  const isClear = typeof name !== "string" || (typeof type === "string" && type.endsWith("Reference"));
  return isClear ? firstOf(Object.values(value), unclear) : `The reference '${name}' needs its type.`;
}

function firstOf(values: readonly Json[], flaw: (value: Json) => string | undefined): string | undefined {
  for (const value of values) {
    const found = flaw(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Bytes of a thing:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits#azure-data-factory-limits. That the
 * service refuses what is above them where it is saved is the careful reading.
 */
const mostBytes: Readonly<Record<string, number>> = {
  pipelines: 200 * 1024,
  datasets: 100 * 1024,
  linkedservices: 100 * 1024,
};

function tooLarge(segment: string, properties: JsonObject): string | undefined {
  const most = mostBytes[segment];
  const bytes = Buffer.byteLength(JSON.stringify(properties));
  return most === undefined || bytes <= most
    ? undefined
    : `It has ${bytes} bytes, which is above the limit of ${most}.`;
}
