import { armAudiences } from "./arm/arm.js";
import { newEtag as newFactoryEtag } from "./arm/resource.js";
import { newEtag } from "./blob/blob-headers.js";
import { storageAudience } from "./blob/storage.js";
import { workspaceAudience } from "./databricks/workspace.js";
import type { Principal } from "./principal.js";
import type { Store } from "./store.js";

/** Who uses a stand-in that a person starts: may do everything. */
export const user: Principal = {
  id: "00000000-0000-0000-0000-000000000001",
  client: "00000000-0000-0000-0000-000000000002",
  grants: [{ scope: "/", actions: ["*"], dataActions: ["*"] }],
  workspace: { manages: ["/"], reads: ["/"], createsJobs: true },
};

export const everyService: readonly string[] = [...armAudiences, storageAudience, workspaceAudience];

/** Puts there what others have made, where it is not there already: factories (`subscription/group/name`) and containers (`account/name`). */
export const seeded =
  (factories: readonly string[], containers: readonly string[]) =>
  (store: Store, now: number): void => {
    for (const path of factories) {
      const [subscription = "", group = "", name = ""] = path.split("/");
      const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.DataFactory/factories/${name}`;
      if (store.resources.has(id.toLowerCase())) continue;
      store.resources.set(id.toLowerCase(), {
        id,
        name,
        type: "Microsoft.DataFactory/factories",
        etag: newFactoryEtag(),
        properties: { provisioningState: "Succeeded", createTime: new Date(now).toISOString(), version: "2018-06-01" },
        beside: { location: "westeurope", identity: { type: "SystemAssigned" } },
        isProvisioningUntil: 0,
      });
    }
    for (const path of containers) {
      const [account = "", name = ""] = path.split("/");
      if (store.containers.has(path)) continue;
      store.containers.set(path, { account, name, etag: newEtag(), modifiedAt: now, metadata: {} });
    }
  };
