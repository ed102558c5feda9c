import type { PostgresConnection } from "./connection.js";
import type { Grant, GrantedTable, Principal, Privilege } from "./grant.js";

/** Who may do what in one place that keeps rights, over all pipelines. */
export type LinkedAccess = PostgresAccess;

/** A principal that databases of PostgreSQL know. */
export interface PostgresPrincipal extends Principal {
  readonly role: string;
}

/** Who may do what in one database of PostgreSQL. */
export interface PostgresAccess {
  readonly engine: "postgres";
  readonly connection: PostgresConnection;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly PostgresPrincipal[];
  /** At most one for a principal and a table. */
  readonly grants: readonly LinkedGrant[];
}

/** What one principal may do with one table. */
export interface LinkedGrant {
  readonly principal: PostgresPrincipal;
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
