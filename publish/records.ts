import { hash } from "node:crypto";
import type { Json } from "../compiler/emit/json.js";

export type JsonRecord = { readonly [key: string]: Json };

export const isJsonRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isJsonList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The text at a path of keys; undefined if there is none. */
export function textAt(value: Json | undefined, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === "string" ? found : undefined;
}

export const valueAt = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((at, key) => (isJsonRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);

/** The same JSON, whatever the order of keys. */
export const isSame = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));

/** JSON as one text, keys sorted. */
export function canonical(value: Json): string {
  if (isJsonList(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isJsonRecord(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

export const hashOf = (value: Json): string => hash("sha256", canonical(value));

/** Text as JSON; undefined if it is none. The one place where what a service answers becomes a type of ours. */
export function parsed(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
