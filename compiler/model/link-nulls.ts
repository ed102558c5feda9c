import type { Report } from "../diagnostics/report.js";
import { printType } from "../expression/type.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { Column } from "./linked.js";
import type { LinkedLandedSource } from "./linked-landings.js";
import type { MergedTable } from "./merged-table.js";
import type { Named } from "./parts.js";

/** Whether nulls can be ignored so that a table does not depend on when its rows came. True where they are not. */
export function linkNulls(
  { changes }: MergedTable,
  keys: readonly Named[],
  columns: readonly Column[],
  { reading, source }: LinkedLandedSource,
  report: Report,
): boolean {
  if (!changes.ignoresNull) return true;
  const at = changes.origin.child("ignore_null").key();
  if (reading.kind === "full") {
    report.add(landingDiagnostics.nullsOfSnapshots.at(at, { source: `sources.${source.name}` }));
    return false;
  }
  if (changes.history) {
    report.add(landingDiagnostics.nullsOfHistory.at(at, {}));
    return false;
  }
  const inOrder = [...keys, ...changes.sequenceBy];
  const nested = columns.filter(
    ({ name, type }) => type.kind === "struct" && inOrder.every((one) => one.name !== name),
  );
  for (const { name, type } of nested)
    report.add(landingDiagnostics.nullsOfStructs.at(at, { column: name, type: printType(type) }));
  return nested.length === 0;
}
