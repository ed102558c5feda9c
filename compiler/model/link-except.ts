import type { Report } from "../diagnostics/report.js";
import { modelDiagnostics } from "./diagnostics.js";
import { type Clause, isColumn } from "./link-parts.js";
import type { Column } from "./linked.js";
import type { Table } from "./table.js";

/** The names of the input's columns that the table does not have. */
export function linkExcept(
  { columns, origin }: Pick<Table, "columns" | "origin">,
  input: readonly Column[],
  report: Report,
): Clause<readonly string[]> {
  if (columns?.mode !== "added" || columns.except.length === 0) return undefined;
  const { expressions, except } = columns;
  const added = new Set(expressions.map(({ name }) => name.toLowerCase()));
  const isRemovable = except.map((column) => {
    if (!isColumn(column, "The input", input, report)) return false;
    if (!added.has(column.name.toLowerCase())) return true;
    report.add(modelDiagnostics.exceptOfAdded.at(column.origin, { column: column.name }));
    return false;
  });
  if (!isRemovable.every(Boolean)) return "broken";
  const names = except.map(({ name }) => name);
  if (expressions.length > 0 || input.some(({ name }) => !names.includes(name))) return names;
  report.add(modelDiagnostics.exceptOfAll.at(origin.child("except").key(), {}));
  return "broken";
}
