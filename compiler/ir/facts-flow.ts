import { printSyntax } from "../expression/print/print-syntax.js";
import { printType } from "../expression/type.js";
import type { DeclaredQuery } from "../lock/declared-query.js";
import type { Facts } from "../lock/identity.js";
import { postgresPort } from "../model/connection.js";
import type { HashKeys } from "../model/hash-key.js";
import type {
  LinkedControl,
  LinkedDatabaseSource,
  LinkedFileSet,
  LinkedHttp,
  LinkedLanded,
  LinkedLandedSource,
  LinkedMerged,
  LinkedReading,
} from "../model/linked-landings.js";
import type { Ids } from "./ids.js";
import { queryOf } from "./lower-api.js";
import { pathOf } from "./lower-tables.js";
import { named } from "./step-facts.js";

/**
 * What the mark of a landing means, where it is kept, and what its files hold: with anything else, rows are read from the
 * beginning. Another control table counts landings from 1 again, so they stand in another folder.
 */
export function ofLanded(linked: LinkedLanded, control: LinkedControl | undefined, ids: Ids): DeclaredQuery {
  const { table, source } = linked;
  return {
    id: ids.table(linked),
    kind: "landing",
    inputs: [],
    backfill: 0,
    origin: table.origin,
    elsewhere: () => new Map([["source", source.source.origin]]),
    views: () => new Map(),
    defaults: () => new Map(),
    facts: {
      table: pathOf(table),
      source: {
        ...sourceFacts(source),
        format: table.format,
        columns: source.columns
          .map(({ name, type }) => `${name} ${printType(type)}`)
          .sort()
          .join(", "),
      },
      ...(control && source.kind !== "loads" && { control: controlFact(control) }),
    },
  };
}

function sourceFacts(source: LinkedLandedSource): Facts {
  if (source.kind === "loads") return { loads: source.source.folder };
  if (source.kind === "http") return apiFacts(source);
  return source.kind === "database" ? tableFacts(source) : fileSetFacts(source);
}

/** Which rows of an API: how they are paged, and as whom it is asked, changes nothing of them. */
const apiFacts = ({ connection, source, reading }: LinkedHttp): Facts => ({
  host: connection.host.written,
  path: [connection.base, source.path].filter((part) => part !== undefined).join("/"),
  ...(source.query.length > 0 && { query: queryOf(source) }),
  rows: JSON.stringify(source.rows),
  read: reading.kind,
});

const tableFacts = ({ connection, source, reading }: LinkedDatabaseSource): Facts => ({
  server: connection.server.written,
  database: connection.database.written,
  ...(connection.kind === "postgres" && connection.port !== postgresPort && { port: `${connection.port}` }),
  table: `${source.schema}.${source.table}`,
  ...readFact(reading),
});

/** A day and its first hour are one beginning. */
const midnightless = (start: string): string => start.replace(/T00:00$/, "");

/** What files are read, and how: those that were read otherwise may have had other rows. */
const fileSetFacts = ({ connection, source, reading, columns }: LinkedFileSet): Facts => ({
  account: connection.account.written,
  container: connection.container.written,
  path: source.path,
  read: reading.kind,
  ...(reading.kind === "new-periods" && { start: midnightless(reading.start) }),
  ...(source.format === "json"
    ? { lines: "json", ...(source.text.compression && { compression: source.text.compression }) }
    : { text: JSON.stringify(source.text) }),
  ...(source.format === "json" || source.text.hasHeader ? {} : { order: columns.map(({ name }) => name).join(", ") }),
});

const readFact = (reading: LinkedReading): Facts =>
  reading.kind === "full"
    ? { read: "full" }
    : { cursor: `${reading.cursor.name} ${printType(reading.cursor.type)}, from ${reading.start}` };

const controlFact = ({ control, connection }: LinkedControl) => ({
  server: connection.server.written,
  database: connection.database.written,
  schema: control.schema,
});

/** Which landings have been merged, and by what: rows that were merged by another key or order are none of this table. */
export function ofMerged(linked: LinkedMerged, ids: Ids, hashKeys: HashKeys): DeclaredQuery {
  const { table, input, columns, keys, sequenceBy, history, deletes } = linked;
  const deciding = new Set([...keys, ...sequenceBy, ...(history?.tracked ?? [])]);
  return {
    id: ids.table(linked),
    kind: "apply-changes",
    inputs: [ids.table(input)],
    backfill: table.backfill,
    origin: table.origin,
    elsewhere: () => new Map(),
    views: () => new Map(),
    defaults: () => new Map(),
    facts: {
      table: pathOf(table),
      apply_changes: {
        keys: keys.join(", "),
        ...(sequenceBy.length > 0 && { sequence_by: sequenceBy.join(", ") }),
        scd_type: history ? "2" : "1",
        ...(history?.tracked && { track_history: [...history.tracked].sort().join(", ") }),
        ...(table.changes.deletesAbsent && { delete_when: "absent" }),
        ...(deletes && { delete_when: printSyntax(deletes.syntax) }),
        ...(table.changes.ignoresNull && { ignore_null: "true" }),
      },
      ...named(
        "columns",
        columns.filter(({ name }) => deciding.has(name)),
        hashKeys,
      ),
    },
  };
}
