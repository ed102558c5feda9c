import { columnOf } from "../expression/facts.js";
import type { ColumnIr } from "./clauses.js";
import type { InputIr, OneInput, ViewInput } from "./input.js";
import type { IntervalJoinQuery, Query, ReplaceQuery, RowsQuery, WindowsQuery } from "./query.js";
import type { BodyIr, PositionIr, TableIr } from "./table.js";

/** The stored tables that an input comes to, in order: through views, and of a union each. */
function each(input: InputIr): readonly OneInput[] {
  if (input.kind === "union") return input.inputs.flatMap(each);
  return input.kind === "view" ? each(input.input) : [input];
}

/** The tables of the lake that an input comes to, in order. */
export const tablesRead = (input: InputIr): readonly TableIr[] => each(input).map(({ table }) => table);

/** The tables of the lake that a table's query reads, each once: those that its rows come from, then those that it joins. */
export function allTablesRead(query: RowsQuery | IntervalJoinQuery | WindowsQuery | ReplaceQuery): readonly TableIr[] {
  const tables = [...(query.kind === "replace" ? query.inputs : tablesRead(query.input)), ...joined(query)];
  return [...new Map(tables.map((table) => [table.path, table] as const)).values()];
}

function joined(query: RowsQuery | IntervalJoinQuery | WindowsQuery | ReplaceQuery): readonly TableIr[] {
  if (query.kind === "windows") return [];
  return query.kind === "interval-join" ? [query.join.table] : query.joins.map(({ table }) => table);
}

/** The references of the tables whose rows a query takes, or of its source; of those that rows are looked up in, none. */
export const takenFrom = (query: Query): readonly string[] => {
  if (query.kind === "ingest" || query.kind === "new-files" || query.kind === "new-rows")
    return [`sources.${query.source.name}`];
  if (query.kind === "documents" || query.kind === "send" || query.kind === "files")
    return [query.input.table.reference];
  if (query.kind === "replace") return query.inputs.map(({ reference }) => reference);
  const others = query.kind === "interval-join" ? [query.join.table] : [];
  return [...tablesRead(query.input), ...others].map(({ reference }) => reference);
};

/** Where each row's event stood, which is told alike by all inputs; undefined where rows come from no events. */
export function positionOf(input: InputIr): PositionIr | undefined {
  const [first] = each(input);
  return first?.kind === "events" ? first.position : undefined;
}

/** The formats of the bodies that are parsed. */
export const formatsRead = (input: InputIr): readonly BodyIr["format"][] =>
  each(input).flatMap((one) => (one.kind === "events" ? [one.body.format] : []));

/** The views on the way, each after those that it reads. */
export function viewsRead(input: InputIr): readonly ViewInput[] {
  if (input.kind === "union") return input.inputs.flatMap(viewsRead);
  return input.kind === "view" ? [...viewsRead(input.input), input] : [];
}

/** Whether rows of several inputs come together, in the query itself or in a view. */
export const isUnited = (input: InputIr): boolean =>
  input.kind === "union" || viewsRead(input).some((view) => view.input.kind === "union");

/** Whether arrays are taken apart in a view on the way. */
export const isTakenApart = (input: InputIr): boolean => viewsRead(input).some(({ explode }) => explode !== undefined);

/** The input's column that a computed one only repeats; the name itself where nothing is computed. */
export function repeated(columns: readonly ColumnIr[] | undefined, name: string): string {
  const made = columns?.find((column) => column.name === name);
  return made === undefined ? name : (columnOf(made.expression) ?? name);
}

/** The tables of the lake that an input comes to, each with its own name of a column that all views only pass on. */
export function columnsRead(
  input: InputIr,
  name: string,
): readonly { readonly table: TableIr; readonly column: string }[] {
  if (input.kind === "union") return input.inputs.flatMap((one) => columnsRead(one, name));
  if (input.kind === "view") return columnsRead(input.input, repeated(input.columns, name));
  return [{ table: input.table, column: name }];
}
