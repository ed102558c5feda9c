import type { Report } from "../diagnostics/report.js";
import { isCorrected } from "../model/corrected.js";
import type { LinkedTable } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** A replaced table is computed from tables at rest, and what reads it is computed anew too or looks rows up in it. */
export const replace: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    if (isReplaced(linked)) replaced(linked, report);
    else appended(linked, report);
  }
  for (const { sink, input } of project.pipelines.flatMap(({ sinks }) => sinks)) {
    if (isCorrected(input))
      report.add(checkDiagnostics.correctedServed.at(sink.from.origin, { input: referenceOf(input) }));
    if (isReplaced(input))
      report.add(checkDiagnostics.replacedServed.at(sink.from.origin, { input: referenceOf(input) }));
  }
};

const ofStreams = ["watermark", "deduplicate", "late_rows", "window"] as const;

function replaced({ table, inputs, joins }: LinkedTable, report: Report): void {
  for (const clause of ofStreams) {
    const at = table.origin.child(clause);
    if (at.isWritten) report.add(checkDiagnostics.replaceWith.at(at.key(), { clause }));
  }
  for (const { within } of joins)
    if (within) report.add(checkDiagnostics.replaceWith.at(within.origin.key(), { clause: "within" }));
  for (const [index, input] of inputs.entries()) {
    const at = table.inputs[index]?.origin ?? table.origin.key();
    if (input.kind === "raw") report.add(checkDiagnostics.replaceOfEvents.at(at, { input: referenceOf(input) }));
  }
}

function appended({ table, inputs, grouping, watermark }: LinkedTable, report: Report): void {
  if (grouping && grouping.aggregates.length > 0) {
    const instant = grouping.groupBy.find((key) => key === watermark?.column);
    report.add(checkDiagnostics.aggregatesWithoutEnd.at(table.origin.child("aggregates").key(), { instant }));
  }
  for (const [index, input] of inputs.entries()) {
    const at = table.inputs[index]?.origin ?? table.origin.key();
    if (isCorrected(input))
      report.add(checkDiagnostics.correctedInput.at(at, { input: referenceOf(input), isView: table.isView }));
    if (isReplaced(input))
      report.add(checkDiagnostics.replacedInput.at(at, { input: referenceOf(input), isView: table.isView }));
  }
}
