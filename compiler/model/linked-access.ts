import type { PostgresConnection } from "./connection.js";
import type { Grant, GrantedTable, Principal, Privilege } from "./grant.js";

/** Who may do what in one database, over all pipelines. */
export interface LinkedAccess {
  readonly connection: PostgresConnection;
  /** All of the project, also those that are granted nothing here. */
  readonly principals: readonly Principal[];
  /** At most one for a principal and a table. */
  readonly grants: readonly LinkedGrant[];
}

/** What one principal may do with one table. */
export interface LinkedGrant {
  readonly principal: Principal;
  readonly table: GrantedTable;
  readonly privileges: readonly LinkedPrivilege[];
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}

export interface LinkedPrivilege {
  readonly privilege: Privilege;
  /** Undefined: all. */
  readonly columns: readonly string[] | undefined;
  /** It is not declared: rows that are changed or deleted are found by these columns. */
  readonly isOfKey: boolean;
}
