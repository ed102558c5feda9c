import type { PrincipalIr } from "../../compiler/ir/access.js";
import type { CassandraAccessIr, CassandraGrantIr } from "../../compiler/ir/cassandra-access.js";
import { rightsTable, withWider } from "./rights.js";

/** Who may read and change tables of a cluster of Cassandra, and through which plane. */
export const explainCassandra = ({ name, principals, grants, origin }: CassandraAccessIr): readonly string[] =>
  rightsTable({
    of: `connections.${name}`,
    through: `CQL: common/grants/${name}.cql`,
    ...{ origin, principals, grants, whoIs, cellsOf: (grant: CassandraGrantIr) => cellsOf(grant, grants) },
  });

const whoIs = ({ name, role }: PrincipalIr): string => (role === name ? name : `${name} (role ${role})`);

function cellsOf(grant: CassandraGrantIr, all: readonly CassandraGrantIr[]): readonly string[] {
  const { principal, table, pipelines } = grant;
  const { keyspace } = table;
  const wider = all
    .filter((other) => table.table !== undefined && other.table.table === undefined)
    .filter((other) => other.principal.name === principal.name && other.table.keyspace === keyspace)
    .map(({ privileges }) => ({ on: `${keyspace}.*`, privileges }));
  return [
    `${keyspace}.${table.table ?? "* (what is made later too)"}`,
    ...withWider(grant, wider, { select: "all columns" }),
    pipelines.join(", "),
  ];
}
