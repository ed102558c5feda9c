import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { Column } from "./linked.js";
import type { FileFormat } from "./model.js";

/** Reports columns that a body of the format cannot hold: a cell of CSV is one value, written as text. */
export function checkBody(format: FileFormat, columns: readonly Column[], report: Report): void {
  if (format !== "csv") return;
  for (const { name, type, origin } of columns) {
    const instead = remedies[type.kind];
    if (instead) report.add(modelDiagnostics.notACell.at(origin, { column: name, type: printType(type), instead }));
  }
}

const remedies: Partial<Readonly<Record<DataType["kind"], string>>> = {
  array: "declare a string and take it apart with 'split' or 'from_json'",
  map: "declare a string and take it apart with 'str_to_map' or 'from_json'",
  struct: "declare a column for each field",
  binary: "declare a string and decode it with 'unbase64' or 'unhex'",
};
