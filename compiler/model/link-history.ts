import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import { printType } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { type Clause, isColumn, quoted } from "./link-parts.js";
import type { Column } from "./linked.js";
import type { LinkedDatabaseSource, LinkedHistory, LinkedLandedSource } from "./linked-landings.js";
import type { ApplyChanges, History, MergedTable } from "./merged-table.js";
import type { Named } from "./parts.js";

/** Which changes make versions of a row; undefined where only the latest is kept. */
export function linkHistory(
  table: MergedTable,
  keys: readonly Named[],
  columns: readonly Column[],
  source: LinkedLandedSource,
  report: Report,
): Clause<LinkedHistory> {
  const { history, origin } = table.changes;
  if (source.kind !== "database") return ofFiles(table.changes, source.source.name, report);
  const isAbsenceRight = told(absences(table.changes, source), report);
  const tracked = origin.child("track_history");
  if (history === undefined) {
    const strays = tracked.isWritten ? [landingDiagnostics.trackedWithoutHistory.at(tracked.key(), {})] : [];
    return told(strays, report) && isAbsenceRight ? undefined : "broken";
  }
  const isWhole = source.reading.kind === "full";
  const found = [
    ...columns.flatMap((column) => reserved(column)),
    ...(isWhole ? keysAmong(history, keys) : sequences(table.changes, columns, source)),
  ];
  const areKnown = (history.tracked ?? []).map((column) => isColumn(column, quoted(table), columns, report));
  if (!told(found, report) || !isAbsenceRight || !areKnown.every(Boolean)) return "broken";
  return { tracked: isWhole ? trackedOf(keys, history, columns) : undefined };
}

/** What is read of files has not the order and the times of a database's tables. */
function ofFiles(
  { history, deletesAbsent, origin }: ApplyChanges,
  name: string,
  report: Report,
): Clause<LinkedHistory> {
  const strays = [
    ...(history ? [origin.child("scd_type")] : []),
    ...(deletesAbsent ? [origin.child("delete_when")] : []),
    ...(origin.child("track_history").isWritten ? [origin.child("track_history")] : []),
  ];
  const found = strays
    .slice(0, 1)
    .map((at) => landingDiagnostics.historyOfFiles.at(at.key(), { source: `sources.${name}` }));
  return told(found, report) ? undefined : "broken";
}

/** From and until when a version of a row is valid. */
export const validityOf = (origin: Origin): readonly Column[] => [
  { name: "valid_from", type: { kind: "timestamp" }, nullable: false, origin },
  { name: "valid_to", type: { kind: "timestamp" }, nullable: true, origin },
];

function reserved({ name, origin }: Column): readonly Diagnostic[] {
  const isReserved = validityOf(origin).some((own) => own.name === name.toLowerCase());
  return isReserved ? [landingDiagnostics.reservedValidity.at(origin.key(), { column: name })] : [];
}

/** True if there is nothing to tell. */
function told(found: readonly Diagnostic[], report: Report): boolean {
  for (const diagnostic of found) report.add(diagnostic);
  return found.length === 0;
}

/** Only a whole table tells what is not there, and, if a version is to end then, when that was. */
function absences({ deletesAbsent, history, origin }: ApplyChanges, source: LinkedDatabaseSource) {
  if (!deletesAbsent) return [];
  const at = origin.child("delete_when");
  const { reading } = source;
  const details = { source: `sources.${source.source.name}` };
  if (reading.kind === "incremental") return [landingDiagnostics.absentOfChanges.at(at, details)];
  return history && reading.mayBeEmpty ? [landingDiagnostics.emptyWithHistory.at(at, details)] : [];
}

const keysAmong = ({ tracked = [] }: History, keys: readonly Named[]): readonly Diagnostic[] =>
  tracked
    .filter(({ name }) => keys.some((key) => key.name === name))
    .map(({ name, origin }) => landingDiagnostics.trackedKey.at(origin, { column: name }));

/** Versions of rows that come in any order need a point in time each, and all of them. */
function sequences(
  { history, sequenceBy, origin }: ApplyChanges,
  columns: readonly Column[],
  { source }: LinkedLandedSource,
): readonly Diagnostic[] {
  const [first, second] = sequenceBy;
  const type = columns.find(({ name }) => name === first?.name)?.type;
  const tracked = origin.child("track_history").key();
  return [
    ...(history?.tracked
      ? [landingDiagnostics.trackedOfChanges.at(tracked, { source: `sources.${source.name}` })]
      : []),
    ...(first && type && type.kind !== "timestamp"
      ? [landingDiagnostics.historyWithoutTime.at(first.origin, { column: first.name, type: printType(type) })]
      : []),
    ...(second ? [landingDiagnostics.historyOfSeveral.at(second.origin, {})] : []),
  ];
}

/** By default all columns that are no keys. */
const trackedOf = (keys: readonly Named[], { tracked }: History, columns: readonly Column[]): readonly string[] =>
  tracked?.map(({ name }) => name) ??
  columns.map(({ name }) => name).filter((name) => !keys.some((key) => key.name === name));
