import type { Report } from "../../diagnostics/report.js";
import { closest } from "../../diagnostics/suggest.js";
import type { Origin } from "../../source/origin.js";
import { nodeAt } from "../../source/source-file.js";
import type { MapEntry, Node } from "../../source/tree.js";
import type { DatabaseSpec, ProjectSpec } from "../spec.generated.js";
import type { Document } from "../spec.js";
import { type DatabaseKind, isDatabaseKind, isOfDatabaseOnly, tableAsCompared, typeRead } from "./database-types.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { entryOf, made, textOf } from "./nodes.js";

/** A table as a file under `schemas/` lists it. Each property is as a source would have it. */
export interface ListedTable {
  readonly primaryKey: MapEntry | undefined;
  /** "broken": what is wrong was reported. Columns are looked at when a source reads them. */
  columns(): MapEntry | "broken";
}

/** The tables of databases that the files under `schemas/` list. */
export interface DatabaseSchemas {
  /** By connection, then by name. "broken": listed with an error, which was reported. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, ListedTable | "broken">>;
  /** The table that a source means: as the database compares names. */
  find(read: TableRead): ListedTable | "broken" | undefined;
  /** All that is written could be read: what is not listed is not there. */
  readonly areWhole: boolean;
  /** Says of each file's document of which no source reads a table. */
  reportUnused(read: readonly TableRead[], report: Report): void;
}

/** A table of a database that a source reads. */
export interface TableRead {
  readonly connection: string;
  readonly table: string;
}

/** `areRead`: the files could be read as far as this. */
export function databaseSchemas(
  documents: readonly Document<DatabaseSpec>[],
  areRead: boolean,
  project: Document<ProjectSpec> | undefined,
  report: Report,
): DatabaseSchemas {
  const tables = new Map<string, Map<string, ListedTable | "broken">>();
  const first = new Map<string, { readonly at: Origin; readonly table: ListedTable | "broken" }>();
  const kinds = new Map<string, DatabaseKind>();
  const listings = new Map<Origin, readonly TableRead[]>();
  let areWhole = areRead;
  for (const document of documents) {
    const connection = connectionOf(document, project, report);
    if (connection === undefined || !document.isSound("tables")) areWhole = false;
    if (connection === undefined) continue;
    const ofConnection = tables.get(connection.name) ?? new Map<string, ListedTable | "broken">();
    tables.set(connection.name, ofConnection);
    kinds.set(connection.name, connection.kind);
    const names = document.items("tables").map(({ name }) => ({ connection: connection.name, table: name }));
    listings.set(document.origin.child("connection"), names);
    for (const [name, table] of listed(document, connection.kind, report)) {
      const at = document.origin.child("tables", name).key();
      const key = keyOf({ connection: connection.name, table: name });
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, { at, table });
        ofConnection.set(name, table);
        continue;
      }
      const related = [{ message: "It is listed here.", origin: other.at }];
      report.add(expansionDiagnostics.tableTwice.at(at, { table: name, connection: connection.name }, { related }));
    }
  }
  return { tables, find: (read) => first.get(keyOf(read))?.table, areWhole, reportUnused };

  function keyOf({ connection, table }: TableRead): string {
    const kind = kinds.get(connection);
    return `${connection} ${kind === undefined ? table : tableAsCompared(table, kind)}`;
  }

  function reportUnused(read: readonly TableRead[], to: Report): void {
    const keys = new Set(read.map(keyOf));
    for (const [at, own] of listings) {
      const [first] = own;
      if (first !== undefined && !own.some((one) => keys.has(keyOf(one))))
        to.add(expansionDiagnostics.unusedSchema.at(at, { connection: first.connection }));
    }
  }
}

interface Connection {
  readonly name: string;
  readonly kind: DatabaseKind;
}

/** Undefined if the document has an error there, or the connection one, which was reported. */
function connectionOf(
  document: Document<DatabaseSpec>,
  project: Document<ProjectSpec> | undefined,
  report: Report,
): Connection | undefined {
  const name = document.get("connection");
  if (name === undefined) return undefined;
  const connections = project?.items("connections") ?? [];
  const connection = connections.find((one) => one.name === name);
  const at = document.origin.child("connection");
  if (connection === undefined) {
    const suggestion = closest(
      name,
      connections.map((one) => one.name),
    );
    if (project?.isSound("connections") || connections.length > 0)
      report.add(expansionDiagnostics.unknownConnection.at(at, { connection: name, suggestion }));
    return undefined;
  }
  const kind = connection.spec?.kind;
  if (kind !== undefined && !isDatabaseKind(kind))
    report.add(expansionDiagnostics.noDatabase.at(at, { connection: name, kind }));
  return isDatabaseKind(kind) ? { name, kind } : undefined;
}

function listed(
  document: Document<DatabaseSpec>,
  kind: DatabaseKind,
  report: Report,
): readonly (readonly [string, ListedTable | "broken"])[] {
  const types = document.get("types") ?? "sluice";
  const areTyped = document.isSound("types");
  let isTold = false;
  return document.items("tables").map(({ name, origin, spec }) => {
    const node = nodeAt(origin.document.root, origin.path);
    const [key, columns] = [entryOf(node, "primary_key"), entryOf(node, "columns")];
    if (spec === undefined || columns === undefined || !areTyped) return [name, "broken"] as const;
    const { file } = origin;
    const read = once(() => {
      if (types === "database") return inTypesOfTheLanguage(columns.value, name, kind, origin, report);
      const foreign = typeOfDatabase(columns.value, kind);
      if (foreign === undefined) return columns.value;
      const at = origin.child("columns", foreign.key);
      if (!isTold) report.add(expansionDiagnostics.typeOfDatabase.at(at, { type: foreign.type, kind }));
      isTold = true;
      return "broken" as const;
    });
    const table: ListedTable = {
      primaryKey: key && { ...key, file },
      columns: () => {
        const value = read();
        return value === "broken" ? value : { ...columns, file, value };
      },
    };
    return [name, table] as const;
  });
}

/** The first column whose type is a word of the database and none of the language. */
function typeOfDatabase(columns: Node, kind: DatabaseKind) {
  if (columns.kind !== "map") return undefined;
  return columns.entries
    .map(({ key, value }) => ({ key, type: textOf(typeNode(value)) ?? "" }))
    .find(({ type }) => isOfDatabaseOnly(type, kind));
}

/** The type of a column that is written alone, or in `{ type: …, sensitive: … }`. */
const typeNode = (column: Node): Node =>
  (column.kind === "map" ? column.entries.find(({ key }) => key === "type")?.value : undefined) ?? column;

const withType = (column: Node, type: string): Node =>
  column.kind === "map"
    ? {
        ...column,
        entries: column.entries.map((entry) =>
          entry.key === "type" ? { ...entry, value: made(type, entry.value.range) } : entry,
        ),
      }
    : made(type, column.range);

function inTypesOfTheLanguage(
  columns: Node,
  table: string,
  kind: DatabaseKind,
  origin: Origin,
  report: Report,
): Node | "broken" {
  if (columns.kind !== "map") return "broken";
  let isBroken = false;
  const entries = columns.entries.map((entry) => {
    const type = textOf(typeNode(entry.value)) ?? "";
    const read = typeRead(type, kind);
    if (read.kind === "read") return { ...entry, value: withType(entry.value, read.type) };
    const at = origin.child("columns", entry.key);
    isBroken = true;
    report.add(
      read.kind === "unknown"
        ? expansionDiagnostics.unknownType.at(at, { type, kind, suggestion: read.suggestion })
        : expansionDiagnostics.unreadableType.at(at, { column: entry.key, type, table }),
    );
    return entry;
  });
  return isBroken ? "broken" : { ...columns, entries };
}

/** Made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
