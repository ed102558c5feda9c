import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import { offered } from "../model/link-input.js";
import type { Column, LinkedTable, NamedExpression } from "../model/linked.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { tablesOf } from "./tables-of.js";

/** Columns are of types that a table can hold, keys of types that can be compared. */
export const types: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    const { table, rows, joins, deduplicate, windows, grouping } = linked;
    storable(linked, report);
    const keys = [
      ...(deduplicate ? (table.deduplicate?.keys ?? []) : []),
      ...((windows ?? grouping) ? table.groupBy : []),
    ];
    const columns = [...rows, ...joins.flatMap((join) => join.columns)];
    for (const { name, origin } of keys) {
      const column = columns.find((candidate) => candidate.name === name);
      if (column && holdsMap(column.type))
        report.add(checkDiagnostics.keyNotComparable.at(origin, { column: name, type: printType(column.type) }));
    }
  }
  for (const { table, columns, output } of project.pipelines.flatMap(({ flow }) => flow.merged)) {
    reportMade(columns, output, () => [], report); // what has landed is all storable
    for (const { name, origin } of table.changes.sequenceBy) {
      const column = output.find((candidate) => candidate.name === name);
      if (column && holdsMap(column.type))
        report.add(checkDiagnostics.keyNotComparable.at(origin, { column: name, type: printType(column.type) }));
    }
  }
};

/** What a table makes itself: a column that is read, or made of one that is read, was reported where that is made. */
function storable({ inputs, columns, rows, joins, output, windows, grouping }: LinkedTable, report: Report): void {
  const aggregated = () => [...rows, ...joins.flatMap((join) => join.columns)];
  reportMade(columns, rows, () => inputs.flatMap(offered), report);
  reportMade((windows ?? grouping)?.aggregates ?? [], output, aggregated, report);
}

function reportMade(
  made: readonly NamedExpression[],
  results: readonly Column[],
  from: () => readonly Column[],
  report: Report,
): void {
  const unfit = made.filter(({ expression }) => !isStorable(expression.type));
  if (unfit.length === 0) return;
  const reported = new Set(
    from()
      .filter(({ type }) => !isStorable(type))
      .map(({ name }) => name),
  );
  for (const { name, expression } of unfit) {
    const { type, references } = expression;
    if (references.some(({ path: [column] }) => reported.has(column))) continue;
    const origin = results.find((column) => column.name === name)?.origin ?? expression.origin;
    report.add(checkDiagnostics.columnNotStorable.at(origin, { column: name, type: printType(type) }));
  }
}

const parts = (type: DataType): readonly DataType[] => {
  if (type.kind === "array") return [type.element];
  if (type.kind === "map") return [type.key, type.value];
  return type.kind === "struct" ? type.fields.map((field) => field.type) : [];
};

const isStorable = (type: DataType): boolean =>
  type.kind !== "interval" && type.kind !== "null" && parts(type).every(isStorable);

const holdsMap = (type: DataType): boolean => type.kind === "map" || parts(type).some(holdsMap);
