import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject, lacking, objectsIn } from "../json.js";

/**
 * What a trigger must say, by its type:
 * https://github.com/Azure/azure-rest-api-specs/blob/main/specification/datafactory/resource-manager/Microsoft.DataFactory/stable/2018-06-01/entityTypes/Trigger.json
 */
const required: Readonly<Record<string, readonly string[]>> = {
  ScheduleTrigger: ["typeProperties.recurrence"],
  TumblingWindowTrigger: [
    "pipeline",
    ...["frequency", "interval", "startTime", "maxConcurrency"].map((name) => `typeProperties.${name}`),
  ],
  BlobEventsTrigger: ["typeProperties.events", "typeProperties.scope"],
  CustomEventsTrigger: ["typeProperties.events", "typeProperties.scope"],
  BlobTrigger: ["typeProperties.folderPath", "typeProperties.maxConcurrency", "typeProperties.linkedService"],
  RerunTumblingWindowTrigger: ["parentTrigger", "requestedStartTime", "requestedEndTime", "rerunConcurrency"].map(
    (name) => `typeProperties.${name}`,
  ),
  ChainingTrigger: ["pipeline", "typeProperties.dependsOn", "typeProperties.runDimension"],
};

export function triggerFlaw(properties: JsonObject): string | undefined {
  const { type, typeProperties } = properties;
  // The words: https://github.com/MicrosoftDocs/azure-docs/issues/47677
  if (!Object.hasOwn(required, String(type)))
    return `Invalid type '${String(type)}' is provided in 'triggers'. Please correct the type in payload and retry.`;
  const missing = lacking(properties, required[String(type)] ?? []);
  if (missing !== undefined || !isObject(typeProperties)) return missing;
  if (type === "TumblingWindowTrigger") return windowFlaw(typeProperties);
  if (type === "BlobEventsTrigger") return pathFlaw(typeProperties);
  return undefined;
}

/** Beside the above, what is said in https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger#tumbling-window-trigger-type-properties */
function windowFlaw({ frequency, interval, maxConcurrency, retryPolicy, dependsOn }: JsonObject): string | undefined {
  if (!["Minute", "Hour", "Month"].includes(String(frequency))) return "The frequency is Minute, Hour or Month.";
  if (!isWhole(interval, frequency === "Minute" ? 5 : 1, Number.MAX_SAFE_INTEGER))
    return "The interval is a whole number, of minutes at least 5.";
  if (!isWhole(maxConcurrency, 1, 50)) return "maxConcurrency is a whole number from 1 to 50.";
  const between = isObject(retryPolicy) ? (retryPolicy["intervalInSeconds"] ?? 30) : 30;
  if (!isWhole(between, 30, 86_400)) return "intervalInSeconds is a whole number from 30 to 86400.";
  return objectsIn(dependsOn)
    .map(dependencyFlaw)
    .find((one) => one !== undefined);
}

/** A trigger waits for another one's windows, or for earlier ones of its own, which are so much before. */
function dependencyFlaw(dependency: JsonObject): string | undefined {
  if (dependency["type"] === "TumblingWindowTriggerDependencyReference")
    return lacking(dependency, ["referenceTrigger.referenceName"]);
  if (dependency["type"] !== "SelfDependencyTumblingWindowTriggerReference") return "Each of dependsOn needs its type.";
  const isBefore = /^-(\d+\.)?\d\d:(60|[0-5]\d):(60|[0-5]\d)$/.test(String(dependency["offset"]));
  return isBefore ? undefined : "A trigger that waits for its own windows needs an offset before them.";
}

const pathFlaw = ({ blobPathBeginsWith: begin, blobPathEndsWith: end }: JsonObject): string | undefined =>
  begin === undefined && end === undefined ? "One of blobPathBeginsWith and blobPathEndsWith is required." : undefined;

const isWhole = (value: Json | undefined, least: number, most: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
