import type { Report } from "../diagnostics/report.js";
import type { ScopeColumn } from "../expression/expression.js";
import { groupColumns, linkGrouping } from "./link-grouping.js";
import { type Clause, isTimestamp, quoted } from "./link-parts.js";
import type { Column, LinkedWindows } from "./linked.js";
import type { Table } from "./table.js";

/** Types the aggregates of each stretch of event time. */
export function linkWindows(table: Table, columns: readonly ScopeColumn[], report: Report): Clause<LinkedWindows> {
  if (table.window === undefined) return undefined;
  const { column, cut, origin } = table.window;
  const grouping = linkGrouping(table, quoted(table), columns, report);
  const isTimeRight = isTimestamp(column, table, "window", columns, report);
  if (!isTimeRight || grouping === "broken") return "broken";
  return { groupBy: [], aggregates: [], ...grouping, origin, column: column.name, cut };
}

/** `window_start`, `window_end`, the keys, the aggregates. */
export function columnsOfWindows(windows: LinkedWindows, rows: readonly Column[]): readonly Column[] {
  const bound = (name: string): Column => ({
    name,
    origin: windows.origin,
    type: { kind: "timestamp" },
    nullable: false,
  });
  return [bound("window_start"), bound("window_end"), ...groupColumns(windows, rows)];
}
