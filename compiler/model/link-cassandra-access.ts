import type { Report } from "../diagnostics/report.js";
import { declaredIn, foundIn } from "./added-grants.js";
import type { CassandraAccess } from "./cassandra-access.js";
import { cassandraDiagnostics } from "./cassandra-diagnostics.js";
import type { CassandraConnection } from "./connection.js";
import type { CassandraObject, FoundGrant } from "./granted-object.js";
import { listedTable } from "./listed-table.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { type RolePrincipal, rolePrincipals } from "./role-principals.js";
import { samePlace } from "./same-place.js";

/** Who may do what with tables of the project's clusters of Cassandra, of all that is granted. */
export function linkCassandraAccess(
  all: readonly FoundGrant[],
  project: Project,
  report: Report,
): readonly CassandraAccess[] {
  const found = foundIn("cassandra", all);
  for (const { principal, grant } of found)
    if (principal.role === undefined) {
      const details = { principal: principal.name, object: grant.object.name };
      report.add(cassandraDiagnostics.noRole.at(grant.principal.origin, details));
    }
  const connections = connectionsOf(project);
  for (const [at, one] of connections.entries()) {
    if (!project.origin.child("principals").isWritten)
      report.add(cassandraDiagnostics.noPrincipals.at(one.origin.child("tables").key(), { connection: one.name }));
    for (const other of connections.slice(0, at)) apart(one, other, report);
  }
  const principals = rolePrincipals(project);
  if (connections.length > 0) roles(principals, connections, report);
  const declaredTo = declaredIn(found, ({ table }) => table);
  return connections.map((connection) => ({
    engine: "cassandra" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap((table) => {
        const declared = declaredTo(principal, table);
        return declared.length === 0 ? [] : [{ principal, table, declared }];
      }),
    ),
  }));
}

const connectionsOf = ({ connections }: Project): readonly CassandraConnection[] =>
  [...connections.values()].filter((one): one is CassandraConnection => one.kind === "cassandra");

/** All tables that `grants` may name: `connections.plant.shop.orders`. */
export const cassandraPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap(({ name, tables }) => tables.map((one) => `connections.${name}.${one.name}`));

/** The table `shop.orders` of a connection; undefined if there is none, which was reported. */
export function cassandraObject(
  connection: CassandraConnection,
  path: string,
  at: Named,
  report: Report,
): CassandraObject | undefined {
  const table = listedTable(connection, connection.tables, path, at, report);
  return table && { engine: "cassandra", connection, table };
}

function roles(
  principals: readonly RolePrincipal[],
  connections: readonly CassandraConnection[],
  report: Report,
): void {
  for (const [at, { role, origin }] of principals.entries()) {
    const place = origin.child("role");
    if (role.includes("'")) report.add(cassandraDiagnostics.brokenRole.at(place, { role }));
    const user = connections.find(({ login }) => login?.user === role);
    const because =
      role === "cassandra"
        ? "is the superuser that a cluster of Cassandra begins with"
        : user && `is the user of the connection '${user.name}'`;
    if (because !== undefined) report.add(cassandraDiagnostics.ownRole.at(place, { role, because }));
    const same = principals.slice(0, at).find((one) => one.role === role);
    if (same) report.add(cassandraDiagnostics.sameRole.at(place, { role, other: same.name }));
  }
}

/** One cluster has one script. */
function apart(one: CassandraConnection, other: CassandraConnection, report: Report): void {
  const same = one.port === other.port && samePlace([{ one: one.server, other: other.server, fold: true }]);
  if (!same) return;
  const details = { connection: one.name, other: other.name, environment: same.environment };
  const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
  report.add(cassandraDiagnostics.sameCluster.at(one.origin.key(), details, { related }));
}
