import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject, lacking } from "../json.js";

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
};

export function triggerFlaw(properties: JsonObject): string | undefined {
  const { type, typeProperties } = properties;
  const missing = lacking(properties, required[String(type)] ?? []);
  if (missing !== undefined || !isObject(typeProperties)) return missing;
  if (type === "TumblingWindowTrigger") return windowFlaw(typeProperties);
  if (type === "BlobEventsTrigger") return pathFlaw(typeProperties);
  return undefined;
}

/** Beside the above, what is said in https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger#tumbling-window-trigger-type-properties */
function windowFlaw({ frequency, interval, maxConcurrency }: JsonObject): string | undefined {
  if (!["Minute", "Hour", "Month"].includes(String(frequency))) return "The frequency is Minute, Hour or Month.";
  if (!isWhole(interval, frequency === "Minute" ? 5 : 1, Number.MAX_SAFE_INTEGER))
    return "The interval is a whole number, of minutes at least 5.";
  return isWhole(maxConcurrency, 1, 50) ? undefined : "maxConcurrency is a whole number from 1 to 50.";
}

const pathFlaw = ({ blobPathBeginsWith: begin, blobPathEndsWith: end }: JsonObject): string | undefined =>
  begin === undefined && end === undefined ? "One of blobPathBeginsWith and blobPathEndsWith is required." : undefined;

const isWhole = (value: Json | undefined, least: number, most: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
