import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { addedUp, declaredTo, findable, foundIn } from "./added-grants.js";
import { checkDedicatedAccess } from "./check-dedicated-access.js";
import type { DedicatedSqlPoolConnection } from "./connection.js";
import type { DedicatedAccess, PoolGrant } from "./dedicated-access.js";
import type { ListedTable } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { FoundGrant, PoolObject } from "./granted-object.js";
import { covers } from "./link-transact-access.js";
import type { LinkedExposure, LinkedPipeline } from "./linked.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import type { RolePrincipal } from "./role-principals.js";
import { transactPrincipals } from "./transact-principals.js";

/** Who may do what in the project's dedicated SQL pools, of all that is granted. */
export function linkDedicatedAccess(
  all: readonly FoundGrant[],
  project: Project,
  pipelines: readonly LinkedPipeline[],
  report: Report,
): readonly DedicatedAccess[] {
  const found = foundIn("dedicated-pool", all);
  const principals = transactPrincipals(project);
  const access = poolsOf(project).map((connection) => ({
    engine: "dedicated-pool" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap(
        (table) => added(principal, table, found, loadedInto(table, connection, pipelines)) ?? [],
      ),
    ),
  }));
  checkDedicatedAccess(access, project, report);
  // An UPDATE or a DELETE with WHERE asks for SELECT as well: https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions
  return access.map((one) => ({
    ...one,
    grants: one.grants.map((grant) => findable(grant, one.grants, covers, report)),
  }));
}

const poolsOf = ({ connections }: Project): readonly DedicatedSqlPoolConnection[] =>
  [...connections.values()].filter(
    (one): one is DedicatedSqlPoolConnection => one.kind === "dedicated-sql-pool" && one.tables.length > 0,
  );

/** All that `grants` may name: `connections.dw.reports.sales`. */
export const poolPaths = (project: Project): readonly string[] =>
  poolsOf(project).flatMap((one) => one.tables.map((table) => `connections.${one.name}.${table.name}`));

/** The table `reports.sales` of a pool; undefined if there is none, which was reported. */
export function poolObject(
  connection: DedicatedSqlPoolConnection,
  path: string,
  { origin }: Named,
  report: Report,
): PoolObject | undefined {
  const table = connection.tables.find((one) => one.name === path);
  if (table) return { engine: "dedicated-pool", connection, table };
  const suggestion = closest(
    path,
    connection.tables.map((one) => one.name),
  );
  report.add(grantDiagnostics.unknownTable.at(origin, { connection: connection.name, table: path, suggestion }));
  return undefined;
}

/** What all pipelines grant to one principal on one table. */
function added(
  principal: RolePrincipal,
  table: ListedTable,
  found: readonly FoundGrant<PoolObject>[],
  loaded: readonly LinkedExposure[],
): PoolGrant | undefined {
  const declared = declaredTo(principal, found, (object) => object.table === table);
  return declared.length === 0 ? undefined : { principal, table, declared, privileges: addedUp(declared), loaded };
}

/** Whatever the case of the letters: the collation of a pool takes two names that differ in it alone for one. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Pipelines load tables into schemas of their own names. */
const loadedInto = (
  { schema, table }: ListedTable,
  { name }: DedicatedSqlPoolConnection,
  pipelines: readonly LinkedPipeline[],
): readonly LinkedExposure[] =>
  pipelines
    .filter(({ pipeline }) => isSame(pipeline.name, schema))
    .flatMap(({ warehouse }) => warehouse?.exposures ?? [])
    .filter(
      ({ exposure, dedicated }) =>
        dedicated?.connection.name === name && (table === undefined || isSame(exposure.name, table)),
    );
