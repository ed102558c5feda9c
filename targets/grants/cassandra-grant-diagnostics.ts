import { defineDiagnostics } from "../../compiler/diagnostics/diagnostic.js";
import { allOf } from "../../compiler/diagnostics/suggest.js";

/** What Cassandra cannot let a principal do: the reason, and the way out. */
export const cassandraGrantDiagnostics = defineDiagnostics("cassandra-rights", {
  changedTogether: {
    severity: "error",
    message: (p: { privileges: readonly string[]; table: string; missing: readonly string[]; principal: string }) =>
      `'${p.table}' cannot be granted to '${p.principal}' so: whoever may ${allOf(p.privileges)} there may ${allOf(p.missing)} too, as Cassandra has one right, MODIFY, for all changes. Grant ${allOf(p.missing)} as well, or leave ${allOf(p.privileges)} out, and let a program that has the right do just that.`,
    explanation:
      "MODIFY on a table lets INSERT, UPDATE, DELETE and TRUNCATE: `[insert, update, delete, truncate]` are one right. https://cassandra.apache.org/doc/latest/cassandra/developing/cql/security.html#permissions",
  },
  columnsOfTable: {
    severity: "error",
    message: (p: { privilege: string; table: string }) =>
      `Some columns of '${p.table}' cannot be granted: rights of Cassandra are about whole tables. Grant '${p.privilege}' without columns, or keep these columns in a table of their own.`,
    explanation:
      "GRANT names a table, a keyspace or all keyspaces, and no columns. https://cassandra.apache.org/doc/latest/cassandra/developing/cql/security.html#grant-permission",
  },
});
