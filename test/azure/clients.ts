import { DataFactoryManagementClient } from "@azure/arm-datafactory";
import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";

export const subscription = "00000000-0000-0000-0000-000000000001";

/** May do everything. */
export const owner: Principal = {
  id: "00000000-0000-0000-0000-00000000000a",
  client: "00000000-0000-0000-0000-0000000000aa",
  grants: [{ scope: "/", actions: ["*"], dataActions: ["*"] }],
  workspace: { manages: ["/"], reads: ["/"], createsJobs: true },
};

/** Has one role at the subscription. */
export const withActions = (...actions: readonly string[]): Principal => ({
  id: "00000000-0000-0000-0000-00000000000b",
  client: "00000000-0000-0000-0000-0000000000bb",
  grants: [{ scope: `/subscriptions/${subscription}`, actions }],
});

/** The vendor's own client, over http: its bearer policy refuses that, so its token goes in by another one. */
export function dataFactory(azure: Azure, { id }: Principal = owner): DataFactoryManagementClient {
  const token = azure.token(id, "https://management.azure.com");
  const credential = { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const client = new DataFactoryManagementClient(credential, subscription, {
    endpoint: azure.arm,
    allowInsecureConnection: true,
    retryOptions: { maxRetries: 0 },
  });
  client.pipeline.removePolicy({ name: "bearerTokenAuthenticationPolicy" });
  client.pipeline.addPolicy({
    name: "token",
    sendRequest: (request, next) => {
      request.headers.set("Authorization", `Bearer ${token}`);
      return next(request);
    },
  });
  return client;
}

/** A request as it is, where the vendor's client would not send it. */
export async function arm(
  azure: Azure,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const token = azure.token(owner.id, "https://management.azure.com/");
  return fetch(`${azure.arm}${factoryPath}${path}${path.includes("?") ? "" : "?api-version=2018-06-01"}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

export const factoryPath = `/subscriptions/${subscription}/resourceGroups/group/providers/Microsoft.DataFactory/factories/f-1`;

export const started = (principals: readonly Principal[] = [owner]): Promise<Azure> => startAzure({ principals });
