import { lakeRoles, stackName } from "../compiler/emit/stacks.js";
import type { PasswordLoginIr } from "../compiler/ir/database.js";
import type { DeployToIr, PerEnvironment } from "../compiler/ir/environment.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import type { DatabasePlace, StackPlace } from "../publish/destination.js";
import { catalogOf } from "./catalog-destination.js";
import type { Refusal } from "./refusal.js";
import { type ServiceAddresses, standInAddress, trimmed, type Variables } from "./service-addresses.js";

/** Where rights are granted by publishing. */
export function databasesOf(
  { name: project, access, vault }: ProjectIr,
  environment: string,
  addresses: ServiceAddresses,
  variables: Variables,
): readonly DatabasePlace[] | Refusal {
  const [postgres, redis] = [standInAddress(variables, "SLUICE_POSTGRES"), standInAddress(variables, "SLUICE_REDIS")];
  const cassandra = standInAddress(variables, "SLUICE_CASSANDRA");
  if (postgres !== undefined && "kind" in postgres) return postgres;
  if (redis !== undefined && "kind" in redis) return redis;
  if (cassandra !== undefined && "kind" in cassandra) return cassandra;
  const address = trimmed(addresses.get("SLUICE_VAULT") ?? `https://${vault.get(environment)}.vault.azure.net`);
  const opened = (name: string, server: PerEnvironment, port: number, { user, password }: PasswordLoginIr) => ({
    ...{ connection: name, host: server.get(environment) ?? "", port, user },
    password: { vault: address, secret: password.secret },
  });
  const arm = trimmed(addresses.get("SLUICE_ARM") ?? "https://management.azure.com");
  const stackIn = (connection: string, own: string, deployTo: DeployToIr | undefined): readonly StackPlace[] => {
    const subscription = deployTo?.subscription.get(environment);
    const resourceGroup = deployTo?.resourceGroup.get(environment);
    if (subscription === undefined || resourceGroup === undefined) return [];
    const name = stackName(project, own, environment);
    return [{ engine: "stack", connection, endpoint: arm, subscription, resourceGroup, name }];
  };
  return access.flatMap((one): readonly DatabasePlace[] => {
    if (one.engine === "event-hubs" || one.engine === "cosmos") return stackIn(one.name, one.name, one.deployTo);
    if (one.engine === "lake-roles") return stackIn("lake.roles", lakeRoles, one.deployTo);
    if (one.engine === "unity-catalog") return [catalogOf(one, environment, addresses)];
    if (one.engine === "postgres") {
      const { name, server, port, database, login, ssl } = one.database;
      const own = { database: database.get(environment) ?? "", ssl, reachedAt: postgres };
      return [{ engine: "postgres", ...opened(name, server, port, login), ...own }];
    }
    // Without a login people run the script.
    if ((one.engine !== "redis" && one.engine !== "cassandra") || one.login === undefined) return [];
    const { engine, name, server, port, login, ssl } = one;
    return [{ engine, ...opened(name, server, port, login), ssl, reachedAt: { redis, cassandra }[engine] }];
  });
}
