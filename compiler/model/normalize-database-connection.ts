import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type {
  AzureSqlConnectionSpec,
  PostgresConnectionSpec,
  SqlLoginSpec,
  SqlServerConnectionSpec,
} from "../spec/spec.generated.js";
import { type DatabaseConnection, postgresPort } from "./connection.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { PasswordLogin } from "./login.js";
import type { Environment } from "./model.js";
import { grantedTables, listedTables, rowsViews } from "./normalize-grants.js";
import type { Text } from "./parts.js";
import type { Variables } from "./variables.js";

/** A connection to a database in its one form; undefined if it has an error, which was reported. */
export function databaseConnection(
  name: string,
  spec: SqlServerConnectionSpec | AzureSqlConnectionSpec | PostgresConnectionSpec,
  origin: Origin,
  { fill, environments }: Variables,
  report: Report,
): DatabaseConnection | undefined {
  const server = fill(spec.server, origin.child("server"), "server");
  const database = fill(spec.database, origin.child("database"));
  if (server === undefined || database === undefined) return undefined;
  const place = { origin, name, server, database, integrationRuntime: spec.integration_runtime };
  if (spec.kind === "postgres") {
    const { kind, identity, port = postgresPort, ssl = "verify-full" } = spec;
    const tables = grantedTables(spec.tables, origin.child("tables"));
    const views = rowsViews(spec.views, origin.child("views"));
    return { kind, ...place, login: password(identity), port, ssl, tables, views };
  }
  const { kind, identity = "managed" } = spec;
  if (kind === "azure-sql" && !isWholeHost(server, environments, report)) return undefined;
  const tables = listedTables(spec.tables, origin.child("tables"));
  const deployAs = spec.kind === "azure-sql" ? spec.deploy_as : undefined;
  return { kind, ...place, login: identity === "managed" ? { kind: "managed" } : password(identity), tables, deployAs };
}

const password = ({ user, secret }: SqlLoginSpec): PasswordLogin => ({ kind: "password", user, secret });

/** A logical server is reached by its whole name only. What a variable says of it on this machine is not asked: nothing is reached there. */
function isWholeHost({ origin, written, values }: Text, environments: readonly Environment[], report: Report): boolean {
  const ofAzure = environments.filter(({ kind }) => kind === "azure").map(({ name }) => values.get(name));
  const short = (written.includes("${") ? ofAzure : [written]).find(
    (host) => host !== undefined && !host.includes("."),
  );
  if (short !== undefined) report.add(modelDiagnostics.shortServer.at(origin, { server: short }));
  return short === undefined;
}
