import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
import type { ConnectionSpec, EventHubsIdentitySpec } from "../spec/spec.generated.js";
import type { Item } from "../spec/spec.js";
import { azureName } from "./azure-names.js";
import type { Connection } from "./connection.js";
import { deployToOf } from "./deploy-to.js";
import { modelDiagnostics } from "./diagnostics.js";
import type { EventHubsLogin } from "./login.js";
import { cassandraConnection } from "./normalize-cassandra.js";
import { cosmosConnection } from "./normalize-cosmos.js";
import { databaseConnection } from "./normalize-database-connection.js";
import { functionConnection } from "./normalize-function.js";
import { listedTables } from "./normalize-grants.js";
import { httpConnection } from "./normalize-http.js";
import { redisConnection } from "./normalize-redis.js";
import { unityConnection } from "./normalize-unity.js";
import { type Poisoned, poisoned } from "./poisoned.js";
import type { Fill, Variables } from "./variables.js";

/** A connection in its one form. */
export function connectionOf(
  { name, origin, spec }: Item<{ readonly [name: string]: ConnectionSpec }>,
  variables: Variables,
  hasVault: boolean,
  report: Report,
): Connection | Poisoned {
  if (spec === undefined) return poisoned(origin);
  const { fill } = variables;
  const secret = secretOf(spec);
  if (!hasVault && secret !== undefined)
    report.add(modelDiagnostics.missingVault.at(origin.child("identity", "secret"), { secret }));
  if (spec.kind === "kafka") {
    const servers = fill(spec.servers, origin.child("servers"), "servers");
    return servers ? { kind: "kafka", origin, name, servers, login: spec.identity } : poisoned(origin);
  }
  if (spec.kind === "event-hubs") {
    const namespace = azureName("event hubs namespace", spec.namespace, origin.child("namespace"), variables, report);
    const login = loginOf(spec.identity, origin.child("identity"), fill);
    const hubs = (spec.hubs ?? []).map((hub, at) => fill(hub, origin.child("hubs", at), "topic"));
    const known = hubs.filter((hub) => hub !== undefined);
    const deployTo = deployToOf(spec.deploy_to, origin, "hubs", fill, report);
    return namespace && login && known.length === hubs.length && deployTo !== null
      ? { kind: "event-hubs", origin, name, namespace, tier: spec.tier ?? "standard", login, hubs: known, deployTo }
      : poisoned(origin);
  }
  if (spec.kind === "sql-server" || spec.kind === "azure-sql" || spec.kind === "postgres")
    return databaseConnection(name, spec, origin, variables, report) ?? poisoned(origin);
  if (spec.kind === "http") return httpConnection(name, spec, origin, variables, report) ?? poisoned(origin);
  if (spec.kind === "azure-function")
    return functionConnection(name, spec, origin, variables, report) ?? poisoned(origin);
  if (spec.kind === "cassandra") return cassandraConnection(name, spec, origin, fill, report) ?? poisoned(origin);
  if (spec.kind === "unity-catalog") return unityConnection(name, spec, origin, fill) ?? poisoned(origin);
  if (spec.kind === "redis") return redisConnection(name, spec, origin, fill) ?? poisoned(origin);
  if (spec.kind === "serverless-sql") {
    const workspace = azureName("synapse workspace", spec.workspace, origin.child("workspace"), variables, report);
    const database = fill(spec.database, origin.child("database"));
    const { kind, deploy_as: deployAs } = spec;
    return workspace && database ? { kind, origin, name, workspace, database, deployAs } : poisoned(origin);
  }
  if (spec.kind === "dedicated-sql-pool") {
    const { kind, deploy_as: deployAs } = spec;
    const workspace = azureName("synapse workspace", spec.workspace, origin.child("workspace"), variables, report);
    const pool = azureName("dedicated sql pool", spec.pool, origin.child("pool"), variables, report);
    const tables = listedTables(spec.tables, origin.child("tables"));
    return workspace && pool ? { kind, origin, name, workspace, pool, tables, deployAs } : poisoned(origin);
  }
  if (spec.kind === "cosmos") return cosmosConnection(name, spec, origin, variables, report) ?? poisoned(origin);
  const account = azureName("storage account", spec.account, origin.child("account"), variables, report);
  const container = azureName("storage container", spec.container, origin.child("container"), variables, report);
  if (spec.kind === "blob")
    return account && container ? { kind: "blob", origin, name, account, container } : poisoned(origin);
  const { resource_group: group, subscription } = spec;
  const home = {
    resourceGroup: group === undefined ? undefined : fill(group, origin.child("resource_group"), "location"),
    subscription: subscription === undefined ? undefined : fill(subscription, origin.child("subscription")),
  };
  const isHomed = (group === undefined || home.resourceGroup) && (subscription === undefined || home.subscription);
  return account && container && isHomed
    ? {
        ...{ kind: "storage", origin, name, account, container },
        resourceGroup: home.resourceGroup?.values,
        subscription: home.subscription?.values,
      }
    : poisoned(origin);
}

function secretOf(spec: ConnectionSpec): string | undefined {
  if (spec.kind === "unity-catalog") return undefined;
  const { identity } = spec;
  return typeof identity === "object" && "secret" in identity ? identity.secret : undefined;
}

function loginOf(spec: EventHubsIdentitySpec, origin: Origin, fill: Fill): EventHubsLogin | undefined {
  if (spec === "managed") return { kind: "managed" };
  if ("client_id" in spec) {
    const clientId = fill(spec.client_id, origin.child("client_id"));
    const tenant = fill(spec.tenant, origin.child("tenant"));
    return clientId && tenant && { kind: "application", clientId, tenant, secret: spec.secret };
  }
  if ("service_credential" in spec) {
    const credential = fill(spec.service_credential, origin.child("service_credential"));
    return credential && { kind: "service-credential", credential };
  }
  return { kind: "connection-string", secret: spec.secret };
}
