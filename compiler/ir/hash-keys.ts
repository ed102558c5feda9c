import { keyedCalls, keyOf } from "../expression/keyed.js";
import type { ColumnIr } from "./clauses.js";
import { viewsRead } from "./inputs.js";
import type { Query } from "./query.js";

/** The names of the keys that a query hashes by, in the order of the alphabet. */
export function hashKeysOf(query: Query): readonly string[] {
  const calls = columnsMade(query).flatMap(({ expression }) => keyedCalls(expression.node));
  return [...new Set(calls.flatMap((call) => keyOf(call) ?? []))].sort();
}

/** The columns that it computes, those of views on the way with them. */
function columnsMade(query: Query): readonly ColumnIr[] {
  switch (query.kind) {
    case "rows":
    case "interval-join":
    case "windows":
      return [...viewsRead(query.input).flatMap(({ columns }) => columns), ...(query.columns ?? [])];
    case "replace":
    case "apply-changes":
      return query.columns;
    case "ingest":
    case "new-files":
    case "new-rows":
    case "documents":
    case "send":
    case "files":
      return [];
  }
}
