import type { Report } from "../diagnostics/report.js";
import type { LinkedProject, LinkedSource } from "../model/linked.js";
import type { LinkedLandedSource } from "../model/linked-landings.js";
import type { Label } from "../model/sensitive.js";
import { sensitiveDiagnostics } from "../model/sensitive-diagnostics.js";
import { declaredMarks, type Mark } from "../model/sensitivity-mark.js";
import type { SourceColumn } from "../model/source.js";
import { alike, brokerOf, findOne, isSameBroker, isSameDatabase, isSameName, isSameWord } from "./alike.js";
import { isSameContainer } from "./places.js";
import { labelsOf, waysOf } from "./sensitive-path.js";

type Read = LinkedSource | LinkedLandedSource;

/** What one source says to be sensitive is said by each other that reads the same: what it leaves out would be clear behind it. */
export function checkSources({ pipelines }: LinkedProject, report: Report): void {
  const sources = [...new Set(pipelines.flatMap((one) => [...one.sources, ...one.flow.sources]))];
  const telling = byPlace(sources.filter(tells));
  for (const source of sources) {
    const near = telling.get(placeOf(source)) ?? [];
    const others = near.filter((other) => other !== source && readsSame(source, other));
    for (const column of source.source.columns) checkColumn(column, source, others, report);
  }
}

/** Says of something that it is sensitive: of the others nothing follows. */
const tells = ({ source }: Read): boolean => source.columns.some(isMarked);

const isMarked = ({ sensitive, type }: SourceColumn): boolean =>
  sensitive !== undefined || (typeof type !== "string" && type.some(isMarked));

function byPlace(sources: readonly Read[]): ReadonlyMap<string, readonly Read[]> {
  const found = new Map<string, Read[]>();
  for (const source of sources) {
    const place = placeOf(source);
    const others = found.get(place);
    if (others === undefined) found.set(place, [source]);
    else others.push(source);
  }
  return found;
}

/** Two sources that read the same have one; not all that have one read the same. */
function placeOf(one: Read): string {
  switch (one.kind) {
    case "hub":
      return `hub ${one.source.hub}`;
    case "database":
      return `table ${one.source.table.toLowerCase()}`;
    case "files":
    case "file-set":
      return "files"; // patterns of paths
    case "lake":
      return `lake ${one.source.path}`;
    case "http":
      return `http ${one.source.path}`;
    case "loads":
      return `loads ${one.source.folder}`;
  }
}

function checkColumn(column: SourceColumn, source: Read, others: readonly Read[], report: Report): void {
  const { name } = source.source;
  for (const other of others) {
    const said = sameColumn(column, source, other);
    if (said === undefined) continue;
    const missing = declaredMarks(`sources.${other.source.name}`, said).filter(
      (mark) => !isSaid(column, mark.fields, mark.label),
    );
    for (const [path, marks] of byField(column, missing)) {
      const isWhole = typeof column.type === "string" && marks.some(({ fields }) => fields.length > 0);
      const found = { column: path, labels: labelsOf(marks), source: name, other: other.source.name };
      const details = { ...found, here: column.sensitive, isWhole };
      report.add(sensitiveDiagnostics.undeclared.at(column.origin.key(), details, { related: waysOf(marks) }));
    }
    if (missing.length > 0) return; // a third that says it too says nothing more
  }
}

/** Values of CSV stand in their places, whatever their columns are called; of all else they are found by name. */
function sameColumn(column: SourceColumn, { source }: Read, { source: other }: Read): SourceColumn | undefined {
  if (isOfPlaces(source) && isOfPlaces(other)) return other.columns[source.columns.indexOf(column)];
  const isExact = source.kind === "postgres";
  return other.columns.find((one) => (isExact ? one.name === column.name : alike(one.name, column.name)));
}

const isOfPlaces = (source: Read["source"]): boolean => "format" in source && source.format === "csv";

/** Whether a column says that a field of it is sensitive, or that all of it is; also if it has no such field. */
function isSaid({ sensitive, type }: SourceColumn, [first, ...below]: readonly string[], label: Label): boolean {
  if (sensitive === label) return true;
  if (first === undefined || typeof type === "string") return false;
  const field = type.find(({ name }) => alike(name, first));
  return field === undefined || isSaid(field, below, label);
}

/** By the field that has to say it, which is the column itself where it has no fields. */
function byField({ name, type }: SourceColumn, marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, readonly Mark[]>();
  for (const mark of marks) {
    const path = typeof type === "string" ? name : [name, ...mark.fields].join(".");
    found.set(path, [...(found.get(path) ?? []), mark]);
  }
  return found;
}

/** Whether two sources read the same rows, or some of them, in some environment. */
function readsSame(one: Read, other: Read): boolean {
  if (one.kind === "hub" && other.kind === "hub")
    return isSameBroker(brokerOf(one.connection), brokerOf(other.connection)) && one.source.hub === other.source.hub;
  if (one.kind === "database" && other.kind === "database")
    return isSameDatabase(one.connection, other.connection) && isSameTable(one, other);
  if (isOfFiles(one) && isOfFiles(other)) {
    const isOfFolders = one.kind === "files" || other.kind === "files"; // a folder that fits of a stream stands for its files
    return (
      isSameContainer(one.connection, other.connection) && findOne(one.source.path, other.source.path, isOfFolders)
    );
  }
  if (one.kind === "lake" && other.kind === "lake")
    return isSameContainer(one.connection, other.connection) && one.source.path === other.source.path;
  if (one.kind === "http" && other.kind === "http") return isSameAnswer(one, other);
  return one.kind === "loads" && other.kind === "loads" && one.source.folder === other.source.folder;
}

type Of<K extends Read["kind"]> = Extract<Read, { readonly kind: K }>;

const isOfFiles = (one: Read): one is Of<"files" | "file-set"> => one.kind === "files" || one.kind === "file-set";

const isSameTable = ({ connection, source: one }: Of<"database">, { source: other }: Of<"database">): boolean =>
  isSameName(connection, one.schema, other.schema) && isSameName(connection, one.table, other.table);

const isSameAnswer = (one: Of<"http">, other: Of<"http">): boolean =>
  isSameWord(one.connection.host, other.connection.host) &&
  one.connection.base === other.connection.base &&
  one.source.path === other.source.path &&
  one.source.rows.join(".") === other.source.rows.join(".");
