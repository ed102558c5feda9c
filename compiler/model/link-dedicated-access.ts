import type { Report } from "../diagnostics/report.js";
import { declaredIn, findable, foundIn } from "./added-grants.js";
import { checkDedicatedAccess } from "./check-dedicated-access.js";
import type { DedicatedSqlPoolConnection } from "./connection.js";
import type { DedicatedAccess, PoolGrant } from "./dedicated-access.js";
import type { ListedTable } from "./grant.js";
import type { FoundGrant, PoolObject } from "./granted-object.js";
import { added, covers } from "./link-transact-access.js";
import type { LinkedExposure, LinkedPipeline } from "./linked.js";
import { listedTable } from "./listed-table.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { samePool } from "./same-pool.js";
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
  const declaredTo = declaredIn(found, ({ table }) => table);
  const access = poolsOf(project).map((connection) => ({
    engine: "dedicated-pool" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.tables.flatMap((table): readonly PoolGrant[] => {
        const grant = added(principal, table, declaredTo);
        return grant ? [{ ...grant, loaded: loadedInto(table, connection, pipelines) }] : [];
      }),
    ),
  }));
  checkDedicatedAccess(access, project, report);
  // An UPDATE or a DELETE with WHERE asks for SELECT as well: https://learn.microsoft.com/sql/t-sql/queries/update-transact-sql#permissions
  return access.map((one) => ({
    ...one,
    grants: findable(one.grants, covers, report),
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
  at: Named,
  report: Report,
): PoolObject | undefined {
  const table = listedTable(connection, connection.tables, path, at, report);
  return table && { engine: "dedicated-pool", connection, table };
}

/** Whatever the case of the letters: the collation of a pool takes two names that differ in it alone for one. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Pipelines load tables into schemas of their own names, by whichever connection leads to the pool. */
const loadedInto = (
  { schema, table }: ListedTable,
  pool: DedicatedSqlPoolConnection,
  pipelines: readonly LinkedPipeline[],
): readonly LinkedExposure[] =>
  pipelines
    .filter(({ pipeline }) => isSame(pipeline.name, schema))
    .flatMap(({ warehouse }) => warehouse?.exposures ?? [])
    .filter(
      ({ exposure, dedicated }) =>
        dedicated !== undefined &&
        samePool(dedicated.connection, pool) !== undefined &&
        (table === undefined || isSame(exposure.name, table)),
    );
