import type { Report } from "../diagnostics/report.js";
import { printType } from "../expression/type.js";
import { isColumn } from "./link-parts.js";
import type { ExposedPartitions, NamedExpression } from "./linked.js";
import type { Exposure } from "./warehouse.js";
import { partitionDiagnostics } from "./warehouse-partition-diagnostics.js";

/** How the files of a thing are kept apart; undefined where it is not said, `broken` where it is said wrongly. `columns`: those that are seen. */
export function linkPartitions(
  { name: view, origin, as, partitionBy, refresh, dedicated }: Exposure,
  columns: readonly NamedExpression[],
  report: Report,
): ExposedPartitions | undefined | "broken" {
  const written = partitionBy ? "partition_by" : "refresh";
  if (partitionBy === undefined && refresh === undefined) return undefined;
  if (as !== "cetas") {
    report.add(partitionDiagnostics.partitionsOfNoFiles.at(origin.child(written).key(), { view, clause: written }));
    return "broken";
  }
  if (partitionBy === undefined) {
    report.add(partitionDiagnostics.refreshOfNoPartitions.at(origin.child("refresh").key(), { view }));
    return "broken";
  }
  if (dedicated) {
    report.add(partitionDiagnostics.partitionsOfDedicated.at(origin.child("partition_by").key(), { view }));
    return "broken";
  }
  if (!isColumn(partitionBy, `'${view}'`, columns, report)) return "broken";
  const type = columns.find(({ name }) => name === partitionBy.name)?.expression.type;
  if (type?.kind !== "date" && type?.kind !== "int" && type?.kind !== "bigint") {
    const details = { column: partitionBy.name, type: type ? printType(type) : "" };
    report.add(partitionDiagnostics.partitionType.at(partitionBy.origin, details));
    return "broken";
  }
  if (refresh && type.kind !== "date") {
    const details = { column: partitionBy.name, type: printType(type) };
    report.add(partitionDiagnostics.daysOfNoDate.at(refresh.origin.child("last"), details));
    return "broken";
  }
  return { column: partitionBy.name, type: type.kind, lastDays: refresh?.lastDays };
}
