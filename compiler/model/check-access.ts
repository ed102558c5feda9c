import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { Origin } from "../source/origin.js";
import type { Connection, DatabaseConnection, PostgresConnection } from "./connection.js";
import { entraPrincipals } from "./entra-principals.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import { rowsViewOf } from "./link-rows-views.js";
import type { PostgresAccess } from "./linked-access.js";
import type { Project } from "./model.js";
import type { Poisoned } from "./poisoned.js";
import type { RolePrincipal } from "./role-principals.js";
import { samePlace } from "./same-place.js";
import { transactGrantDiagnostics } from "./transact-grant-diagnostics.js";

/** What cannot be of who is granted what: the database would refuse it, take it for something else, or two scripts would fight. */
export function checkAccess(access: readonly PostgresAccess[], project: Project, report: Report): void {
  const [first] = access;
  const isAsked = project.pipelines.some(({ grants }) => grants.length > 0);
  const connections = [...project.connections.values()];
  const areFiles = project.lake !== undefined && entraPrincipals(project).length > 0;
  const hasPlace = !connections.every(isSoundOne) || connections.some(keepsRights) || areFiles;
  if (first === undefined && !hasPlace && project.principals.size > 0 && !isAsked)
    report.add(grantDiagnostics.noTables.at(project.origin.child("principals").key(), {}));
  if (first !== undefined) somebody(first.connection, project, report);
  roles(first?.principals ?? [], access, report);
  for (const [at, one] of access.entries()) {
    names(one, report);
    ofAll(one, report);
    onViews(one, report);
    for (const other of access.slice(0, at)) apart(one.connection, other.connection, report);
  }
}

/** Where tables are listed that rights are granted on, it is said to whom. */
export function somebody(
  { name, origin }: Pick<DatabaseConnection, "name" | "origin">,
  project: Project,
  report: Report,
): void {
  if (!project.origin.child("principals").isWritten)
    report.add(grantDiagnostics.noPrincipals.at(origin.child("tables").key(), { connection: name }));
}

/** The connection alone says so: the pipelines need not be read. */
const keepsRights = (one: Connection | Poisoned): boolean =>
  one.kind === "serverless-sql" ||
  one.kind === "redis" ||
  one.kind === "cassandra" ||
  one.kind === "unity-catalog" ||
  ((one.kind === "sql-server" || one.kind === "azure-sql" || one.kind === "dedicated-sql-pool") &&
    one.tables.length > 0) ||
  (one.kind === "event-hubs" && one.hubs.length > 0) ||
  (one.kind === "cosmos" && one.containers.length > 0);

const isSoundOne = ({ kind }: { readonly kind: string }): boolean => kind !== "poisoned";

function roles(principals: readonly RolePrincipal[], access: readonly PostgresAccess[], report: Report): void {
  for (const [at, { role, origin }] of principals.entries()) {
    const place = origin.child("role");
    longest(role, place, report);
    const same = principals.slice(0, at).find((one) => one.role === role);
    if (same) {
      const related = [{ message: "It is declared here.", origin: same.origin.key() }];
      report.add(grantDiagnostics.sameRole.at(place, { role, other: same.name }, { related }));
    }
    for (const { connection } of access) {
      const owned = connection.tables.find(({ owner }) => owner === role);
      const because =
        connection.login.user === role
          ? `is the user of the connection '${connection.name}'`
          : owned && `owns '${owned.name}' of the connection '${connection.name}'`;
      if (because) report.add(grantDiagnostics.ownRole.at(place, { role, connection: connection.name, because }));
    }
  }
}

function names({ connection, views, grants }: PostgresAccess, report: Report): void {
  for (const { origin, schema, table = "", owner, key } of connection.tables) {
    for (const name of [schema, table]) longest(name, origin.key(), report);
    longest(owner, origin.child("owner"), report);
    for (const [at, column] of key.entries()) longest(column, origin.child("key", at), report);
  }
  for (const { schema, view, origin, columns } of connection.views) {
    for (const name of [schema, view]) longest(name, origin.key(), report);
    for (const column of columns) longest(column.name, column.origin, report);
  }
  for (const { view, asked } of views) for (const column of asked) longest(column, view.where.origin, report);
  for (const { columns } of grants.flatMap(({ declared }) => declared).flatMap(({ privileges }) => privileges))
    for (const { name, origin } of columns ?? []) longest(name, origin, report);
}

const mostBytes = 63;

/** https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
function longest(name: string, origin: Origin, report: Report): void {
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > mostBytes) report.add(grantDiagnostics.nameTooLong.at(origin, { name, bytes }));
}

/** Of tables that are made later there are no rights on columns. */
function ofAll({ connection, grants }: PostgresAccess, report: Report): void {
  for (const { name, table, key, origin } of connection.tables)
    if (table === undefined && key.length > 0)
      report.add(grantDiagnostics.keyOfAll.at(origin.child("key").key(), { table: name }));
  for (const { table, declared } of grants)
    for (const { columns, origin } of declared.flatMap(({ privileges }) => privileges))
      if (table.table === undefined && columns !== undefined)
        report.add(grantDiagnostics.columnsOfAll.at(origin, { table: table.name }));
}

/** A view shows rows that are there, some of which may be changed: it is not emptied, and what is new is put into its table. */
function onViews({ connection, grants }: PostgresAccess, report: Report): void {
  for (const { table, declared } of grants) {
    const view = rowsViewOf(connection, table);
    if (view === undefined) continue;
    const shown = view.columns.map(({ name }) => name);
    for (const { privilege, columns, origin } of declared.flatMap(({ privileges }) => privileges)) {
      if (privilege === "insert" || privilege === "truncate")
        report.add(grantDiagnostics.viewOfRows.at(origin, { view: view.name, privilege, table: view.of.name }));
      for (const { name, origin: at } of columns ?? [])
        if (!shown.includes(name)) {
          const details = { object: view.name, column: name, isHidden: false, suggestion: closest(name, shown) };
          report.add(transactGrantDiagnostics.unknownViewColumn.at(at, details));
        }
    }
  }
}

/** One database has one script. A server's name has no capitals of its own, a database's has. */
function apart(one: PostgresConnection, other: PostgresConnection, report: Report): void {
  if (one.port !== other.port) return;
  const same = samePlace([
    { one: one.server, other: other.server, fold: true },
    { one: one.database, other: other.database, fold: false },
  ]);
  if (same) twice(one, other, same, report);
}

/** What is said of one database stands under one connection. */
export function twice(
  one: Pick<DatabaseConnection, "name" | "origin">,
  other: Pick<DatabaseConnection, "name" | "origin">,
  { environment }: { readonly environment: string | undefined },
  report: Report,
  isOfViews = false,
): void {
  const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
  const details = { connection: one.name, other: other.name, environment, isOfViews };
  report.add(grantDiagnostics.sameDatabase.at(one.origin.key(), details, { related }));
}
