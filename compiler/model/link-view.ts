import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { LinkedInput } from "./linked.js";
import type { NonEmpty } from "./parts.js";
import type { Table } from "./table.js";
import { isView, takesApart } from "./views.js";

/** Whether a table is a view that can be one, and reads views only where it may; reported if not. */
export const checkViews = (table: Table, inputs: NonEmpty<LinkedInput>, report: Report): boolean =>
  [checkView(table, report), checkElements(table, inputs, report), checkStored(table, inputs, report)].every(Boolean);

/** Whether a view has only clauses that can be steps of another query; each other one is reported. */
function checkView(table: Table, report: Report): boolean {
  if (!table.isView) return true;
  const isWritten = (clause: string): boolean => table.origin.child(clause).isWritten;
  const clauses = forbidden.filter(({ clause, partOf }) => isWritten(clause) && !(partOf && isWritten(partOf)));
  for (const { clause, reason } of clauses)
    report.add(modelDiagnostics.clauseOfView.at(table.origin.child(clause).key(), { clause, reason }));
  const kept = table.expectations.filter(({ otherwise }) => otherwise !== "drop");
  for (const { origin, otherwise } of kept)
    report.add(modelDiagnostics.expectationOfView.at(origin.child("else"), { otherwise }));
  return clauses.length === 0 && kept.length === 0;
}

interface Forbidden {
  readonly clause: string;
  readonly reason: string;
  /** The clause without which it means nothing, and with which it need not be told. */
  readonly partOf?: string;
}

const forbidden: readonly Forbidden[] = [
  { clause: "watermark", reason: "late rows are decided where rows are written" },
  { clause: "late_rows", reason: "late rows are decided where rows are written", partOf: "watermark" },
  { clause: "deduplicate", reason: "repeats are found among the rows that a table holds" },
  { clause: "join", reason: "what it looks up or keeps belongs to the query that writes the rows" },
  { clause: "window", reason: "its state belongs to the query that writes its results" },
  { clause: "aggregates", reason: "they belong to the query that writes them", partOf: "window" },
  { clause: "group_by", reason: "aggregates belong to the query that writes them", partOf: "aggregates" },
  { clause: "may_set_aside", reason: "rows are set aside beside the tables that read it" },
  { clause: "write", reason: "nothing of it is written" },
  { clause: "partition_by", reason: "it has no files" },
  { clause: "on_schema_change", reason: "it has no stored columns" },
  { clause: "backfill", reason: "it has no rows to compute anew" },
  { clause: "renamed_from", reason: "nothing of it stands under its old name" },
  { clause: "streaming", reason: "it runs in the rhythm of the tables that read it" },
];

/**
 * Whether rows are taken apart at most once on their way into a table, and on the only way there is: a query counts the
 * elements of one array.
 */
function checkElements(table: Table, inputs: NonEmpty<LinkedInput>, report: Report): boolean {
  const reports = inputs.flatMap((input, at) => {
    const reference = table.inputs[at];
    if (reference === undefined || !takesApart(input)) return [];
    const by = (origin: Origin, clause: "explode" | "union") => [
      modelDiagnostics.elementsOfView.at(origin, { view: reference.name, clause }),
    ];
    if (table.explode) return by(table.explode.origin.key(), "explode");
    return inputs.length > 1 ? by(reference.origin, "union") : [];
  });
  for (const diagnostic of reports) report.add(diagnostic);
  return reports.length === 0;
}

/** Whether a table that pairs the rows of two streams, or is replaced, reads tables that are stored; each view is reported. */
function checkStored(
  { inputs: references, joins, storage }: Table,
  inputs: NonEmpty<LinkedInput>,
  report: Report,
): boolean {
  const isReplaced = storage.write === "replace";
  if (!isReplaced && !joins.some(({ within }) => within)) return true;
  const reader = isReplaced ? "A table with 'write: replace'" : "A join within a time";
  const views = inputs.flatMap((input, at) => (isView(input) ? (references[at] ?? []) : []));
  for (const { name, origin } of views)
    report.add(modelDiagnostics.viewNotStored.at(origin, { reference: name, reader }));
  return views.length === 0;
}
