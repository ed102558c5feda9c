import { SynapseManagementClient } from "@azure/arm-synapse";
import type { Pipeline } from "@azure/core-rest-pipeline";
import { ArtifactsClient } from "@azure/synapse-artifacts";
import type { Azure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";
import { owner, subscription } from "./clients.js";

export const [group, workspace] = ["group", "ws-1"];

const options = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
const credentialOf = (token: string) => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
});

/** The vendor's own client of a workspace's artifacts, over http: its bearer policy refuses that, so its token goes in by another one. */
export function artifacts(azure: Azure, { id }: Principal): ArtifactsClient {
  const token = azure.token(id, "https://dev.azuresynapse.net", 86_400);
  const client = new ArtifactsClient(credentialOf(token), `${azure.synapse}/${workspace}`, options);
  signed(client.pipeline, token);
  return client;
}

/** The same of what Azure Resource Manager has of workspaces. */
export function synapse(azure: Azure, { id }: Principal = owner): SynapseManagementClient {
  const token = azure.token(id, "https://management.azure.com", 86_400);
  const client = new SynapseManagementClient(credentialOf(token), subscription, { ...options, endpoint: azure.arm });
  signed(client.pipeline, token);
  return client;
}

function signed(pipeline: Pipeline, token: string): void {
  pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" });
  pipeline.addPolicy({
    name: "token",
    sendRequest: (request, next) => {
      request.headers.set("Authorization", `Bearer ${token}`);
      return next(request);
    },
  });
}

/** A request as it is, where the vendor's client would not send it. */
export async function ask(
  azure: Azure,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const token = azure.token(owner.id, "https://dev.azuresynapse.net", 86_400);
  const url = path.startsWith("http") ? path : `${azure.synapse}/${workspace}/${path}`;
  return fetch(url.includes("api-version") ? url : `${url}?api-version=2020-12-01`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
