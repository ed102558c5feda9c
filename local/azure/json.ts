import type { Json } from "../../compiler/emit/json.js";

export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; of all else, none. */
export const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** Says which of some paths, as `a.b`, leads to nothing; undefined: none of them. */
export function lacking(value: JsonObject, paths: readonly string[]): string | undefined {
  const missing = paths.find((path) => (at(value, path.split(".")) ?? null) === null);
  return missing === undefined ? undefined : `The property '${missing}' is required.`;
}

const at = (value: Json | undefined, [first, ...rest]: readonly string[]): Json | undefined =>
  first === undefined ? value : isObject(value) ? at(value[first], rest) : undefined;

/** What a text says as JSON; undefined: it is none. */
export function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
