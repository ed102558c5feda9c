import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { checkTransactAccess } from "./check-transact-access.js";
import { type TransactConnection, transactKinds } from "./connection.js";
import { type ListedTable, privileges } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { FoundGrant, GrantedObject, TableObject } from "./granted-object.js";
import type { LinkedPrivilege } from "./linked-access.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import type { TableGrant, TransactAccess } from "./transact-access.js";
import { type TransactPrincipal, transactPrincipals } from "./transact-principals.js";

/** Who may do what in the project's databases that are asked in T-SQL, of all that is granted. */
export function linkTransactAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly TransactAccess[] {
  const found = all.filter((one): one is FoundGrant<TableObject> => isTable(one.object));
  const principals = transactPrincipals(project);
  const access = connectionsOf(project).map((connection) => ({
    engine: "sql-server" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap((table) => added(principal, table, found) ?? []),
    ),
  }));
  checkTransactAccess(access, project, report);
  return access.map((one) => ({ ...one, grants: one.grants.map((grant) => findable(grant, one.grants, report)) }));
}

const isTable = (object: GrantedObject): object is TableObject => object.engine === "sql-server";

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
  { origin }: Named,
  report: Report,
): TableObject | undefined {
  const table = connection.tables.find((one) => one.name === path);
  if (table) return { engine: "sql-server", connection, table };
  const suggestion = closest(
    path,
    connection.tables.map((one) => one.name),
  );
  report.add(grantDiagnostics.unknownTable.at(origin, { connection: connection.name, table: path, suggestion }));
  return undefined;
}

/** What all pipelines grant to one principal on one table. */
function added(
  principal: TransactPrincipal,
  table: ListedTable,
  found: readonly FoundGrant<TableObject>[],
): TableGrant | undefined {
  const own = found.filter((one) => one.principal.name === principal.name && one.object.table === table);
  if (own.length === 0) return undefined;
  const given = own.flatMap(({ grant }) => grant.privileges);
  return {
    principal,
    table,
    declared: own.map(({ grant }) => grant),
    privileges: privileges.flatMap((privilege): readonly LinkedPrivilege[] => {
      const lists = given.filter((one) => one.privilege === privilege).map(({ columns }) => columns);
      if (lists.length === 0) return [];
      const names = lists.some((columns) => columns === undefined)
        ? undefined
        : [...new Set(lists.flatMap((columns) => columns ?? []).map(({ name }) => name))];
      return [{ privilege, columns: names, isOfKey: false }];
    }),
  };
}

/**
 * Who changes or deletes rows may read what they are found by: all, or the columns of the key. An UPDATE or a DELETE with WHERE asks for
 * SELECT as well. https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions
 */
function findable(grant: TableGrant, all: readonly TableGrant[], report: Report): TableGrant {
  const { principal, table } = grant;
  const changing = grant.privileges.filter(({ privilege }) => privilege === "update" || privilege === "delete");
  if (changing.length === 0 || readsAll(grant) || all.some((other) => covers(other, grant) && readsAll(other)))
    return grant;
  if (table.key.length === 0) {
    const words = changing.map(({ privilege }) => privilege);
    const at = grant.declared.flatMap((one) => one.privileges).find(({ privilege }) => words.includes(privilege));
    const details = { principal: principal.name, table: table.name, privileges: words };
    report.add(grantDiagnostics.notFound.at(at?.origin ?? table.origin, details));
    return grant;
  }
  const readable = grant.privileges.find(({ privilege }) => privilege === "select")?.columns ?? [];
  const missing = table.key.filter((column) => !readable.includes(column));
  const ofKey: LinkedPrivilege = { privilege: "select", columns: missing, isOfKey: true };
  return missing.length === 0 ? grant : { ...grant, privileges: [...grant.privileges, ofKey] };
}

const readsAll = ({ privileges: own }: TableGrant): boolean =>
  own.some(({ privilege, columns }) => privilege === "select" && columns === undefined);

/** What is granted on a schema is on all that stands in it. */
const covers = (other: TableGrant, { principal, table }: TableGrant): boolean =>
  other.principal.name === principal.name && other.table.table === undefined && other.table.schema === table.schema;
