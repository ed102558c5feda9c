import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** Clauses that exclude or need each other within one table. */
export const tableClauses: Check = (project, report) => {
  for (const {
    table,
    inputs: [input],
  } of tablesOf(project)) {
    const at = table.origin;
    if (table.columns?.isBoth) report.add(checkDiagnostics.columnsTwice.at(at.child("with_columns").key(), {}));
    if (table.watermark && input.kind === "table") {
      report.add(
        checkDiagnostics.watermarkWithoutArrival.at(at.child("watermark").key(), { input: referenceOf(input) }),
      );
    }
    if (table.deduplicate && !table.watermark)
      report.add(checkDiagnostics.deduplicateWithoutWatermark.at(at.child("deduplicate").key(), {}));
    if (table.lateRows.isWritten && !table.watermark)
      report.add(checkDiagnostics.lateRowsWithoutWatermark.at(at.child("late_rows").key(), {}));
    for (const { name, origin } of table.expectations) {
      if (name === "unparsable" || name === "not_ahead")
        report.add(checkDiagnostics.reservedExpectation.at(origin.key(), { name }));
    }
  }
};
