import type { Report } from "../../compiler/diagnostics/report.js";
import type { ProjectIr } from "../../compiler/ir/ir.js";
import { sparkDiagnostics } from "./diagnostics.js";

/** Reports what Spark or a store behind it cannot express; true if there is anything. */
export function refuse(project: ProjectIr, report: Report): boolean {
  const queries = project.jobs.flatMap((job) => job.queries);
  const found = queries.flatMap((query) => {
    if (query.kind === "windows" && query.beside.length > 0)
      return [sparkDiagnostics.rowClausesBesideWindow.at(query.origin.key(), { clauses: query.beside })];
    const hasId =
      query.kind === "documents" && query.input.table.columns.some(({ name }) => name.toLowerCase() === "id");
    return hasId
      ? [sparkDiagnostics.documentIdTaken.at(query.origin.child("from"), { table: query.input.table.reference })]
      : [];
  });
  for (const diagnostic of found) report.add(diagnostic);
  return found.length > 0;
}
