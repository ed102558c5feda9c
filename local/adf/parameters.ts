import { ActivityError } from "./activity.js";
import type { Declared } from "./definition.js";
import type { JsonObject } from "./json.js";

/** The values of declared parameters: those that are given, or else the defaults. */
export function valuesOf(declared: ReadonlyMap<string, Declared>, given: JsonObject, of: string): JsonObject {
  return Object.fromEntries(
    [...declared].map(([name, { byDefault }]) => {
      const value = Object.hasOwn(given, name) ? given[name] : byDefault;
      if (value === undefined) throw new ActivityError(`The parameter '${name}' of ${of} is not given.`);
      return [name, value];
    }),
  );
}
