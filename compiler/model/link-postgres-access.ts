import type { Report } from "../diagnostics/report.js";
import { addedUp, type Declared, declaredIn, findable, foundIn } from "./added-grants.js";
import { checkAccess } from "./check-access.js";
import type { PostgresConnection } from "./connection.js";
import type { GrantedTable } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { FoundGrant, PostgresObject } from "./granted-object.js";
import { grantedObjects, linkRowsViews } from "./link-rows-views.js";
import type { LinkedGrant, PostgresAccess } from "./linked-access.js";
import { listedTable } from "./listed-table.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { type RolePrincipal, rolePrincipals } from "./role-principals.js";

/** Who may do what in the project's databases of PostgreSQL, of all that is granted. */
export function linkPostgresAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly PostgresAccess[] {
  const found = foundIn("postgres", all);
  for (const { principal, object, grant } of found)
    if (principal.role === undefined) {
      const related = [{ message: "It is declared here.", origin: principal.origin.key() }];
      const details = { principal: principal.name, connection: object.connection.name };
      report.add(grantDiagnostics.noRole.at(grant.object.origin, details, { related }));
    }
  const principals = rolePrincipals(project);
  const access = connectionsOf(project).map((connection) => {
    const tables = grantedObjects(connection);
    const own = found.filter(({ object }) => object.connection === connection);
    const declaredTo = declaredIn(own, ({ table }) => table.name);
    return {
      engine: "postgres" as const,
      connection,
      principals,
      views: linkRowsViews(connection, report),
      grants: principals.flatMap((principal) => tables.flatMap((table) => added(principal, table, declaredTo) ?? [])),
    };
  });
  checkAccess(access, project, report);
  return access.map((one) => ({
    ...one,
    grants: findable(one.grants, covers, report),
  }));
}

const connectionsOf = ({ connections }: Project): readonly PostgresConnection[] =>
  [...connections.values()].filter(
    (one): one is PostgresConnection => one.kind === "postgres" && one.tables.length + one.views.length > 0,
  );

/** All that `grants` may name: `connections.shop.public.orders`. */
export const postgresPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap((one) => grantedObjects(one).map((table) => `connections.${one.name}.${table.name}`));

const grantedNames = (connection: PostgresConnection): readonly string[] =>
  grantedObjects(connection).map(({ name }) => name);

/** The table `public.orders` of a connection; undefined if there is none, which was reported. */
export function postgresObject(
  connection: PostgresConnection,
  path: string,
  at: Named,
  report: Report,
): PostgresObject | undefined {
  const table = listedTable(connection, grantedObjects(connection), path, at, report, () =>
    report.wordsOf(connection, grantedNames),
  );
  return table && { engine: "postgres", connection, table };
}

/** What all pipelines grant to one principal on one table or view. */
function added(principal: RolePrincipal, table: GrantedTable, declaredTo: Declared<string>): LinkedGrant | undefined {
  const declared = declaredTo(principal, table.name);
  return declared.length === 0 ? undefined : { principal, table, declared, privileges: addedUp(declared) };
}

/** `public.*` is `public.orders` too, of the same owner. */
const covers = (other: LinkedGrant, { principal, table }: LinkedGrant): boolean =>
  other.principal === principal &&
  other.table.table === undefined &&
  other.table.schema === table.schema &&
  other.table.owner === table.owner;
