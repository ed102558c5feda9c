import type { Report } from "../diagnostics/report.js";
import { addedUp, type Declared, declaredIn, findable, foundIn } from "./added-grants.js";
import { checkTransactAccess } from "./check-transact-access.js";
import { type TransactConnection, transactKinds } from "./connection.js";
import type { ListedTable } from "./grant.js";
import type { FoundGrant, TableObject } from "./granted-object.js";
import { listedTable } from "./listed-table.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import type { RolePrincipal } from "./role-principals.js";
import type { TableGrant, TransactAccess } from "./transact-access.js";
import { transactPrincipals } from "./transact-principals.js";

/** Who may do what in the project's databases that are asked in T-SQL, of all that is granted. */
export function linkTransactAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly TransactAccess[] {
  const found = foundIn("sql-server", all);
  const principals = transactPrincipals(project);
  const declaredTo = declaredIn(found, ({ table }) => table);
  const access = connectionsOf(project).map((connection) => ({
    engine: "sql-server" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap((table) => added(principal, table, declaredTo) ?? []),
    ),
  }));
  checkTransactAccess(access, project, report);
  // An UPDATE or a DELETE with WHERE asks for SELECT as well: https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions
  return access.map((one) => ({
    ...one,
    grants: findable(one.grants, covers, report),
  }));
}

const connectionsOf = ({ connections }: Project): readonly TransactConnection[] =>
  [...connections.values()].filter((one): one is TransactConnection => isTransact(one) && one.tables.length > 0);

const isTransact = (one: { readonly kind: string }): one is TransactConnection =>
  transactKinds.some((kind) => kind === one.kind);

/** All that `grants` may name: `connections.shop.dbo.orders`. */
export const transactPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap((one) => one.tables.map((table) => `connections.${one.name}.${table.name}`));

/** The table `dbo.orders` of a connection; undefined if there is none, which was reported. */
export function tableObject(
  connection: TransactConnection,
  path: string,
  at: Named,
  report: Report,
): TableObject | undefined {
  const table = listedTable(connection, connection.tables, path, at, report);
  return table && { engine: "sql-server", connection, table };
}

/** What all pipelines grant to one principal on one table; undefined: nothing. */
export function added(
  principal: RolePrincipal,
  table: ListedTable,
  declaredTo: Declared<ListedTable>,
): TableGrant | undefined {
  const declared = declaredTo(principal, table);
  return declared.length === 0 ? undefined : { principal, table, declared, privileges: addedUp(declared) };
}

/** What is granted on a schema is on all that stands in it. */
export const covers = (other: TableGrant, { principal, table }: TableGrant): boolean =>
  other.principal.name === principal.name && other.table.table === undefined && other.table.schema === table.schema;
