import type { SynapseManagementClient } from "@azure/arm-synapse";
import type { HttpClient } from "@azure/core-rest-pipeline";
import type { SynapsePlace } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import type { Plane } from "./plane.js";
import type { SynapseResourceKindName } from "./synapse-kinds.js";
import { type Live, thingId } from "./thing.js";
import { vendorClient } from "./vendor-client.js";

/** What a workspace has of its own, as Azure Resource Manager tells it: read, because artifacts refer to it, and never written. */
export class SynapseResources implements Pick<Plane, "read"> {
  constructor(
    private readonly place: SynapsePlace,
    private readonly kinds: readonly SynapseResourceKindName[],
    private readonly access: HttpClient,
    private readonly patience: Patience,
  ) {}

  async read(): Promise<readonly Live[]> {
    const { resourceGroup, name } = this.place;
    const client = await this.client();
    // That it is there, in this subscription and group.
    await client.workspaces.get(resourceGroup, name);
    return (await Promise.all(this.kinds.map((kind) => this.list(client, kind)))).flat();
  }

  /** The vendor's client, which is loaded only where there is a workspace: it takes its time. */
  private async client(): Promise<SynapseManagementClient> {
    const { SynapseManagementClient } = await import("@azure/arm-synapse");
    const { endpoint, subscription } = this.place;
    return vendorClient(
      endpoint,
      this.access,
      this.patience,
      (credential, options) => new SynapseManagementClient(credential, subscription, options),
    );
  }

  private async list(client: SynapseManagementClient, kind: SynapseResourceKindName): Promise<readonly Live[]> {
    const at = [this.place.resourceGroup, this.place.name] as const;
    const found: Live[] = [];
    if (kind === "synapse.integrationRuntime") {
      for await (const { name } of client.integrationRuntimes.listByWorkspace(...at)) found.push(live(kind, name));
      return found;
    }
    // One that is still being made, or could not be, runs nothing.
    for await (const { name, provisioningState } of client.bigDataPools.listByWorkspace(...at))
      if (provisioningState === "Succeeded") found.push(live(kind, name));
    return found;
  }
}

const live = (kind: SynapseResourceKindName, name = ""): Live => ({
  id: thingId(kinds[kind], name),
  kind: kinds[kind],
  name,
  value: undefined,
  version: name,
  state: undefined,
  isMarked: false,
  address: undefined,
});
