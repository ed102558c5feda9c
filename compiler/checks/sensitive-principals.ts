import type { Report } from "../diagnostics/report.js";
import type { EventHubsConnection, KafkaConnection } from "../model/connection.js";
import type { ContainerGrant, CosmosAccess } from "../model/cosmos-access.js";
import type { Principal } from "../model/grant.js";
import type { LinkedProject, LinkedSink } from "../model/linked.js";
import type { EventHubsAccess, HubGrant, LinkedAccess, LinkedGrant, PostgresAccess } from "../model/linked-access.js";
import type { Named, Text } from "../model/parts.js";
import { isSound } from "../model/poisoned.js";
import { sensitiveDiagnostics } from "../model/sensitive-diagnostics.js";
import type { Sensitivity } from "../model/sensitivity.js";
import { carried, declaredMarks, type Mark, type Marks } from "../model/sensitivity-mark.js";
import { columnsWritten } from "../model/sink-columns.js";
import type { SourceColumn } from "../model/source.js";
import type { TableGrant, TransactAccess } from "../model/transact-access.js";
import { alike, brokerOf, isSameBroker, isSameDatabase, isSameName, isSameWord } from "./alike.js";
import { strays } from "./sensitive-path.js";
import { viewMarks } from "./sensitive-places.js";

/** Who is granted a right to read what is sensitive may see that. */
export function checkPrincipals(project: LinkedProject, sensitivity: Sensitivity, report: Report): void {
  for (const access of project.access) checkAccess(access, project, sensitivity, report);
}

function checkAccess(access: LinkedAccess, project: LinkedProject, sensitivity: Sensitivity, report: Report): void {
  switch (access.engine) {
    case "postgres":
      for (const grant of access.grants) checkTable(grant, marksOfPostgres(access, grant, project), report);
      break;
    case "sql-server":
      for (const grant of access.grants) {
        const marks = marksOfTable(access, grant, project);
        checkTable(asMarked(grant, marks), marks, report);
      }
      break;
    case "dedicated-pool":
      for (const grant of access.grants) {
        // A table has what the view over the same files shows, but for who asks.
        const marks = together(grant.loaded.map((exposure) => viewMarks(exposure, sensitivity)));
        checkTable(asMarked(grant, marks), marks, report);
      }
      break;
    case "event-hubs":
      for (const grant of access.grants) checkHub(grant, marksOfHub(access, grant, project, sensitivity), report);
      break;
    case "cosmos":
      for (const grant of access.grants)
        checkContainers(grant, marksOfContainers(access, grant, project, sensitivity), report);
      break;
    case "serverless-sql":
      for (const { principal, object, columns, declared: grants } of access.grants) {
        const marks = viewMarks(object.exposure, sensitivity, principal.name);
        const place = { object: grants[0]?.object ?? { name: object.name, origin: principal.origin }, ofKey: [] };
        checkColumns(principal, columns ?? [...marks.keys()], marks, place, report);
      }
      break;
    case "lake":
      for (const { principal, table, declared: grants } of access.grants) {
        // Whoever may do anything with files may read them, and they have all columns.
        const marks = sensitivity.of(table);
        const object = grants[0]?.object ?? { name: table.table.name, origin: principal.origin };
        checkColumns(principal, [...marks.keys()], marks, { object, ofKey: undefined }, report);
      }
      break;
    case "lake-roles": {
      const marks = marksOfLake(project, sensitivity);
      for (const { principal, declared: grants } of access.grants) {
        const object = grants[0]?.object ?? { name: "lake", origin: access.origin };
        checkColumns(principal, [...marks.keys()], marks, { object, ofKey: undefined }, report);
      }
      break;
    }
    case "redis":
    case "cassandra":
    case "unity-catalog":
      break; // Nothing is read from there, so no source says what is sensitive.
    default:
      access satisfies never;
  }
}

/** A view of some rows has of each column that it shows what its table has; what is granted on a schema is granted on its owner's views there too. */
function marksOfPostgres(access: PostgresAccess, { table }: LinkedGrant, project: LinkedProject): Marks {
  const reached = access.views.filter(({ view, of }) =>
    table.table === undefined ? view.schema === table.schema && of.owner === table.owner : view.name === table.name,
  );
  const shown = reached.map(({ of, columns }) => {
    const marks = marksOfTable(access, { table: of }, project);
    return new Map([...marks].filter(([column]) => columns.includes(column)));
  });
  return together([marksOfTable(access, { table }, project), ...shown]);
}

/** A table of a database is as sensitive as the sources say that read it, whatever connection they use. */
function marksOfTable(
  { connection }: PostgresAccess | TransactAccess,
  { table }: Pick<LinkedGrant, "table"> | Pick<TableGrant, "table">,
  project: LinkedProject,
): Marks {
  const isAsked = (one: string, other: string): boolean => isSameName(connection, one, other);
  const sources = project.pipelines.flatMap(({ flow }) => flow.sources);
  return together(
    sources.flatMap((linked) => {
      if (linked.kind !== "database" || !isSameDatabase(linked.connection, connection)) return [];
      const { source } = linked;
      const isTable = isAsked(source.schema, table.schema) && isAsked(table.table ?? source.table, source.table);
      return isTable ? [declared(source)] : [];
    }),
  );
}

/** A hub is as sensitive as the sources say that read it, and as what sinks send there. */
function marksOfHub(
  { connection }: EventHubsAccess,
  { hub }: HubGrant,
  { pipelines }: LinkedProject,
  sensitivity: Sensitivity,
): Marks {
  const isHub = (name: string): boolean => name === hub.written || [...hub.values.values()].includes(name);
  const isThere = (own: EventHubsConnection | KafkaConnection): boolean =>
    isSameBroker(brokerOf(own), brokerOf(connection));
  const read = pipelines
    .flatMap(({ sources }) => sources)
    .flatMap((linked) =>
      linked.kind === "hub" && isThere(linked.connection) && isHub(linked.source.hub) ? [declared(linked.source)] : [],
    );
  const sent = pipelines
    .flatMap(({ sinks }) => sinks)
    .flatMap((linked) => {
      const { to } = linked;
      const isSent = to.kind === "hub" && isThere(to.connection) && isHub(to.store.hub);
      return isSent ? [marksWritten(linked, sensitivity)] : [];
    });
  return together([...read, ...sent]);
}

/** In the lake stands what sources bring there, as they bring it, and what is said of tables of it. */
function marksOfLake({ pipelines }: LinkedProject, sensitivity: Sensitivity): Marks {
  const sources = pipelines.flatMap(({ pipeline }) => [...pipeline.sources.values()].filter(isSound));
  const tables = pipelines.flatMap(({ flow, tables: own }) => [...flow.merged, ...own]);
  return together([...sources.map(declared), ...tables.map((table) => sensitivity.of(table))]);
}

/** Containers are as sensitive as what sinks write there. */
function marksOfContainers(
  { connection }: CosmosAccess,
  { scope }: ContainerGrant,
  { pipelines }: LinkedProject,
  sensitivity: Sensitivity,
): Marks {
  const isOf = (text: Text | undefined, name: string): boolean =>
    text === undefined || name === text.written || [...text.values.values()].includes(name);
  const written = pipelines
    .flatMap(({ sinks }) => sinks)
    .flatMap((linked) => {
      const { to } = linked;
      if (to.kind !== "container" || !isSameWord(to.connection.account, connection.account)) return [];
      const isThere = isOf(scope.database, to.store.database) && isOf(scope.container, to.store.container);
      return isThere ? [marksWritten(linked, sensitivity)] : [];
    });
  return together(written);
}

/** What a sink sends out, with where it does; documents have all columns. */
function marksWritten(linked: LinkedSink, sensitivity: Sensitivity): Marks {
  const { input, sink } = linked;
  const marks = sensitivity.of(input);
  const at = (column: string) => ({ of: `sinks.${sink.name}`, column, origin: sink.from.origin });
  const columns = columnsWritten(linked) ?? input.output.map(({ name }) => name);
  return new Map(columns.map((column) => [column, carried(marks.get(column) ?? [], at(column))]));
}

const declared = ({ name, columns }: { readonly name: string; readonly columns: readonly SourceColumn[] }): Marks =>
  new Map(columns.map((column) => [column.name, declaredMarks(`sources.${name}`, column)]));

function together(all: readonly Marks[]): Marks {
  const marks = new Map<string, readonly Mark[]>();
  for (const one of all) for (const [column, found] of one) marks.set(column, [...(marks.get(column) ?? []), ...found]);
  return marks;
}

/** Columns in T-SQL are found whatever the case of their letters. */
function asMarked(grant: TableGrant, marks: Marks): TableGrant {
  const asRead = (column: string): string => [...marks.keys()].find((one) => alike(one, column)) ?? column;
  const privileges = grant.privileges.map((one) => ({ ...one, columns: one.columns?.map(asRead) }));
  return { ...grant, privileges };
}

function checkTable(
  {
    principal,
    table,
    privileges,
    declared: grants,
  }: Omit<LinkedGrant, "table" | "principal"> & Pick<TableGrant, "table" | "principal">,
  marks: Marks,
  report: Report,
): void {
  const reads = privileges.filter(({ privilege }) => privilege === "select");
  const isWhole = reads.some(({ columns }) => columns === undefined);
  const columns = isWhole ? [...marks.keys()] : reads.flatMap((one) => one.columns ?? []);
  const ofKey = reads.flatMap((one) => (one.isOfKey ? (one.columns ?? []) : []));
  const place = { object: grants[0]?.object ?? { name: table.name, origin: table.origin }, ofKey };
  checkColumns(principal, columns, marks, place, report);
}

function checkHub({ principal, declared: grants }: HubGrant, marks: Marks, report: Report): void {
  const reading = grants.find(({ privileges }) => privileges.some(({ privilege }) => privilege === "select"));
  if (reading) checkColumns(principal, [...marks.keys()], marks, { object: reading.object, ofKey: undefined }, report);
}

/**
 * Who may update may read: a partial update is answered with the whole item, and no list of the vendor's says that it takes another
 * right. https://learn.microsoft.com/rest/api/cosmos-db/patch-a-document
 */
function checkContainers({ principal, declared: grants }: ContainerGrant, marks: Marks, report: Report): void {
  const reading = (["select", "update"] as const).flatMap((right) => {
    const found = grants.find(({ privileges }) => privileges.some(({ privilege }) => privilege === right));
    return found ? [{ object: found.object, ofKey: undefined, by: right === "select" ? "whole" : right } as const] : [];
  })[0];
  if (reading) checkColumns(principal, [...marks.keys()], marks, reading, report);
}

interface Place {
  readonly object: Named;
  /** Columns that may be read for rows to be found by them; undefined: columns are not granted one by one. */
  readonly ofKey: readonly string[] | undefined;
  /** By which right all columns are read that are not granted one by one; undefined: by the one that is for it. */
  readonly by?: "whole" | "update";
}

function checkColumns(
  principal: Principal,
  columns: readonly string[],
  marks: Marks,
  { object, ofKey, by: whole = "whole" }: Place,
  report: Report,
): void {
  for (const { related, ...stray } of strays(marks, principal.maySee, columns)) {
    const by = ofKey === undefined ? whole : ofKey.includes(stray.column) ? "key" : "columns";
    const details = { ...stray, principal: principal.name, object: object.name, by } as const;
    report.add(sensitiveDiagnostics.reachesPrincipal.at(object.origin, details, { related }));
  }
}
