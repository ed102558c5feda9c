import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Column } from "./linked.js";
import type { QueriedSource } from "./source.js";

/** Whether a body of the format can hold the columns, each of which it cannot is reported: a cell of CSV is one value, written as text. */
export function checkBody(format: QueriedSource["format"], columns: readonly Column[], report: Report): boolean {
  const reports = (format === "csv" ? columns : []).flatMap(({ name, type, origin }) => {
    const instead = remedies[type.kind];
    return instead ? [modelDiagnostics.notACell.at(origin, { column: name, type: printType(type), instead })] : [];
  });
  for (const diagnostic of reports) report.add(diagnostic);
  return reports.length === 0;
}

const remedies: Partial<Readonly<Record<DataType["kind"], string>>> = {
  array: "declare a string and take it apart with 'split' or 'from_json'",
  map: "declare a string and take it apart with 'str_to_map' or 'from_json'",
  struct: "declare a column for each field",
  binary: "declare a string and decode it with 'unbase64' or 'unhex'",
};
