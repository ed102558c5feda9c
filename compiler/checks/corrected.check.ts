import type { Report } from "../diagnostics/report.js";
import { mostDigits, notAdditive } from "../expression/additive.js";
import { isCorrected } from "../model/corrected.js";
import type { LinkedTable } from "../model/linked.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { tablesOf } from "./tables-of.js";

/** Where late rows are written like others, what is made of rows can be added to, and each row can be told from its repeats. */
export const corrected: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    repeats(linked, report);
    pairs(linked, report);
    if (isCorrected(linked)) additive(linked, report);
  }
};

function repeats({ table, watermark, deduplicate }: LinkedTable, report: Report): void {
  if (deduplicate === undefined || !watermark?.isCorrecting || watermark.isInherited) return;
  if (deduplicate.keys.includes(watermark.column)) return;
  const related = [{ message: "Late rows are written here.", origin: table.lateRows.origin }];
  report.add(
    checkDiagnostics.repeatsOfLateRows.at(deduplicate.origin.child("keys"), { column: watermark.column }, { related }),
  );
}

function pairs({ interval }: LinkedTable, report: Report): void {
  if (interval === undefined) return;
  const of = [interval.own, interval.other].find(({ isCorrecting }) => isCorrecting);
  if (of) report.add(checkDiagnostics.pairsOfLateRows.at(interval.bounds.origin.key(), { table: of.declaredIn }));
}

function additive({ table, windows, watermark }: LinkedTable, report: Report): void {
  if (windows === undefined || watermark === undefined) return;
  const details = { table: watermark.declaredIn };
  if (windows.cut.kind === "session")
    report.add(checkDiagnostics.sessionOfLateRows.at(table.origin.child("window", "type"), details));
  for (const { name, expression } of windows.aggregates) {
    const call = notAdditive(expression.node);
    if (call === undefined) continue;
    const { name: called } = call.function;
    const written = `${called}(${call.distinct ? "DISTINCT …" : "…"})`;
    const digits = !call.distinct && (called === "sum" || called === "avg") ? mostDigits[called] : undefined;
    report.add(checkDiagnostics.notAdditive.at(expression.origin, { ...details, column: name, call: written, digits }));
  }
}
