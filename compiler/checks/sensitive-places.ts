import type { Report } from "../diagnostics/report.js";
import type { LinkedExposure, LinkedLookup, LinkedSink } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import { sensitiveDiagnostics } from "../model/sensitive-diagnostics.js";
import { cleared, type Sensitivity } from "../model/sensitivity.js";
import type { Mark, Marks } from "../model/sensitivity-mark.js";
import { columnsOfId, columnsWritten } from "../model/sink-columns.js";
import { labelsOf, notAllowed, strays, waysOf } from "./sensitive-path.js";
import { referenceOf } from "./tables-of.js";

/** What a sink takes out of the lake is allowed there. */
export function checkSink(linked: LinkedSink, sensitivity: Sensitivity, report: Report): void {
  const { sink, input } = linked;
  const columns = columnsWritten(linked);
  for (const { related, ...stray } of strays(sensitivity.of(input), sink.mayHold, columns)) {
    const by = columns === undefined ? "whole" : columnsOfId(linked).includes(stray.column) ? "id" : "columns";
    const details = { ...stray, sink: sink.name, by } as const;
    report.add(sensitiveDiagnostics.reachesSink.at(sink.from.origin, details, { related }));
  }
}

/** What is sensitive in what a view shows to a principal, by its name; without one, to anybody. Who sees a mask sees nothing sensitive. */
export function viewMarks(linked: LinkedExposure, sensitivity: Sensitivity, principal?: string): Marks {
  const marks = cleared(linked.exposure, sensitivity.seen(linked));
  const isMasked = (column: string): boolean =>
    linked.visibility.masks.some(
      ({ column: name, unmask }) =>
        name === column && !unmask.some((one) => principal === undefined || one.name === principal),
    );
  return new Map([...marks].filter(([column]) => !isMasked(column)));
}

/** What a view shows is allowed there. */
export function checkView(linked: LinkedExposure, sensitivity: Sensitivity, report: Report): void {
  const { exposure } = linked;
  for (const { related, ...stray } of strays(viewMarks(linked, sensitivity), exposure.mayHold)) {
    const details = { ...stray, view: exposure.name, remedy: remedyOf(linked) };
    report.add(sensitiveDiagnostics.reachesView.at(exposure.origin.key(), details, { related }));
  }
}

/** How a column gets out of a view. */
function remedyOf({ exposure, groups, joins }: LinkedExposure): string {
  if (groups) return "leave it out of 'group_by' and 'aggregates'";
  if (exposure.columns) return "leave it out of 'columns'";
  return joins.length > 0 ? "'hide' it, or leave it out of the join's 'columns'" : "'hide' it";
}

/** What is kept of rows that are set aside is allowed there. */
export function checkSetAside(linked: LinkedLookup, sensitivity: Sensitivity, report: Report): void {
  const { table } = linked;
  const beside = tablesBeside(linked).map((kind) => `${referenceOf(linked)}.${kind}`);
  if (beside.length === 0) return;
  const body = bodyMarks(linked, sensitivity);
  const isBody = body.length > 0;
  const found = notAllowed([...body, ...[...sensitivity.setAside(linked).values()].flat()], table.maySetAside);
  if (found.length === 0) return;
  const columns = [...new Set(found.map(({ root, at }) => (isBody ? root.column : at.column)))];
  const details = { table: referenceOf(linked), beside, columns, labels: labelsOf(found), isBody };
  report.add(sensitiveDiagnostics.setAside.at(table.origin.key(), details, { related: waysOf(found) }));
}

/** What is kept beside a table: rows that are not as expected, events that do not parse, rows that come late. */
function tablesBeside(linked: LinkedLookup): readonly ("quarantine" | "late")[] {
  const keeps = linked.expectations.some(({ otherwise }) => otherwise === "quarantine");
  if (linked.kind === "merged" || isReplaced(linked)) return keeps ? ["quarantine"] : [];
  const { table, windows, interval, watermark, lateRows, below } = linked;
  if (table.isView || windows || interval) return [];
  const isDecided = watermark !== undefined && !watermark.isInherited && watermark.decidesLateRows;
  return [
    ...(keeps || below.position !== undefined ? (["quarantine"] as const) : []),
    ...(isDecided && lateRows.policy === "divert" ? (["late"] as const) : []),
  ];
}

/** All that stands in the body of events that a table parses, also below views. */
const bodyMarks = (linked: LinkedLookup, sensitivity: Sensitivity): readonly Mark[] =>
  linked.kind === "merged" || linked.below.position === undefined
    ? []
    : linked.below.stored.flatMap((input) => [...sensitivity.of(input).values()].flat());
