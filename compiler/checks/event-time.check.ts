import { isReplaced } from "../model/replaced.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { tablesOf } from "./tables-of.js";

/** A watermark's column is never null: a row without event time would be in no window, and never late. */
export const eventTime: Check = (project, report) => {
  for (const linked of tablesOf(project)) {
    const { table, watermark, rows } = linked;
    const column = rows.find(({ name }) => name === watermark?.column);
    if (table.watermark && !isReplaced(linked) && column?.nullable) {
      report.add(checkDiagnostics.watermarkColumnNullable.at(table.watermark.column.origin, { column: column.name }));
    }
  }
};
