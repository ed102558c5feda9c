import type { Report } from "../diagnostics/report.js";
import { printType } from "../expression/type.js";
import { type Root, rootsOf } from "../model/lineage.js";
import type { LinkedFilesSource, LinkedHubSource, LinkedSink, LinkedSource, LinkedStore } from "../model/linked.js";
import type { LinkedFileSet } from "../model/linked-landings.js";
import type { Lake } from "../model/model.js";
import { isReplaced } from "../model/replaced.js";
import type { Origin } from "../source/origin.js";
import { brokerOf, isSameBroker } from "./alike.js";
import type { Check } from "./check.js";
import { checkDiagnostics } from "./diagnostics.js";
import { fixedFolder, isNested, isSameContainer, overlap, type Place, placeOf } from "./places.js";
import { referenceOf } from "./tables-of.js";

/** What is written to a store has a key that is never null, files hold what they can, and no two sinks write to one place. */
export const sinks: Check = ({ project, pipelines }, report) => {
  const taken: { readonly place: Place; readonly owner: string; readonly origin: Origin }[] = [];
  const sources = pipelines.flatMap((pipeline) => pipeline.sources);
  const fileSets = pipelines.flatMap(({ flow }) => flow.sources.filter((source) => source.kind === "file-set"));
  for (const linked of pipelines.flatMap((pipeline) => pipeline.sinks)) {
    const { sink, pipeline } = linked;
    const origin = sink.origin.key();
    const place = placeOf(linked);
    const other = taken.find((one) => overlap(one.place, place));
    if (other) {
      const isOfOne = isSamePlace(other.origin, origin);
      const related = isOfOne ? [] : [{ message: "It is declared here.", origin: other.origin }];
      const details = { place: other.place.words, other: other.owner, isOfOne };
      report.add(checkDiagnostics.sameStore.at(origin, details, { related }));
    }
    taken.push({ place, owner: `${pipeline}/sinks.${sink.name}`, origin });
    const reader =
      linked.to.kind === "folder" ? readerOf(linked.to, [...sources, ...fileSets]) : readerOfHub(linked.to, sources);
    if (reader) report.add(checkDiagnostics.readHere.at(origin, { place: place.words, source: nameOf(reader) }));
    if (linked.to.kind === "folder") {
      outsideTables(linked.to, linked, sources, report);
      if (project.lake) inFiles(linked.to, linked, project.lake, report);
    } else if (!isReplaced(linked.input)) keyed(linked, report); // or it is reported that no sink reads such a table
  }
};

/** Both are written once, for several. */
const isSamePlace = (one: Origin, other: Origin): boolean =>
  one.file.path === other.file.path && one.range.start === other.range.start;

const nameOf = ({ pipeline, source }: LinkedSource | LinkedFileSet): string => `${pipeline}/sources.${source.name}`;

/** The source that could find files of a sink's folder: one stands below the other, as far as the pattern is no pattern. */
const readerOf = (
  { connection, store }: Extract<LinkedStore, { kind: "folder" }>,
  sources: readonly (LinkedSource | LinkedFileSet)[],
): LinkedFilesSource | LinkedFileSet | undefined =>
  sources
    .filter((source) => source.kind === "files" || source.kind === "file-set")
    .find(
      (source) =>
        isSameContainer(source.connection, connection) && isNested(fixedFolder(source.source.path), store.folder),
    );

/** The source that would read what is sent. */
const readerOfHub = (to: LinkedStore, sources: readonly LinkedSource[]): LinkedHubSource | undefined =>
  to.kind !== "hub"
    ? undefined
    : sources
        .filter((source) => source.kind === "hub")
        .find(
          ({ connection, source }) =>
            source.hub === to.store.hub && isSameBroker(brokerOf(connection), brokerOf(to.connection)),
        );

/** A Delta table has its folder to itself. */
function outsideTables(
  { connection, store: { folder } }: Extract<LinkedStore, { kind: "folder" }>,
  { sink }: LinkedSink,
  sources: readonly LinkedSource[],
  report: Report,
): void {
  const table = sources
    .filter((source) => source.kind === "lake")
    .find(
      (source) => isSameContainer(source.connection, connection) && `${folder}/`.startsWith(`${source.source.path}/`),
    );
  if (table)
    report.add(checkDiagnostics.folderOfTable.at(sink.origin.child("folder"), { folder, source: nameOf(table) }));
}

/** Files can be written anew without a key, but not everything can be written to them. */
function inFiles(
  to: Extract<LinkedStore, { kind: "folder" }>,
  { sink, columns }: LinkedSink,
  lake: Lake,
  report: Report,
): void {
  const { connection, store } = to;
  const isLake = isSameContainer(connection, lake);
  if (isLake && /^(bronze|silver|gold)(\/|$)/.test(store.folder))
    report.add(checkDiagnostics.folderOfLake.at(sink.origin.child("folder"), { folder: store.folder }));
  const at = to.store.columns === undefined ? sink.from.origin : sink.origin.child("columns");
  for (const column of columns.filter(({ name }) => to.sent.includes(name))) {
    const { name, type } = column;
    if (["checkpoint", "batch"].includes(name.toLowerCase()))
      report.add(checkDiagnostics.folderColumn.at(at, { column: name }));
    if (to.store.format === "csv" && ["array", "map", "struct", "binary"].includes(type.kind))
      report.add(checkDiagnostics.notInCsv.at(at, { column: name, type: printType(type) }));
  }
}

/** It says when a row was read, and not where it stood. */
const isOfReading = ({ bronze, path: [column] }: Root): boolean => {
  if (bronze.kind === "landed") return false;
  const { position } = bronze.source;
  return !position.isLasting && position.columns.some(({ name }) => name === column);
};

function keyed({ sink, input, columns, to }: LinkedSink, report: Report): void {
  const table = referenceOf(input);
  const { key } = input;
  const isNullable = (column: string): boolean => columns.find(({ name }) => name === column)?.nullable === true;
  if (key === undefined) {
    report.add(checkDiagnostics.sinkWithoutKey.at(sink.from.origin, { table }));
    return;
  }
  for (const column of key.filter(isNullable))
    report.add(checkDiagnostics.sinkKeyNullable.at(sink.from.origin, { column, table }));
  for (const column of key) {
    const read = rootsOf(input, column).find(isOfReading);
    if (read) report.add(checkDiagnostics.sinkKeyOfReading.at(sink.from.origin, { column, table, of: read.path[0] }));
  }
  for (const { name: column, type } of columns.filter(({ name }) => key.includes(name))) {
    if (["array", "struct", "binary"].includes(type.kind))
      report.add(checkDiagnostics.keyNotText.at(sink.from.origin, { column, type: printType(type), table }));
  }
  if (to.kind === "container") {
    const { name: column, origin } = to.store.partitionKey;
    if (!key.includes(column)) report.add(checkDiagnostics.partitionKeyOutsideKey.at(origin, { column, key }));
  }
  if (to.kind === "hub" && to.store.key) {
    const { name: column, origin } = to.store.key;
    if (!key.includes(column) && isNullable(column))
      report.add(checkDiagnostics.eventKeyNullable.at(origin, { column }));
  }
}
