import type { TransactDatabaseIr } from "../compiler/ir/database.js";
import { dedicatedPools } from "../compiler/ir/dedicated-pools.js";
import type { PerEnvironment } from "../compiler/ir/environment.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import type { SqlPlace } from "../publish/destination.js";
import type { Refusal } from "./refusal.js";
import { type ServiceAddresses, standInAddress, trimmed, type Variables } from "./service-addresses.js";

/** Where scripts in T-SQL are for, by connection: databases of rights and marks, of warehouses, and dedicated pools. */
export function sqlPlacesOf(
  ir: ProjectIr,
  environment: string,
  addresses: ServiceAddresses,
  variables: Variables,
): readonly SqlPlace[] | Refusal {
  const reachedAt = standInAddress(variables, "SLUICE_SQL");
  if (reachedAt !== undefined && "kind" in reachedAt) return reachedAt;
  const vault = trimmed(addresses.get("SLUICE_VAULT") ?? `https://${ir.vault.get(environment)}.vault.azure.net`);
  const placed = (connection: string, host: string, database: PerEnvironment, login: SqlPlace["login"]): SqlPlace => ({
    ...{ connection, host, port: 1433, reachedAt, database: database.get(environment) ?? "", login },
  });
  const inWorkspace = (workspace: PerEnvironment, suffix: string) => `${workspace.get(environment) ?? ""}${suffix}`;
  const places = [
    ...transactDatabases(ir).map(({ name, server, database, login }) =>
      placed(
        ...([name, server.get(environment) ?? "", database] as const),
        login.kind === "managed"
          ? { kind: "token" }
          : { kind: "password", user: login.user, password: { vault, secret: login.password.secret } },
      ),
    ),
    // https://learn.microsoft.com/azure/synapse-analytics/sql/connect-overview
    ...ir.warehouses.map(({ name, workspace, database }) =>
      placed(name, inWorkspace(workspace, "-ondemand.sql.azuresynapse.net"), database, { kind: "token" }),
    ),
    ...dedicatedPools(ir).map(({ name, workspace, pool }) =>
      placed(name, inWorkspace(workspace, ".sql.azuresynapse.net"), pool, { kind: "token" }),
    ),
  ];
  return [...new Map(places.map((place) => [place.connection, place])).values()];
}

const transactDatabases = ({ access, control }: ProjectIr): readonly TransactDatabaseIr[] => [
  ...access.flatMap((one) => (one.engine === "sql-server" ? [one.database] : [])),
  ...(control === undefined ? [] : [control.database]),
];
