import type { PasswordLoginIr } from "../compiler/ir/database.js";
import type { PerEnvironment } from "../compiler/ir/environment.js";
import type { ProjectIr } from "../compiler/ir/ir.js";
import type { DatabasePlace } from "../publish/destination.js";
import type { Refusal } from "./refusal.js";
import { type ServiceAddresses, standInAddress, trimmed, type Variables } from "./service-addresses.js";

/** Where rights are granted by publishing. */
export function databasesOf(
  { access, vault }: ProjectIr,
  environment: string,
  addresses: ServiceAddresses,
  variables: Variables,
): readonly DatabasePlace[] | Refusal {
  const [postgres, redis] = [standInAddress(variables, "SLUICE_POSTGRES"), standInAddress(variables, "SLUICE_REDIS")];
  if (postgres !== undefined && "kind" in postgres) return postgres;
  if (redis !== undefined && "kind" in redis) return redis;
  const address = trimmed(addresses.get("SLUICE_VAULT") ?? `https://${vault.get(environment)}.vault.azure.net`);
  const opened = (name: string, server: PerEnvironment, port: number, { user, password }: PasswordLoginIr) => ({
    ...{ connection: name, host: server.get(environment) ?? "", port, user },
    password: { vault: address, secret: password.secret },
  });
  return access.flatMap((one): readonly DatabasePlace[] => {
    if (one.engine === "postgres") {
      const { name, server, port, database, login, ssl } = one.database;
      const own = { database: database.get(environment) ?? "", ssl, reachedAt: postgres };
      return [{ engine: "postgres", ...opened(name, server, port, login), ...own }];
    }
    // Without a login people run the script.
    if (one.engine !== "redis" || one.login === undefined) return [];
    const { name, server, port, login, ssl } = one;
    return [{ engine: "redis", ...opened(name, server, port, login), ssl, reachedAt: redis }];
  });
}
