import type { DedicatedSqlPoolConnection } from "./connection.js";
import type { LinkedExposure } from "./linked.js";
import type { RolePrincipal } from "./role-principals.js";
import type { TableGrant } from "./transact-access.js";

/** Who may do what in one dedicated SQL pool. */
export interface DedicatedAccess {
  readonly engine: "dedicated-pool";
  readonly connection: DedicatedSqlPoolConnection;
  /** All of the project, also those that are granted nothing here. */
  readonly principals: readonly RolePrincipal[];
  /** At most one for a principal and a table. */
  readonly grants: readonly PoolGrant[];
}

/** What one principal may do with one table of a pool, or with all of a schema. */
export interface PoolGrant extends TableGrant {
  /** What pipelines load there: into the table, or into those of the schema. */
  readonly loaded: readonly LinkedExposure[];
}
