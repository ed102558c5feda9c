import type { Report } from "../diagnostics/report.js";
import type { LinkedProject } from "../model/linked.js";
import type { Table } from "../model/table.js";
import { isView } from "../model/views.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { referenceOf, tablesOf } from "./tables-of.js";

/** A view is read by something, and its name stands for one thing over all pipelines. */
export const views: Check = (linked, report) => {
  namedOnce(linked, report);
  if (report.hasErrors) return; // what a table with an error should have read is not known
  const tables = tablesOf(linked);
  const read = new Set(tables.flatMap(({ inputs }) => inputs));
  for (const view of tables.filter(isView)) {
    if (!read.has(view))
      report.add(checkDiagnostics.unreadView.at(view.table.origin.child("materialize"), { view: referenceOf(view) }));
  }
};

function namedOnce({ project }: LinkedProject, report: Report): void {
  const taken = new Map<string, { readonly owner: string; readonly table: Table }>();
  for (const pipeline of project.pipelines) {
    for (const table of [...pipeline.tables.values()].filter((one) => one.kind === "table")) {
      const name = `${table.layer}.${table.name}`;
      const other = taken.get(name);
      taken.set(name, { owner: `${pipeline.name}/${name}`, table });
      if (other === undefined || !(table.isView || other.table.isView)) continue;
      const related = [{ message: "It is declared here.", origin: other.table.origin.key() }];
      report.add(checkDiagnostics.sameNameAsView.at(table.origin.key(), { other: other.owner }, { related }));
    }
  }
}
