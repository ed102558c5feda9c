import { SynapseManagementClient } from "@azure/arm-synapse";
import { bearerTokenAuthenticationPolicyName, type HttpClient } from "@azure/core-rest-pipeline";
import type { SynapsePlace } from "./destination.js";
import { kinds } from "./kinds.js";
import type { Patience } from "./patience.js";
import type { Plane } from "./plane.js";
import type { SynapseResourceKindName } from "./synapse-kinds.js";
import { type Live, thingId } from "./thing.js";

/** What a workspace has of its own, as Azure Resource Manager tells it: read, because artifacts refer to it, and never written. */
export class SynapseResources implements Pick<Plane, "read"> {
  private readonly client: SynapseManagementClient;

  constructor(
    private readonly place: SynapsePlace,
    private readonly kinds: readonly SynapseResourceKindName[],
    access: HttpClient,
    { retries, retryDelay }: Patience,
  ) {
    const nobody = { getToken: async () => null };
    this.client = new SynapseManagementClient(nobody, place.subscription, {
      endpoint: place.endpoint,
      httpClient: access,
      allowInsecureConnection: true,
      retryOptions: { maxRetries: retries, retryDelayInMs: retryDelay },
    });
    this.client.pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
  }

  async read(): Promise<readonly Live[]> {
    const { resourceGroup, name } = this.place;
    // That it is there, in this subscription and group.
    await this.client.workspaces.get(resourceGroup, name);
    return (await Promise.all(this.kinds.map((kind) => this.list(kind)))).flat();
  }

  private async list(kind: SynapseResourceKindName): Promise<readonly Live[]> {
    const at = [this.place.resourceGroup, this.place.name] as const;
    const found: Live[] = [];
    if (kind === "synapse.integrationRuntime") {
      for await (const { name } of this.client.integrationRuntimes.listByWorkspace(...at)) found.push(live(kind, name));
      return found;
    }
    // One that is still being made, or could not be, runs nothing.
    for await (const { name, provisioningState } of this.client.bigDataPools.listByWorkspace(...at))
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
