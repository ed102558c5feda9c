import type { Json } from "../../../compiler/emit/json.js";
import { isObject, type JsonObject } from "../json.js";

/** A secret that was put as text comes back as asterisks: https://learn.microsoft.com/rest/api/datafactory/linked-services/create-or-update#examples */
export function masked(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, hidden(value)]));
}

function hidden(value: Json): Json {
  if (Array.isArray(value)) return value.map(hidden);
  if (!isObject(value)) return value;
  return value["type"] === "SecureString" && "value" in value ? { ...value, value: "**********" } : masked(value);
}
