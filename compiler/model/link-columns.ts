import type { Report } from "../diagnostics/report.js";
import { analyze } from "../expression/analyze.js";
import type { Expression, Scope } from "../expression/expression.js";
import type { Origin } from "../source/origin.js";
import { reportRepeats } from "./columns.js";
import { poisonedColumn, type SeenColumn, whole } from "./link-parts.js";
import type { Column, NamedExpression } from "./linked.js";
import type { Table } from "./table.js";

/** A column that a table makes or passes on; `expression` is undefined if it has errors, which were reported. */
export interface LinkedColumn {
  readonly name: string;
  readonly origin: Origin;
  readonly expression: Expression | undefined;
}

/** The columns of `columns`, or those of the input, without the ones `removed`, and of `with_columns`. */
export function linkColumns(
  table: Pick<Table, "columns" | "inputs">,
  input: readonly Column[],
  removed: readonly string[],
  report: Report,
): readonly LinkedColumn[] {
  const scope: Scope = {
    columns: input,
    aggregates: "forbidden",
    clause: table.columns?.mode === "added" ? "with_columns" : "columns",
  };
  const written = (table.columns?.expressions ?? []).map(({ name, text, origin }) => ({
    name,
    origin,
    expression: analyze(text, origin, scope, report),
  }));
  const isRewritten = (name: string): boolean =>
    written.some((column) => column.name.toLowerCase() === name.toLowerCase());
  const kept =
    table.columns?.mode === "exactly"
      ? []
      : input
          .filter(({ name }) => !isRewritten(name) && !removed.includes(name))
          .map((column) => passedOn(column, table.inputs[0].origin, scope, report));
  const repeats = reportRepeats(written, report); // of what is passed on each name stands once, or was reported above
  return [
    ...kept,
    ...written.map((column) => (repeats.includes(column) ? { ...column, expression: undefined } : column)),
  ];
}

const passedOn = ({ name, origin }: Column, from: Origin, scope: Scope, report: Report): LinkedColumn => ({
  name,
  origin,
  expression: analyze(`\`${name}\``, from, scope, report),
});

/** What the clauses after them see. */
export const seenColumns = (columns: readonly LinkedColumn[]): readonly SeenColumn[] =>
  columns.map(({ name, origin, expression }) =>
    expression ? { name, origin, type: expression.type, nullable: expression.nullable } : poisonedColumn(name, origin),
  );

export const typedColumns = (columns: readonly LinkedColumn[]): readonly NamedExpression[] | "broken" =>
  whole(columns.map(({ name, expression }) => expression && { name, expression }));
