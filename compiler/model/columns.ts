import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";

/** Reports each column whose name stands before it already: Spark and Delta compare names without regard to case. */
export function reportRepeats(
  columns: readonly { readonly name: string; readonly origin: Origin }[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { name, origin } of columns) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) report.add(modelDiagnostics.duplicateColumn.at(origin.key(), { column: name }));
    seen.add(folded);
  }
}
