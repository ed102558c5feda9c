import type { Json } from "../compiler/emit/json.js";
import { isTrigger, type KindName, kinds } from "./kinds.js";
import { isSame } from "./records.js";

/**
 * Whether two values at a path of a thing say the same. The start of windows is a moment, which a service may answer in another form
 * than it was sent; without a zone it is UTC.
 * https://learn.microsoft.com/dotnet/api/azure.analytics.synapse.artifacts.models.tumblingwindowtrigger.starttime
 */
export function isSameAt(kind: KindName, path: readonly string[], a: Json | undefined, b: Json | undefined): boolean {
  if (isSame(a, b)) return true;
  const isMoment = isTrigger(kinds[kind]) && path.join(".") === "properties.typeProperties.startTime";
  const moment = isMoment ? momentOf(a) : undefined;
  return moment !== undefined && moment === momentOf(b);
}

const dateAndTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/** In milliseconds; undefined: it is none. */
function momentOf(value: Json | undefined): number | undefined {
  const found = typeof value === "string" ? dateAndTime.exec(value) : null;
  if (found === null) return undefined;
  const time = Date.parse(found[3] === undefined ? `${value}Z` : found[0]);
  return Number.isNaN(time) ? undefined : time;
}
