import { bearerTokenAuthenticationPolicyName, type HttpClient, type Pipeline } from "@azure/core-rest-pipeline";
import type { Patience } from "./patience.js";

interface VendorClient {
  readonly pipeline: Pipeline;
}

type Make<Client extends VendorClient> = (
  credential: { readonly getToken: () => Promise<null> },
  options: {
    readonly endpoint: string;
    readonly httpClient: HttpClient;
    readonly allowInsecureConnection: true;
    readonly retryOptions: { readonly maxRetries: number; readonly retryDelayInMs: number };
  },
) => Client;

/** A client of the vendor's for Azure Resource Manager. Tokens come from `access`, which knows where they may go. */
export function vendorClient<Client extends VendorClient>(
  endpoint: string,
  access: HttpClient,
  { retries, retryDelay }: Patience,
  make: Make<Client>,
): Client {
  const client = make(
    { getToken: async () => null },
    {
      endpoint,
      httpClient: access,
      allowInsecureConnection: true,
      retryOptions: { maxRetries: retries, retryDelayInMs: retryDelay },
    },
  );
  client.pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
  return client;
}
