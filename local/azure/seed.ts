import { armAudiences } from "./arm/arm.js";
import { newEtag as newFactoryEtag } from "./arm/resource.js";
import { newEtag } from "./blob/blob-headers.js";
import { storageAudience } from "./blob/storage.js";
import { seedCatalog } from "./databricks/seeded-catalog.js";
import { workspaceAudience } from "./databricks/workspace.js";
import type { JsonObject } from "./json.js";
import type { Principal } from "./principal.js";
import type { Store } from "./store.js";
import { synapseAudience } from "./synapse/endpoint.js";
import { vaultAudience } from "./vault/vault.js";

/** Who uses a stand-in that a person starts: may do everything. */
export const user: Principal = {
  id: "00000000-0000-0000-0000-000000000001",
  client: "00000000-0000-0000-0000-000000000002",
  grants: [{ scope: "/", actions: ["*"], dataActions: ["*"] }],
  workspace: { manages: ["/"], reads: ["/"], createsJobs: true },
  synapse: ["*"],
};

export const everyService: readonly string[] = [
  ...armAudiences,
  storageAudience,
  synapseAudience,
  vaultAudience,
  workspaceAudience,
];

/** What others have made. */
export interface Seed {
  /** `subscription/group/name` */
  readonly factories?: readonly string[];
  /** Of Synapse: `subscription/group/name` */
  readonly workspaces?: readonly string[];
  /** Names of Spark pools; each workspace has all of them. */
  readonly pools?: readonly string[];
  /** Names of self-hosted integration runtimes; each factory and workspace has all of them. */
  readonly runtimes?: readonly string[];
  /** Names of credentials, each of a managed identity of that name; each factory has all of them. */
  readonly credentials?: readonly string[];
  /** `account/name` */
  readonly containers?: readonly string[];
  /** `vault/name=value`, of Key Vaults. */
  readonly secrets?: readonly string[];
  /** Ids of resources of Azure that roles may be assigned at; nothing else is known of them. */
  readonly resources?: readonly string[];
  /** Of Unity Catalog: `view/shop.sales.days`. */
  readonly securables?: readonly string[];
  /** Whom Unity Catalog knows: names of groups and users, and ids of applications. */
  readonly identities?: readonly string[];
}

/** Puts it there, where it is not there already. */
export const seeded =
  ({
    factories = [],
    workspaces = [],
    pools = [],
    runtimes = [],
    credentials = [],
    containers = [],
    secrets = [],
    resources = [],
    securables = [],
    identities = [],
  }: Seed) =>
  (store: Store, now: number): void => {
    const add = (id: string, type: string, properties: JsonObject, beside: JsonObject = {}): void => {
      if (store.resources.has(id.toLowerCase())) return;
      const name = id.slice(id.lastIndexOf("/") + 1);
      const etag = newFactoryEtag();
      store.resources.set(id.toLowerCase(), { id, name, type, etag, properties, beside, isProvisioningUntil: 0 });
    };
    for (const path of factories) {
      const [subscription = "", group = "", name = ""] = path.split("/");
      const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.DataFactory/factories/${name}`;
      add(
        id,
        "Microsoft.DataFactory/factories",
        { provisioningState: "Succeeded", createTime: new Date(now).toISOString(), version: "2018-06-01" },
        { location: "westeurope", identity: { type: "SystemAssigned" } },
      );
      for (const runtime of runtimes) {
        const segment = "integrationRuntimes";
        add(`${id}/${segment}/${runtime}`, `Microsoft.DataFactory/factories/${segment}`, { type: "SelfHosted" });
      }
      for (const credential of credentials) {
        const identity = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${credential}`;
        const properties = { type: "ManagedIdentity", typeProperties: { resourceId: identity } };
        add(`${id}/credentials/${credential}`, "Microsoft.DataFactory/factories/credentials", properties);
      }
    }
    for (const path of workspaces) {
      const [subscription = "", group = "", name = ""] = path.split("/");
      const type = "Microsoft.Synapse/workspaces";
      const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/${type}/${name}`;
      add(id, type, {}, { location: "westeurope", identity: { type: "SystemAssigned" } });
      for (const pool of pools) {
        add(`${id}/bigDataPools/${pool}`, `${type}/bigDataPools`, { sparkVersion: "3.5" }, { location: "westeurope" });
      }
      for (const runtime of runtimes) {
        add(`${id}/integrationRuntimes/${runtime}`, `${type}/integrationRuntimes`, { type: "SelfHosted" });
      }
    }
    seedCatalog(store, securables, identities);
    for (const id of resources) {
      const [provider = "", ...parts] = id.replace(/^.*\/providers\//i, "").split("/");
      add(id, [provider, ...parts.filter((_, at) => at % 2 === 0)].join("/"), {});
    }
    for (const secret of secrets) {
      const [, path = "", value = ""] = /^([^=]*)=(.*)$/s.exec(secret) ?? [];
      store.secrets.set(path.toLowerCase(), value);
    }
    for (const path of containers) {
      const [account = "", name = ""] = path.split("/");
      if (store.containers.has(path)) continue;
      store.containers.set(path, { account, name, etag: newEtag(), modifiedAt: now, metadata: {} });
    }
  };
