import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";

/** The columns whose names stand before them already, each reported: Spark and Delta compare names without regard to case. */
export function reportRepeats<C extends { readonly name: string; readonly origin: Origin }>(
  columns: readonly C[],
  report: Report,
): readonly C[] {
  const seen = new Set<string>();
  return columns.filter(({ name, origin }) => {
    const folded = name.toLowerCase();
    const isRepeat = seen.has(folded);
    if (isRepeat) report.add(modelDiagnostics.duplicateColumn.at(origin.key(), { column: name }));
    seen.add(folded);
    return isRepeat;
  });
}
