import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { checkAccess } from "./check-access.js";
import type { PostgresConnection } from "./connection.js";
import { type GrantedTable, type Privilege, privileges } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { FoundGrant, GrantedObject, PostgresObject } from "./granted-object.js";
import type { LinkedGrant, LinkedPrivilege, PostgresAccess, PostgresPrincipal } from "./linked-access.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";

/** Who may do what in the project's databases of PostgreSQL, of all that is granted. */
export function linkPostgresAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly PostgresAccess[] {
  const found = all.filter((one): one is FoundGrant<PostgresObject> => isOfPostgres(one.object));
  for (const { principal, object, grant } of found)
    if (principal.role === undefined) {
      const related = [{ message: "It is declared here.", origin: principal.origin.key() }];
      const details = { principal: principal.name, connection: object.connection.name };
      report.add(grantDiagnostics.noRole.at(grant.object.origin, details, { related }));
    }
  const principals = [...project.principals.values()].filter(isSound).flatMap((one): readonly PostgresPrincipal[] => {
    const { role } = one;
    return role === undefined ? [] : [{ ...one, role }];
  });
  const access = connectionsOf(project).map((connection) => ({
    engine: "postgres" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap((table) => added(principal, table, found) ?? []),
    ),
  }));
  checkAccess(access, project, report);
  return access.map((one) => ({ ...one, grants: one.grants.map((grant) => findable(grant, one.grants, report)) }));
}

const isOfPostgres = (object: GrantedObject): object is PostgresObject => object.engine === "postgres";

const connectionsOf = ({ connections }: Project): readonly PostgresConnection[] =>
  [...connections.values()].filter(
    (one): one is PostgresConnection => one.kind === "postgres" && one.tables.length > 0,
  );

/** All that `grants` may name: `connections.shop.public.orders`. */
export const postgresPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap((one) => one.tables.map((table) => `connections.${one.name}.${table.name}`));

/** The table `public.orders` of a connection; undefined if there is none, which was reported. */
export function postgresObject(
  connection: PostgresConnection,
  path: string,
  { origin }: Named,
  report: Report,
): PostgresObject | undefined {
  const table = connection.tables.find((one) => one.name === path);
  if (table) return { engine: "postgres", connection, table };
  const suggestion = closest(
    path,
    connection.tables.map((one) => one.name),
  );
  report.add(grantDiagnostics.unknownTable.at(origin, { connection: connection.name, table: path, suggestion }));
  return undefined;
}

/** What all pipelines grant to one principal on one table. */
function added(
  principal: PostgresPrincipal,
  table: GrantedTable,
  found: readonly FoundGrant<PostgresObject>[],
): LinkedGrant | undefined {
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

/** Who changes or deletes rows may read what they are found by: all, or the columns of the key. */
function findable(grant: LinkedGrant, all: readonly LinkedGrant[], report: Report): LinkedGrant {
  const { principal, table } = grant;
  const changing = grant.privileges.filter(({ privilege }) => privilege === "update" || privilege === "delete");
  if (changing.length === 0 || readsAll(grant) || all.some((other) => covers(other, grant) && readsAll(other)))
    return grant;
  if (table.key.length === 0) {
    const at = grant.declared.flatMap((one) => one.privileges).find(({ privilege }) => isOf(privilege, changing));
    const words = changing.map(({ privilege }) => privilege);
    const details = { principal: principal.name, table: table.name, privileges: words };
    report.add(grantDiagnostics.notFound.at(at?.origin ?? table.origin, details));
    return grant;
  }
  const readable = grant.privileges.find(({ privilege }) => privilege === "select")?.columns ?? [];
  const missing = table.key.filter((column) => !readable.includes(column));
  const ofKey: LinkedPrivilege = { privilege: "select", columns: missing, isOfKey: true };
  return missing.length === 0 ? grant : { ...grant, privileges: [...grant.privileges, ofKey] };
}

const isOf = (privilege: Privilege, among: readonly LinkedPrivilege[]): boolean =>
  among.some((one) => one.privilege === privilege);

const readsAll = ({ privileges: own }: LinkedGrant): boolean =>
  own.some(({ privilege, columns }) => privilege === "select" && columns === undefined);

/** `public.*` is `public.orders` too, of the same owner. */
const covers = (other: LinkedGrant, { principal, table }: LinkedGrant): boolean =>
  other.principal === principal &&
  other.table.table === undefined &&
  other.table.schema === table.schema &&
  other.table.owner === table.owner;
