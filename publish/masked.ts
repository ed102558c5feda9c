import type { Json } from "../compiler/emit/json.js";
import { isJsonList, isJsonRecord } from "./records.js";

/**
 * Where a value holds a secret as a factory answers it: asterisks.
 * https://learn.microsoft.com/rest/api/datafactory/linked-services/create-or-update#examples
 */
export function maskedIn(value: Json, path = ""): readonly string[] {
  if (isJsonList(value)) return value.flatMap((one, at) => maskedIn(one, `${path}[${at}]`));
  if (isJsonRecord(value))
    return Object.entries(value).flatMap(([key, one]) => maskedIn(one, path === "" ? key : `${path}.${key}`));
  return typeof value === "string" && /^\*{5,}$/.test(value) ? [path] : [];
}
