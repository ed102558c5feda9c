import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Report } from "../diagnostics/report.js";
import type { FileSetSource } from "./file-set-source.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { linkCells } from "./link-cells.js";
import { checkPeriods } from "./link-periods.js";
import { connectionTo } from "./link-source.js";
import type { LinkedFileSet } from "./linked-landings.js";
import type { Project } from "./model.js";

/** Holds files that are landed against what they name. Undefined if any of it has an error. */
export function linkFileSet(
  source: FileSetSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedFileSet | undefined {
  const { primaryKey, reading } = source;
  const isSaid = checkWords(source, report) && checkPeriods(source, report);
  const connection = connectionTo(source.connection, "blob", project, report);
  const { columns, areSound } = linkCells(source, primaryKey, report, source.format === "json");
  if (connection === undefined || !areSound || !isSaid) return undefined;
  return {
    kind: "file-set",
    pipeline,
    source,
    connection,
    columns,
    key: primaryKey.map(({ name }) => name),
    reading,
  };
}

/** Whether it says what must be said of such files, and nothing that is not of them. */
function checkWords(source: FileSetSource, report: Report): boolean {
  const { origin, reading, changes, format, text } = source;
  const expected = reading.kind === "full" ? "snapshot" : "upsert";
  const wrong = [
    ...(changes === expected
      ? []
      : [
          landingDiagnostics.changesOfFiles.at(origin.child(changes === undefined ? "read" : "changes"), {
            read: reading.kind === "full" ? "full" : "new-files",
            expected,
          }),
        ]),
    ...(format === "csv" || format === "json"
      ? []
      : [landingDiagnostics.formatOfFiles.at(origin.child("format"), { format })]),
    ...(reading.kind === "full" && origin.child("lag").isWritten
      ? [landingDiagnostics.lagOfSnapshot.at(origin.child("lag").key(), {})]
      : []),
    ...(format === "json" ? refuseDelimiters(source) : []),
    ...(reading.kind === "full" && !text.hasHeader && format !== "json"
      ? [landingDiagnostics.headerOfSnapshot.at(origin.child("header"), {})]
      : []),
    ...(text.compression === "zip" ? refuseArchives(source) : []),
    ...(origin.child("producer").isWritten
      ? [landingDiagnostics.producerOfLanded.at(origin.child("producer").key(), {})]
      : []),
  ];
  for (const diagnostic of wrong) report.add(diagnostic);
  return wrong.length === 0;
}

/** What a line of JSON has not. */
const refuseDelimiters = ({ origin }: FileSetSource): readonly Diagnostic[] =>
  (["header", "delimiter", "quote"] as const)
    .filter((property) => origin.child(property).isWritten)
    .map((property) => landingDiagnostics.delimiterOfJson.at(origin.child(property).key(), { property }));

/** Archives that would be unpacked in a way of which nothing is documented. */
const refuseArchives = ({ origin, reading, path }: FileSetSource): readonly Diagnostic[] => [
  ...(reading.kind === "full" ? [] : [landingDiagnostics.archivesOfNewFiles.at(origin.child("compression"), {})]),
  ...(path.slice(0, path.lastIndexOf("/") + 1).includes("*")
    ? [landingDiagnostics.archivesOfFolders.at(origin.child("path"), { path })]
    : []),
];
