import type { Credential } from "../publish/access.js";

/**
 * Who publishes: the token in SLUICE_TOKEN, or whoever the vendor's chain finds (environment variables, workload identity, managed
 * identity, `az login`, …). https://learn.microsoft.com/azure/developer/javascript/sdk/authentication/credential-chains
 */
export async function azureCredential(token: string | undefined): Promise<Credential> {
  if (token !== undefined && token !== "") return { token: async () => token };
  const { DefaultAzureCredential } = await import("@azure/identity");
  const chain = new DefaultAzureCredential();
  return { token: async (scope) => (await chain.getToken(scope)).token };
}
