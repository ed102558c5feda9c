import type { CassandraAccess, CassandraTable } from "../model/cassandra-access.js";
import type { CassandraAccessIr, CassandraTableIr } from "./cassandra-access.js";
import { writtenPrivileges } from "./lower-entra-access.js";
import { passwordOf } from "./lower-flow.js";
import { principalOf } from "./lower-principals.js";

/** Who may do what in one cluster of Cassandra. */
export function cassandraAccessOf({ engine, connection, principals, grants }: CassandraAccess): CassandraAccessIr {
  return {
    engine,
    origin: connection.origin.child("tables"),
    name: connection.name,
    server: connection.server.values,
    port: connection.port,
    login: connection.login && passwordOf(connection.login),
    ssl: connection.ssl,
    principals: principals.map(principalOf),
    tables: connection.tables.map(tableOf),
    grants: grants.map(({ principal, table, declared }) => ({
      principal: principalOf(principal),
      table: tableOf(table),
      privileges: writtenPrivileges(declared),
      pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
    })),
  };
}

const tableOf = ({ keyspace, table }: CassandraTable): CassandraTableIr => ({ keyspace, table });
