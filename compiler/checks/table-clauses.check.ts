import type { Report } from "../diagnostics/report.js";
import type { LinkedTable } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Expectation } from "../model/table.js";
import { isOfEvents } from "../model/views.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { parsing } from "./parsing.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** Clauses that exclude or need each other within one table. */
export const tableClauses: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    const { table } = linked;
    if (table.columns?.mode === "exactly") besideColumns(table.columns.isBoth, table.origin, report);
    if (!isReplaced(linked)) aroundWatermark(linked, report); // which a replaced table has not
    reserved(table.expectations, report);
  }
  for (const { table } of project.pipelines.flatMap(({ flow }) => flow.merged)) {
    if (table.columns?.mode === "exactly") besideColumns(table.columns.isBoth, table.origin, report);
    reserved(table.expectations, report);
  }
};

function reserved(expectations: readonly Expectation[], report: Report): void {
  for (const { name, origin } of expectations) {
    if (name === "unparsable" || name === "not_ahead")
      report.add(checkDiagnostics.reservedExpectation.at(origin.key(), { name }));
  }
}

function besideColumns(isBoth: boolean, origin: Origin, report: Report): void {
  const except = origin.child("except");
  if (isBoth) report.add(checkDiagnostics.columnsTwice.at(origin.child("with_columns").key(), {}));
  else if (except.isWritten) report.add(checkDiagnostics.exceptBesideColumns.at(except.key(), {}));
}

function aroundWatermark({ table, inputs: [input], watermark }: LinkedTable, report: Report): void {
  const at = table.origin;
  if (table.watermark && !isOfEvents(input)) {
    report.add(checkDiagnostics.watermarkWithoutArrival.at(at.child("watermark").key(), { input: referenceOf(input) }));
  }
  if (table.deduplicate && !table.watermark) {
    const parsed = parsing(input);
    const instead = parsed && {
      table: watermark?.declaredIn ?? referenceOf(parsed),
      isDeclared: watermark !== undefined || parsed.table.watermark !== undefined,
    };
    report.add(checkDiagnostics.deduplicateWithoutWatermark.at(at.child("deduplicate").key(), { instead }));
  }
  if (table.lateRows.isWritten && !table.watermark)
    report.add(checkDiagnostics.lateRowsWithoutWatermark.at(at.child("late_rows").key(), {}));
}
