import type { TransactConnection } from "./connection.js";
import type { Grant, ListedTable } from "./grant.js";
import type { LinkedPrivilege } from "./linked-access.js";
import type { RolePrincipal } from "./role-principals.js";

/** Who may do what in one database that is asked in T-SQL. */
export interface TransactAccess {
  readonly engine: "sql-server";
  readonly connection: TransactConnection;
  /** All of the project, also those that are granted nothing here. */
  readonly principals: readonly RolePrincipal[];
  /** At most one for a principal and a table. */
  readonly grants: readonly TableGrant[];
}

/** What one principal may do with one table, or with all of a schema. */
export interface TableGrant {
  readonly principal: RolePrincipal;
  readonly table: ListedTable;
  /** `truncate`: by a procedure. */
  readonly privileges: readonly LinkedPrivilege[];
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
