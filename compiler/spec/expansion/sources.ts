import type { Report } from "../../diagnostics/report.js";
import { closest } from "../../diagnostics/suggest.js";
import { Words } from "../../diagnostics/words.js";
import { Origin } from "../../source/origin.js";
import type { SourceDocument } from "../../source/source-file.js";
import type { MapNode, Node } from "../../source/tree.js";
import type { DatabaseSchemas } from "./database-schemas.js";
import { isDatabaseKind } from "./database-types.js";
import { expansionDiagnostics } from "./diagnostics.js";
import { made, poison, textOf, valueAt, withValue } from "./nodes.js";
import { fill } from "./placeholders.js";
import { type Expanded, expandSection, type Plural, type Surroundings } from "./section.js";

/** What sources of databases take from the project beside their pipeline. */
export interface Databases extends Surroundings {
  readonly schemas: DatabaseSchemas;
  /** Names of the project's connections; undefined if they could not all be read. */
  readonly connections: readonly string[] | undefined;
}

/** The document with a source for each of `tables`, and with columns and primary keys that are listed under `schemas/`. */
export function expandSources(document: SourceDocument, databases: Databases): Expanded {
  const expanded = expandSection(document, plural(databases), databases);
  return { ...expanded, document: complete(expanded.document, databases) };
}

export const tablePattern = /^[A-Za-z0-9_*]+\.[A-Za-z0-9_*]+$/;

const plural = ({ schemas, connections, report }: Databases): Plural => ({
  section: "sources",
  property: "tables",
  pattern: tablePattern,
  naming: "table",
  placeholders: ["schema", "table"],
  places: ["samples", "description"],
  names: [],
  reads: [],
  candidates: (body, _, origin) => {
    const connection = textOf(valueAt(body, "connection"));
    if (!isDatabaseKind(textOf(valueAt(body, "kind"))) || connection === undefined) return undefined;
    if (valueAt(body, "table") !== undefined) return undefined; // the schema says that it is one of the two
    const tables = schemas.tables.get(connection);
    if (tables) return { names: [...tables.keys()], among: `tables that 'schemas/' lists of '${connection}'` };
    if (!isUnknown(connection, connections, origin, report) && schemas.areWhole)
      report.add(expansionDiagnostics.noTables.at(origin.child("tables"), { connection }));
    return undefined;
  },
  valuesOf: ({ name }) => {
    const [schema = "", table = ""] = name.split(".");
    return { schema: small(schema), table: small(table) };
  },
  single: (body, { name, by }, values) => ({
    ...body,
    entries: body.entries.map((entry) =>
      entry.key === "tables"
        ? { ...entry, key: "table", value: made(name, by.range) }
        : { ...entry, value: fill(entry.value, values) },
    ),
  }),
});

/** `OrderLines`: `order_lines`. */
const small = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

/** Whether the project lacks the connection, which is then reported, or was where its connections were looked at. */
function isUnknown(
  connection: string,
  connections: readonly string[] | undefined,
  origin: Origin,
  report: Report,
): boolean {
  if (connections?.includes(connection)) return false;
  if (connections === undefined) return true;
  const details = { connection, suggestion: closest(connection, connections) };
  report.add(expansionDiagnostics.unknownConnection.at(origin.child("connection"), details));
  return true;
}

function complete(document: SourceDocument, databases: Databases): SourceDocument {
  const section = valueAt(document.root, "sources");
  if (document.root.kind !== "map" || section?.kind !== "map") return document;
  const entries = section.entries.map((entry) => {
    const value = completed(entry.value, Origin.root(document).child("sources", entry.key), databases);
    return value === entry.value ? entry : { ...entry, value };
  });
  if (entries.every((entry, at) => entry === section.entries[at])) return document;
  return { ...document, root: withValue(document.root, "sources", { ...section, entries }) };
}

/** The source with what it leaves to the files under `schemas/`; poisoned if that is not there. */
function completed(body: Node, origin: Origin, databases: Databases): Node {
  const { schemas } = databases;
  const [kind, read, connection, table] = ["kind", "read", "connection", "table"].map((key) =>
    textOf(valueAt(body, key)),
  );
  if (body.kind !== "map" || !isDatabaseKind(kind) || connection === undefined || table === undefined) return body;
  if (table.includes("*") && tablePattern.test(table)) {
    databases.report.add(expansionDiagnostics.tableIsPattern.at(origin.child("table"), { pattern: table }));
    return poison(body);
  }
  const wanted = ["columns", "primary_key"].filter((key) => valueAt(body, key) === undefined);
  if (wanted.length === 0 || isMisspelt(body, wanted)) return body;
  // A source that is whole by itself stays as it is, whatever is listed.
  if (!wanted.includes("columns") && read !== "incremental") return body;
  const required = wanted.find((key) => key === "columns" || read === "incremental");
  const listed = schemas.find({ connection, table });
  if (listed === undefined && required === undefined) return body;
  if (listed === undefined) return unlisted(body, required ?? "", { connection, table }, origin, databases);
  if (listed === "broken") return poison(body);
  const columns = wanted.includes("columns") ? listed.columns() : undefined;
  if (columns === "broken") return poison(body);
  const key = wanted.includes("primary_key") ? listed.primaryKey : undefined;
  if (wanted.includes("primary_key") && key === undefined && read === "incremental") {
    databases.report.add(expansionDiagnostics.noPrimaryKey.at(origin.key(), { table }));
    return poison(body);
  }
  return { ...body, entries: [...body.entries, ...(key ? [key] : []), ...(columns ? [columns] : [])] };
}

/** It is there under another name, which the schema of the language says. */
const isMisspelt = (body: MapNode, wanted: readonly string[]): boolean =>
  body.entries.some(({ key }) => closest(key, wanted) !== undefined);

function unlisted(
  body: MapNode,
  property: string,
  { connection, table }: { readonly connection: string; readonly table: string },
  origin: Origin,
  { schemas, connections, report }: Databases,
): Node {
  const tables = schemas.tables.get(connection);
  if (isUnknown(connection, connections, origin, report) || !schemas.areWhole) return poison(body);
  report.add(
    tables === undefined
      ? expansionDiagnostics.noSchema.at(origin.key(), { property, connection })
      : expansionDiagnostics.unknownTable.at(origin.child("table"), {
          ...{ table, connection },
          suggestion: report.wordsOf(tables, Words.keysOf).closest(table),
        }),
  );
  return poison(body);
}
