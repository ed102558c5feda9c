import type { Report } from "../diagnostics/report.js";
import type { LandedTable } from "./landed-table.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { LinkedLanded, LinkedLandedSource } from "./linked-landings.js";
import { isOfJson } from "./source.js";

/** A landed table with its source. Undefined if it has an error. */
export function linkLanded(
  table: LandedTable,
  pipeline: string,
  source: LinkedLandedSource | undefined,
  report: Report,
): LinkedLanded | undefined {
  const strays = [...forbidden, backfill(source)].filter(({ clause }) => table.origin.child(clause).isWritten);
  for (const stray of strays)
    report.add(landingDiagnostics.clauseOfLanded.at(table.origin.child(stray.clause).key(), stray));
  if (source && isOfJson(source.source) !== (table.format === "json")) {
    const details = { source: `sources.${source.source.name}`, isJson: isOfJson(source.source), format: table.format };
    report.add(landingDiagnostics.landedFormat.at(table.origin.child("format"), details));
    return undefined;
  }
  return source && strays.length === 0 ? { kind: "landed", pipeline, table, source } : undefined;
}

const backfill = (source: LinkedLandedSource | undefined) => ({
  clause: "backfill",
  reason:
    source?.reading.kind === "full"
      ? "all rows are read each time"
      : source?.kind !== "database"
        ? "to have all files read again, give the table another name"
        : "to have all rows read again, write another 'start' of the source's cursor",
});

const forbidden = [
  { clause: "streaming", reason: "rows are read each time that the pipeline is started" },
  { clause: "on_schema_change", reason: "with other columns its files begin anew" },
] as const;
