import type { Report } from "../diagnostics/report.js";
import type { Expression } from "../expression/expression.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { type Clause, condition } from "./link-parts.js";
import type { LinkedLandedSource } from "./linked-landings.js";
import type { MergedTable } from "./merged-table.js";

/** Which changes delete the row of their key; undefined where none does. */
export function linkDeletes(
  { changes: { deleteWhen, origin } }: MergedTable,
  { columns, reading, source }: LinkedLandedSource,
  report: Report,
): Clause<Expression> {
  if (deleteWhen === undefined) return undefined;
  if (reading.kind === "full") {
    const at = origin.child("delete_when");
    report.add(landingDiagnostics.deletesOfSnapshots.at(at, { source: `sources.${source.name}` }));
    return "broken";
  }
  return condition(deleteWhen, { columns, aggregates: "forbidden", clause: "delete_when" }, report) ?? "broken";
}
