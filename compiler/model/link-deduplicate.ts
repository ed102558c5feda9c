import type { Report } from "../diagnostics/report.js";
import type { ScopeColumn } from "../expression/expression.js";
import { type Clause, isColumn, quoted } from "./link-parts.js";
import type { LinkedTable } from "./linked.js";
import type { Table } from "./table.js";

/** Looks up the keys that repeats are known by. */
export function linkDeduplicate(
  table: Table,
  columns: readonly ScopeColumn[],
  report: Report,
): Clause<LinkedTable["deduplicate"]> {
  if (table.deduplicate === undefined) return undefined;
  const { keys, origin } = table.deduplicate;
  const known = keys.filter((key) => isColumn(key, quoted(table), columns, report));
  return known.length === keys.length ? { keys: keys.map(({ name }) => name), origin } : "broken";
}
