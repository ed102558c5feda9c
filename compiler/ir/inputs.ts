import { columnOf } from "../expression/facts.js";
import type { ColumnIr } from "./clauses.js";
import type { LandedIr } from "./flow.js";
import type { InputIr, OneInput, UnionedInput, ViewInput } from "./input.js";
import type { IntervalJoinQuery, Query, ReplaceQuery, RowsQuery, WindowsQuery } from "./query.js";
import type { BodyIr, PositionIr, TableIr } from "./table.js";

/** The stored tables that an input comes to, in order: through views, and of a union each. */
const each = (input: InputIr): readonly OneInput[] => walk(input).flatMap((one) => (isView(one) ? [] : [one]));

/** Views and stored tables on the way, each after those that it reads; with a list of its own instead of the call stack, because a chain may be as long as it likes. */
function walk(input: InputIr): readonly UnionedInput[] {
  const found: UnionedInput[] = [];
  const next: InputIr[] = [input];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at.kind === "union") next.push(...at.inputs);
    else found.push(at);
    if (at.kind === "view") next.push(at.input);
  }
  return found.reverse();
}

const isView = (input: UnionedInput): input is ViewInput => input.kind === "view";

/** The tables of the lake that an input comes to, in order. */
export const tablesRead = (input: InputIr): readonly TableIr[] => each(input).map(({ table }) => table);

/** The tables of the lake that a table's query reads, each once: those that its rows come from, then those that it joins. */
export function allTablesRead(query: RowsQuery | IntervalJoinQuery | WindowsQuery | ReplaceQuery): readonly TableIr[] {
  const tables = [...(query.kind === "replace" ? wholeTables(query) : tablesRead(query.input)), ...joined(query)];
  return [...new Map(tables.map((table) => [table.path, table] as const)).values()];
}

const wholeTables = ({ inputs }: ReplaceQuery): readonly TableIr[] =>
  inputs.flatMap((input) => (input.kind === "table" ? [input.table] : []));

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
  if (query.kind === "replace")
    return query.inputs.map((input) => (input.kind === "table" ? input.table : input.landed).reference);
  if (query.kind === "apply-changes") return [query.input.reference];
  const others = query.kind === "interval-join" ? [query.join.table] : [];
  return [...tablesRead(query.input), ...others].map(({ reference }) => reference);
};

/** What has landed that a query reads, itself or as data flows have computed it. */
export function landedRead(query: Query): readonly LandedIr[] {
  if (query.kind === "apply-changes") return [query.input];
  if (query.kind !== "replace") return [];
  const own = query.inputs.flatMap((input) => (input.kind === "reading" ? [input] : []));
  return [...own, ...query.computedOf].map(({ landed }) => landed);
}

/** Where each row's event stood, which is told alike by all inputs; undefined where rows come from no events. */
export function positionOf(input: InputIr): PositionIr | undefined {
  const [first] = each(input);
  return first?.kind === "events" ? first.position : undefined;
}

/** The bodies that are parsed. */
export const bodiesRead = (input: InputIr): readonly BodyIr[] =>
  each(input).flatMap((one) => (one.kind === "events" ? [one.body] : []));

/** The views on the way, each after those that it reads. */
export const viewsRead = (input: InputIr): readonly ViewInput[] => walk(input).filter(isView);

/** Whether rows of several inputs come together, in the query itself or in a view. */
export const isUnited = (input: InputIr): boolean =>
  input.kind === "union" || viewsRead(input).some((view) => view.input.kind === "union");

/** Whether arrays are taken apart in a view on the way. */
export const isTakenApart = (input: InputIr): boolean =>
  input.kind === "union" ? input.inputs.some(isTakenApart) : input.kind === "view" && input.isOfElements;

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
  const found: { readonly table: TableIr; readonly column: string }[] = [];
  const next = [{ input, name }];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const { input: read, name: column } = at;
    if (read.kind === "union") next.push(...read.inputs.map((one) => ({ input: one, name: column })));
    else if (read.kind === "view") next.push({ input: read.input, name: repeated(read.columns, column) });
    else found.push({ table: read.table, column });
  }
  return found.reverse();
}
