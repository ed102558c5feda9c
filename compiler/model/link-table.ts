import type { Report } from "../diagnostics/report.js";
import { reportRepeats } from "./columns.js";
import { linkColumns, seenColumns, typedColumns } from "./link-columns.js";
import { columnsThatPass, linkExpectations, linkWhere } from "./link-conditions.js";
import { linkDeduplicate } from "./link-deduplicate.js";
import { linkExcept } from "./link-except.js";
import { linkExplode, withElement } from "./link-explode.js";
import { columnsOfGroups, linkGrouping } from "./link-grouping.js";
import { inputColumns } from "./link-input.js";
import { linkInterval, watermarkOfPairs } from "./link-interval.js";
import { linkJoins } from "./link-join.js";
import { keyOf } from "./link-key.js";
import { quoted, whole } from "./link-parts.js";
import { checkViews } from "./link-view.js";
import { linkWatermark } from "./link-watermark.js";
import { columnsOfWindows, linkWindows } from "./link-windows.js";
import type { Column, LinkedInput, LinkedLookup, LinkedTable } from "./linked.js";
import type { NonEmpty } from "./parts.js";
import type { Table } from "./table.js";
import { belowViews } from "./views.js";

/** Types a table's clauses in the order in which they apply. Undefined if what its readers see cannot be said. */
export function linkTable(
  table: Table,
  pipeline: string,
  inputs: NonEmpty<LinkedInput>,
  joined: readonly LinkedLookup[],
  report: Report,
): LinkedTable | undefined {
  const input = inputColumns(table, inputs, report);
  if (input === undefined) return undefined;
  const areViewsRight = checkViews(table, inputs, report);
  const explode = linkExplode(table, input, report);
  const read = withElement(table, input, explode);
  const except = linkExcept(table, read, report);
  const columns = linkColumns(table, read, except === "broken" ? [] : (except ?? []), report);
  const made = seenColumns(columns);
  const where = linkWhere(table, made, report);
  const expectations = linkExpectations(table, made, report);
  const watermark = linkWatermark(table, columns, inputs, report);
  const deduplicate = linkDeduplicate(table, made, report);
  const rows = columnsThatPass(made, where, expectations);
  const { joins, scope } = linkJoins(table.joins, quoted(table), rows, joined, report);
  const interval = linkInterval(table, joins, watermark, inputs, report);
  const windows = linkWindows(table, scope, report);
  const grouping = table.window ? undefined : linkGrouping(table, quoted(table), scope, report);
  const lists = { columns: typedColumns(columns), expectations: whole(expectations), joins: whole(joins) };
  const clauses = { explode, where, watermark, deduplicate, interval, windows, grouping, ...lists };
  if (!areViewsRight || except === "broken" || !areSound(clauses)) return undefined; // what this table promises is not known: its readers stay silent
  const output = outputColumns(clauses, rows, report);
  if (output === undefined) return undefined;
  return {
    kind: "table",
    pipeline,
    table,
    inputs,
    below: belowViews(inputs),
    lateRows: table.lateRows,
    rows,
    ...clauses,
    watermark: clauses.interval ? watermarkOfPairs(clauses.interval) : clauses.watermark,
    output,
    key: keyOf({ inputs, ...clauses }),
  };
}

type Sound<Clauses> = { readonly [Name in keyof Clauses]: Exclude<Clauses[Name], "broken"> };

const areSound = <Clauses extends object>(clauses: Clauses): clauses is Clauses & Sound<Clauses> =>
  Object.values(clauses).every((clause) => clause !== "broken");

/** What readers see: the rows with what joins add, or the aggregates' results; undefined if two of these have one name. */
function outputColumns(
  { joins, windows, grouping }: Pick<LinkedTable, "joins" | "windows" | "grouping">,
  rows: readonly Column[],
  report: Report,
): readonly Column[] | undefined {
  const all = [...rows, ...joins.flatMap((join) => join.columns)];
  const results = windows ? columnsOfWindows(windows, all) : grouping && columnsOfGroups(grouping, all);
  if (results && reportRepeats(results, report).length > 0) return undefined;
  return results ?? all;
}
