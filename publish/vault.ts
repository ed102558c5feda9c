import type { HttpClient } from "@azure/core-rest-pipeline";
import type { Patience } from "./patience.js";
import { parsed, textAt } from "./records.js";
import { Sender } from "./sender.js";
import { refusalOf, wireRequest } from "./wire.js";

/** Reads secrets of one Key Vault. https://learn.microsoft.com/rest/api/keyvault/secrets/get-secret/get-secret */
export class Vault {
  private readonly sender: Sender;

  /** @param endpoint `https://shop-prod.vault.azure.net` */
  constructor(
    private readonly endpoint: string,
    access: HttpClient,
    patience: Patience,
  ) {
    this.sender = new Sender(access, patience);
  }

  /** The latest version of a secret. Rejects where there is none, or it may not be read. */
  async secret(name: string): Promise<string> {
    const request = wireRequest("GET", `${this.endpoint}/secrets/${encodeURIComponent(name)}?api-version=7.4`);
    const response = await this.sender.send(request);
    const value = response.status === 200 ? textAt(parsed(response.bodyAsText ?? ""), "value") : undefined;
    // What it answers may hold the secret: only of a refusal it is told.
    if (value !== undefined) return value;
    if (response.status === 200) throw new Error(`the secret ${name} has no text`);
    throw refusalOf(response, `the secret ${name}`);
  }
}
