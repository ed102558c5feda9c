import type { Report } from "../diagnostics/report.js";
import type { LinkedTable } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Expectation } from "../model/table.js";
import { isOfEvents } from "../model/views.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics, type WatermarkTable } from "./diagnostics.js";
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

function aroundWatermark(linked: LinkedTable, report: Report): void {
  const { table, inputs } = linked;
  const [input] = inputs;
  const at = table.origin;
  const instead = watermarkTable(linked);
  if (table.watermark && !isOfEvents(input)) {
    const details = { input: referenceOf(input), instead };
    report.add(checkDiagnostics.watermarkWithoutArrival.at(at.child("watermark").key(), details));
  }
  if (table.deduplicate && !table.watermark)
    report.add(checkDiagnostics.deduplicateWithoutWatermark.at(at.child("deduplicate").key(), { instead }));
  if (table.lateRows.isWritten && !table.watermark)
    report.add(checkDiagnostics.lateRowsWithoutWatermark.at(at.child("late_rows").key(), { instead }));
}

/** Where a watermark stands that is to hold in a table; undefined: in the table itself. */
function watermarkTable({ inputs: [input], watermark }: LinkedTable): WatermarkTable | undefined {
  const parsed = parsing(input);
  if (parsed === undefined) return undefined;
  const declaredIn = watermark?.isInherited ? watermark.declaredIn : undefined;
  return {
    table: declaredIn ?? referenceOf(parsed),
    isDeclared: declaredIn !== undefined || parsed.table.watermark !== undefined,
  };
}
