import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import { somebody, twice } from "./check-access.js";
import type { TransactConnection } from "./connection.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { Project } from "./model.js";
import { samePlace } from "./same-place.js";
import type { TableGrant, TransactAccess } from "./transact-access.js";
import { transactGrantDiagnostics } from "./transact-grant-diagnostics.js";

/** What T-SQL cannot express of who is granted what, or would take for something else; and where two scripts would fight. */
export function checkTransactAccess(access: readonly TransactAccess[], project: Project, report: Report): void {
  const [first] = access;
  if (first === undefined) return;
  somebody(first.connection, project, report);
  for (const [at, one] of access.entries()) {
    ofPool(one.connection, report);
    longNames(one, report);
    for (const grant of one.grants) {
      truncatable(grant, report);
      columnsApart(grant, report);
    }
    for (const other of access.slice(0, at)) apart(one.connection, other.connection, report);
  }
}

/** Names of one database that is asked in T-SQL. */
export function longNames(
  { connection, grants }: Pick<TransactAccess, "grants"> & { readonly connection: Pick<TransactConnection, "tables"> },
  report: Report,
): void {
  for (const { name, table, key, origin } of connection.tables) {
    if (table === undefined && key.length > 0)
      report.add(grantDiagnostics.keyOfAll.at(origin.child("key").key(), { table: name }));
    for (const [at, column] of key.entries()) longest(column, origin.child("key", at), report);
  }
  for (const { table, declared } of grants)
    for (const { privilege, columns, by, origin } of declared.flatMap(({ privileges }) => privileges)) {
      for (const column of columns ?? []) longest(column.name, column.origin, report);
      if (privilege === "truncate" && by !== undefined && table.table !== undefined)
        longest(procedureOf(table.table), origin, report);
    }
}

/** What empties a table. */
export const procedureOf = (table: string): string => `truncate_${table}`;

function longest(name: string, origin: Origin, report: Report): void {
  const characters = name.length;
  if (characters > 128) report.add(transactGrantDiagnostics.longName.at(origin, { name, characters }));
}

function truncatable({ table, declared }: TableGrant, report: Report): void {
  const isAll = table.table === undefined;
  for (const { privilege, by, origin } of declared.flatMap(({ privileges }) => privileges))
    if (privilege === "truncate" && (by === undefined || isAll))
      report.add(transactGrantDiagnostics.noTruncate.at(origin, { table: table.name, isAll }));
}

/** Columns are granted one by one where T-SQL has a right on them. */
export function columnsApart({ table, declared }: TableGrant, report: Report): void {
  const isAll = table.table === undefined;
  for (const { privilege, columns, origin } of declared.flatMap(({ privileges }) => privileges)) {
    if (privilege === "truncate") continue;
    if (isAll && columns !== undefined) report.add(grantDiagnostics.columnsOfAll.at(origin, { table: table.name }));
    else if (privilege === "insert" && columns !== undefined)
      report.add(transactGrantDiagnostics.insertColumns.at(origin, { table: table.name }));
  }
}

/** A pool of a Synapse workspace has a kind of connection of its own, and other words. */
function ofPool({ name, server, origin }: TransactConnection, report: Report): void {
  const servers = [server.written, ...server.values.values()];
  if (servers.some((one) => /\.sql\.azuresynapse\.net(?:,\d+)?$/i.test(one.trim())))
    report.add(transactGrantDiagnostics.serverOfPool.at(origin.child("server"), { connection: name }));
}

/** One database has one script. A server and a database are found whatever the case of their letters. */
function apart(one: TransactConnection, other: TransactConnection, report: Report): void {
  const same = samePlace([
    { one: one.server, other: other.server, fold: true },
    { one: one.database, other: other.database, fold: true },
  ]);
  if (same) twice(one, other, same, report);
}
