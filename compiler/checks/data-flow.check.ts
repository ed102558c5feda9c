import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { Expression } from "../expression/expression.js";
import { dataFlowPrinter } from "../expression/print/to-data-flow.js";
import type { LinkedInput, LinkedTable } from "../model/linked.js";
import { isReplaced } from "../model/replaced.js";
import type { Origin } from "../source/origin.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** A table that a mapping data flow computes says nothing that the data flow could not do exactly as notebooks do it. */
export const dataFlows: Check = (project, report) => {
  for (const linked of tablesOf(project)) if (linked.table.engine === "data-flow") checkTable(linked, report);
};

const clauses = [
  { clause: "union", reason: "a data flow reads one table" },
  { clause: "expect", reason: "rows that are not as expected would be neither counted nor kept" },
  {
    clause: "join",
    reason: "the other table would be read as it is at some moment of the run, and no record would say which version",
  },
  { clause: "group_by", reason: "groups are not spelled yet" },
  { clause: "aggregates", reason: "aggregates are not spelled yet" },
  { clause: "partition_by", reason: "its files would be kept in other folders than a notebook's" },
  { clause: "on_schema_change", reason: "it writes the columns that it computes, whatever the table's were" },
  { clause: "materialize", reason: "a view is a step of what reads it" },
  { clause: "backfill", reason: "it is computed anew whenever its expressions change" },
] as const;

function checkTable(linked: LinkedTable, report: Report): void {
  const { table, inputs, explode, columns, where } = linked;
  const name = referenceOf(linked);
  const wrong = [
    ...clauses.flatMap(({ clause, reason }) => {
      const written = table.origin.child(clause);
      return written.isWritten
        ? [checkDiagnostics.dataFlowClause.at(written.key(), { table: name, clause, reason })]
        : [];
    }),
    ...(isReplaced(linked) ? [] : [checkDiagnostics.dataFlowAppends.at(table.origin.child("engine"), { table: name })]),
    ...inputProblems(inputs[0], name, table.origin.child("engine")),
  ];
  for (const diagnostic of wrong) report.add(diagnostic);
  if (wrong.length > 0) return; // what it says of such rows is another matter
  if (explode) checkExpression(explode.expression, "value", name, report);
  for (const { expression } of columns) checkExpression(expression, "value", name, report);
  if (where) checkExpression(where, "holds", name, report);
}

/** Whole files, landed as Parquet, all of whose columns are strings. */
function inputProblems(input: LinkedInput, reader: string, at: Origin): readonly Diagnostic[] {
  const details = { table: reader, input: referenceOf(input) };
  if (input.kind !== "landed" || input.source.kind !== "file-set" || input.table.format === "json")
    return [checkDiagnostics.dataFlowInput.at(at, details)];
  const { table, source } = input;
  if (table.format !== "parquet") return [checkDiagnostics.dataFlowFormat.at(table.origin.child("format"), details)];
  return source.columns.flatMap(({ name, type, origin }) =>
    type.kind === "string" ? [] : [checkDiagnostics.dataFlowColumn.at(origin, { table: reader, column: name })],
  );
}

function checkExpression({ node, origin }: Expression, as: "value" | "holds", table: string, report: Report): void {
  const told = new Set<string>();
  const refuse = (what: string, because: string | undefined): void => {
    if (told.has(what)) return; // a part of a condition is printed more than once
    told.add(what);
    report.add(checkDiagnostics.dataFlowExpression.at(origin, { table, what, because }));
  };
  const printer = dataFlowPrinter(refuse, () => "kept"); // only whether it can be printed is asked
  printer[as](node);
}
