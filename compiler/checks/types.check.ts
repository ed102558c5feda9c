import { type DataType, printType } from "../expression/type.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { tablesOf } from "./tables-of.js";

/** Columns are of types that a table can hold, keys of types that can be compared. */
export const types: Check = (project, report) => {
  for (const { table, rows, joins, output, deduplicate, windows, grouping } of tablesOf(project)) {
    for (const { name, type, origin } of new Set([...rows, ...((windows ?? grouping) ? output : [])])) {
      if (!isStorable(type))
        report.add(checkDiagnostics.columnNotStorable.at(origin, { column: name, type: printType(type) }));
    }
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
};

const parts = (type: DataType): readonly DataType[] => {
  if (type.kind === "array") return [type.element];
  if (type.kind === "map") return [type.key, type.value];
  return type.kind === "struct" ? type.fields.map((field) => field.type) : [];
};

const isStorable = (type: DataType): boolean =>
  type.kind !== "interval" && type.kind !== "null" && parts(type).every(isStorable);

const holdsMap = (type: DataType): boolean => type.kind === "map" || parts(type).some(holdsMap);
