import type { Report } from "../diagnostics/report.js";
import type { LinkedProject, LinkedTable } from "../model/linked.js";
import type { LinkedLandedSource } from "../model/linked-landings.js";
import type { Named } from "../model/parts.js";
import { sensitiveDiagnostics } from "../model/sensitive-diagnostics.js";
import type { Sensitivity } from "../model/sensitivity.js";
import { declaredMarks, type Marks } from "../model/sensitivity-mark.js";
import { strays } from "./sensitive-path.js";
import { tablesOf } from "./tables-of.js";

/** No column is sensitive whose values are kept in records, or name folders: everybody who looks after pipelines reads them. */
export function checkRecorded(project: LinkedProject, sensitivity: Sensitivity, report: Report): void {
  for (const { flow } of project.pipelines) for (const source of flow.sources) checkCursor(source, report);
  for (const linked of tablesOf(project)) {
    checkWatermark(linked, sensitivity, report);
    const use = { use: "a column that the table is partitioned by", where: "names of folders", mayDeclassify: true };
    for (const column of linked.table.storage.partitionBy) add(column, sensitivity.of(linked), use, report);
  }
}

function checkCursor(linked: LinkedLandedSource, report: Report): void {
  if (linked.kind !== "database" || linked.source.read.kind !== "incremental") return;
  const { name, columns, read } = linked.source;
  const marks = new Map(columns.map((column) => [column.name, declaredMarks(`sources.${name}`, column)]));
  const use = { use: "the cursor", where: "the control table and in the records of runs", mayDeclassify: false };
  add(read.cursor.column, marks, use, report);
}

function checkWatermark(linked: LinkedTable, sensitivity: Sensitivity, report: Report): void {
  const { watermark } = linked.table;
  const use = { use: "the watermark", where: "the records of batches and in logs", mayDeclassify: true };
  if (watermark) add(watermark.column, sensitivity.setAside(linked), use, report);
}

interface Use {
  readonly use: string;
  readonly where: string;
  readonly mayDeclassify: boolean;
}

function add({ name, origin }: Named, marks: Marks, use: Use, report: Report): void {
  for (const { related, ...stray } of strays(marks, { labels: [], origin: undefined }, [name]))
    report.add(sensitiveDiagnostics.recorded.at(origin, { ...stray, ...use }, { related }));
}
