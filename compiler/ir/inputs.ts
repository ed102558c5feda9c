import { columnOf } from "../expression/facts.js";
import type { BodyIr, ColumnIr, InputIr, OneInput, PositionIr, Query, TableIr } from "./ir.js";

/** The inputs of a union, in order, or the only one. */
const each = (input: InputIr): readonly OneInput[] => (input.kind === "union" ? input.inputs : [input]);

/** The tables of the lake that an input comes to, in order. */
export const tablesRead = (input: InputIr): readonly TableIr[] => each(input).map(({ table }) => table);

/** The references of the tables whose rows a query takes, or of its source; of those that rows are looked up in, none. */
export const takenFrom = (query: Query): readonly string[] => {
  if (query.kind === "ingest") return [`sources.${query.source.name}`];
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

/** The input's column that a computed one only repeats; the name itself where nothing is computed. */
export function repeated(columns: readonly ColumnIr[] | undefined, name: string): string {
  const made = columns?.find((column) => column.name === name);
  return made === undefined ? name : (columnOf(made.expression) ?? name);
}
