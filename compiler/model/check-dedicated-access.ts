import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { somebody, twice } from "./check-access.js";
import { columnsApart, longNames } from "./check-transact-access.js";
import type { DedicatedSqlPoolConnection } from "./connection.js";
import type { DedicatedAccess, PoolGrant } from "./dedicated-access.js";
import { dedicatedGrantDiagnostics } from "./dedicated-grant-diagnostics.js";
import type { Project } from "./model.js";
import { samePool } from "./same-pool.js";
import { transactGrantDiagnostics } from "./transact-grant-diagnostics.js";

/** What a dedicated SQL pool cannot express of who is granted what, or would not keep; and where two scripts would fight. */
export function checkDedicatedAccess(access: readonly DedicatedAccess[], project: Project, report: Report): void {
  const [first] = access;
  if (first === undefined) return;
  somebody(first.connection, project, report);
  for (const [at, one] of access.entries()) {
    longNames(one, report);
    for (const grant of one.grants) {
      truncated(grant, report);
      columnsApart(grant, report);
      kept(grant, one.connection, report);
      shown(grant, report);
    }
    for (const other of access.slice(0, at)) apart(one.connection, other.connection, report);
  }
}

/** A procedure runs as who calls it, so that none can do for somebody what he may not. */
function truncated({ table, declared }: PoolGrant, report: Report): void {
  for (const { privilege, origin } of declared.flatMap(({ privileges }) => privileges))
    if (privilege === "truncate")
      report.add(dedicatedGrantDiagnostics.noTruncateInPool.at(origin, { table: table.name }));
}

/** What is granted on a table goes with it, when a load puts another in its place. */
function kept(
  { table, declared, loaded }: PoolGrant,
  { name: connection }: DedicatedSqlPoolConnection,
  report: Report,
) {
  if (table.table === undefined) return;
  if (!loaded.some(({ dedicated }) => dedicated?.table.write === "replace")) return;
  const related = loaded.map(({ exposure }) => ({ message: "It is loaded here.", origin: exposure.origin.key() }));
  for (const { object } of declared) {
    const details = { table: table.name, connection, schema: table.schema };
    report.add(dedicatedGrantDiagnostics.replacedTable.at(object.origin, details, { related }));
  }
}

/** Of a table that is loaded the columns are known. */
function shown({ table, declared, loaded }: PoolGrant, report: Report): void {
  const [exposure] = table.table === undefined ? [] : loaded;
  if (exposure === undefined) return;
  const known = exposure.columns.map(({ name }) => name);
  const named = declared.flatMap(({ privileges }) => privileges).flatMap(({ columns }) => columns ?? []);
  const key = table.key.map((name, at) => ({ name, origin: table.origin.child("key", at) }));
  for (const { name: column, origin } of [...named, ...key]) {
    if (known.some((one) => one.toLowerCase() === column.toLowerCase())) continue;
    const isHidden = exposure.table.output.some(({ name }) => name === column);
    const suggestion = isHidden ? undefined : closest(column, known);
    const details = { object: table.name, column, isHidden, suggestion };
    report.add(transactGrantDiagnostics.unknownViewColumn.at(origin, details));
  }
}

/** One pool has one script. */
function apart(one: DedicatedSqlPoolConnection, other: DedicatedSqlPoolConnection, report: Report): void {
  const same = samePool(one, other);
  if (same) twice(one, other, same, report);
}
