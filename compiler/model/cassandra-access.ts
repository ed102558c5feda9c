import type { Origin } from "../source/origin.js";
import type { CassandraConnection } from "./connection.js";
import type { Grant } from "./grant.js";
import type { RolePrincipal } from "./role-principals.js";

/** A table of Cassandra on which principals may be granted rights. */
export interface CassandraTable {
  readonly origin: Origin;
  /** As it is written: `shop.orders`, `shop.*`. */
  readonly name: string;
  readonly keyspace: string;
  /** Undefined: all of the keyspace, those to come too. */
  readonly table: string | undefined;
}

/** Who may do what in one cluster of Cassandra. */
export interface CassandraAccess {
  readonly engine: "cassandra";
  readonly connection: CassandraConnection;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly RolePrincipal[];
  /** At most one for a principal and a table. */
  readonly grants: readonly CassandraGrant[];
}

/** What one principal may do with one table, or with all of a keyspace. */
export interface CassandraGrant {
  readonly principal: RolePrincipal;
  readonly table: CassandraTable;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
