import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import { reportRepeats } from "./columns.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { isColumn } from "./link-parts.js";
import { columnOf } from "./link-source.js";
import type { Column } from "./linked.js";
import type { Named } from "./parts.js";
import type { SourceColumn } from "./source.js";

interface Cells {
  /** Those whose type is sound. */
  readonly columns: readonly Column[];
  /** None has an error, and all that are named are there. */
  readonly areSound: boolean;
}

/** The columns of a source that is landed. Those that are `named` are never null, and of cells. `mayNest`: others hold arrays, maps and structs. */
export function linkCells(
  { name, columns: written }: { readonly name: string; readonly columns: readonly SourceColumn[] },
  named: readonly Named[],
  report: Report,
  mayNest = false,
): Cells {
  const declared = written.map((column) => columnOf(column, report));
  const areOnce = reportRepeats(written, report).length === 0;
  const columns = declared.filter((column) => column !== undefined);
  const areCells = columns
    .filter(({ name }) => !mayNest || named.some((one) => one.name === name))
    .map((column) => isCell(column, mayNest, report))
    .every(Boolean);
  const areKnown = named.map((one) => isColumn(one, `Source '${name}'`, written, report)).every(Boolean);
  const sure = named.map((one) => one.name);
  return {
    columns: columns.map((one) => ({ ...one, nullable: !sure.includes(one.name) })),
    areSound: columns.length === declared.length && areOnce && areCells && areKnown,
  };
}

/** What a cell of CSV holds, and a database has a type for. */
export const isOfCells = ({ kind }: DataType): boolean =>
  ["string", "boolean", "int", "bigint", "double", "decimal", "date", "timestamp"].includes(kind);

function isCell({ name, type, origin }: Column, isKey: boolean, report: Report): boolean {
  if (!isOfCells(type))
    report.add(landingDiagnostics.columnOfDatabase.at(origin, { column: name, type: printType(type), isKey }));
  return isOfCells(type);
}
