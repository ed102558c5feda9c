import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { Words } from "../diagnostics/words.js";
import { parseType } from "../expression/parse/parse-type.js";
import type { DataType } from "../expression/type.js";
import { reportRepeats } from "./columns.js";
import type { Connection } from "./connection.js";
import { modelDiagnostics } from "./diagnostics.js";
import { refuseLandedWords } from "./landed-words.js";
import { checkBody } from "./link-body.js";
import { refuseParts } from "./link-periods.js";
import type { Column, LinkedFilesSource, LinkedHubSource, LinkedLakeSource, LinkedSource } from "./linked.js";
import { longForm, strayLabel } from "./long-form.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import { eventPosition, filePosition, landedPosition, type Position } from "./position.js";
import { sensitiveDiagnostics } from "./sensitive-diagnostics.js";
import type { FilesSource, LakeSource, QueriedSource, SourceColumn, StreamSource } from "./source.js";

export function linkSource(
  source: QueriedSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedSource | undefined {
  switch (source.kind) {
    case "files":
      return linkFiles(source, pipeline, project, report);
    case "lake":
      return linkLake(source, pipeline, project, report);
    case "event-hub":
    case "kafka":
      return linkHub(source, pipeline, project, report);
  }
}

function linkHub(
  source: StreamSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedHubSource | undefined {
  const connection = connectionTo(source.connection, source.kind === "kafka" ? "kafka" : "event-hubs", project, report);
  const columns = columnsOf(source, eventPosition, report);
  const { producer } = source;
  const names = source.columns.map(({ name }) => name);
  if (producer && !names.includes(producer.key.name)) {
    report.add(
      modelDiagnostics.unknownColumn.at(producer.key.origin, {
        column: producer.key.name,
        table: `Source '${source.name}'`,
        suggestion: closest(producer.key.name, names),
      }),
    );
  }
  return connection && columns && { kind: "hub", pipeline, source, connection, columns, position: eventPosition };
}

function linkFiles(
  source: FilesSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedFilesSource | undefined {
  const connection = connectionTo(source.connection, "storage", project, report);
  const columns = columnsOf(source, filePosition, report);
  refuseLandedWords(source, report);
  const isPlain = refuseParts(source.path, source.origin, undefined, report);
  const header = source.origin.child("header");
  if (source.format !== "csv" && header.isWritten)
    report.add(modelDiagnostics.headerWithoutCsv.at(header.key(), { format: source.format }));
  if (connection === undefined || columns === undefined || !isPlain) return undefined;
  return { kind: "files", pipeline, source, connection, columns, position: filePosition };
}

function linkLake(
  source: LakeSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedLakeSource | undefined {
  const connection = connectionTo(source.connection, "storage", project, report);
  const columns = columnsOf(source, landedPosition, report);
  return connection && columns && { kind: "lake", pipeline, source, connection, columns, position: landedPosition };
}

/** A source's columns; undefined if one of them has an error, which was reported. */
function columnsOf(
  { columns: declared, format }: QueriedSource,
  position: Position,
  report: Report,
): readonly Column[] | undefined {
  const columns = declared.map((column) => columnOf(column, report));
  const repeats = reportRepeats(declared, report);
  for (const { name, origin } of declared) {
    if (position.columns.some((column) => column.name === name.toLowerCase()))
      report.add(
        modelDiagnostics.reservedColumn.at(origin.key(), {
          column: name,
          of: position === eventPosition ? "event" : "row",
        }),
      );
  }
  const sound = columns.filter((column) => column !== undefined);
  const isBody = checkBody(format, sound, report);
  return isBody && repeats.length === 0 && sound.length === columns.length ? sound : undefined;
}

/** A connection of a kind that is needed; undefined if there is none, which was reported. */
export function connectionTo<K extends Connection["kind"]>(
  wanted: Named,
  kind: K | readonly K[],
  project: Project,
  report: Report,
): Extract<Connection, { kind: K }> | undefined {
  const found = project.connections.get(wanted.name);
  if (found === undefined) {
    report.add(
      modelDiagnostics.unknownConnection.at(wanted.origin, {
        connection: wanted.name,
        suggestion: report.wordsOf(project.connections, Words.keysOf).closest(wanted.name),
      }),
    );
    return undefined;
  }
  if (!isSound(found)) return undefined;
  const kinds: readonly K[] = typeof kind === "string" ? [kind] : kind;
  if (isOneOf(found, kinds)) return found;
  report.add(
    modelDiagnostics.wrongConnection.at(wanted.origin, {
      connection: wanted.name,
      found: found.kind,
      expected: kinds.join(" or "),
    }),
  );
  return undefined;
}

const isOneOf = <K extends Connection["kind"]>(
  connection: Connection,
  kinds: readonly K[],
): connection is Extract<Connection, { kind: K }> => kinds.some((kind) => kind === connection.kind);

/** A declared column; undefined if its type has an error, which was reported. */
export function columnOf({ name, origin, type, typeOrigin }: SourceColumn, report: Report): Column | undefined {
  const label = strayLabel(type);
  if (label !== undefined) {
    report.add(sensitiveDiagnostics.unknownLabel.at(label.origin, { column: name, word: label.word }));
    return undefined;
  }
  const written = longForm(type);
  if (written !== undefined) {
    report.add(modelDiagnostics.columnLongForm.at(origin.key(), { column: name, written }));
    return undefined;
  }
  const dataType = typeOf(type, typeOrigin, report);
  return dataType && { name, origin, type: dataType, nullable: true };
}

function typeOf(type: SourceColumn["type"], origin: SourceColumn["origin"], report: Report): DataType | undefined {
  if (typeof type === "string") return parseType(type, origin, report);
  const fields = type.map((field) => columnOf(field, report));
  const repeats = reportRepeats(type, report);
  const sound = fields.filter((field) => field !== undefined);
  if (repeats.length > 0 || sound.length < fields.length) return undefined;
  return {
    kind: "struct",
    fields: sound.map(({ name, type: fieldType }) => ({ name, type: fieldType, nullable: true })),
  };
}
