import type { PrincipalIr } from "../../compiler/ir/access.js";
import type { CassandraAccessIr, CassandraGrantIr } from "../../compiler/ir/cassandra-access.js";
import { rightsTable } from "./rights.js";

/** Who may read and change tables of a cluster of Cassandra, and through which plane. */
export const explainCassandra = ({ name, principals, grants, origin }: CassandraAccessIr): readonly string[] =>
  rightsTable({
    of: `connections.${name}`,
    through: `CQL: common/grants/${name}.cql`,
    ...{ origin, principals, grants, whoIs, cellsOf },
  });

const whoIs = ({ name, role }: PrincipalIr): string => (role === name ? name : `${name} (role ${role})`);

function cellsOf({ table, privileges, pipelines }: CassandraGrantIr): readonly string[] {
  const held = [...new Set(privileges.map(({ privilege }) => privilege))];
  return [
    `${table.keyspace}.${table.table ?? "* (what is made later too)"}`,
    held.includes("select") ? "all columns" : "nothing",
    held.filter((privilege) => privilege !== "select").join(", ") || "nothing",
    pipelines.join(", "),
  ];
}
