import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { CassandraConnectionSpec } from "../spec/spec.generated.js";
import { cassandraDiagnostics } from "./cassandra-diagnostics.js";
import { type CassandraConnection, cassandraPort } from "./connection.js";
import type { Text } from "./parts.js";
import type { Fill } from "./variables.js";

/** A connection to a cluster of Cassandra in its one form; undefined if it has an error, which was reported. */
export function cassandraConnection(
  name: string,
  { kind, port = cassandraPort, ssl = "verify-full", identity, tables, ...spec }: CassandraConnectionSpec,
  origin: Origin,
  fill: Fill,
  report: Report,
): CassandraConnection | undefined {
  const server = fill(spec.server, origin.child("server"), "server");
  if (server === undefined || isCosmos(server, report)) return undefined;
  const listed = Object.keys(tables)
    .sort()
    .map((written) => {
      const [keyspace = "", table = ""] = written.split(".");
      const at = origin.child("tables", written);
      return { origin: at, name: written, keyspace, table: table === "*" ? undefined : table };
    });
  const login = identity && ({ kind: "password", ...identity } as const);
  return { kind, origin, name, server, port, ssl, login, tables: listed };
}

/** Accounts of Cosmos DB speak CQL, and have no roles. */
function isCosmos({ origin, written, values }: Text, report: Report): boolean {
  const server = [written, ...values.values()].find((host) =>
    /\.cassandra\.cosmos\.azure\.[a-z]+$/i.test(host.replace(/\.$/, "")),
  );
  if (server !== undefined) report.add(cassandraDiagnostics.cosmosAccount.at(origin, { server }));
  return server !== undefined;
}
