import { isIPv4 } from "node:net";
import { createDefaultHttpClient, type HttpClient } from "@azure/core-rest-pipeline";

/** Who the publisher is. */
export interface Credential {
  /** A bearer token for a scope: `https://management.azure.com/.default`. */
  token(scope: string): Promise<string>;
}

/**
 * Signs requests to one place, and to no other: a token goes nowhere else (a link to a next page may lead anywhere), and never over
 * an open wire but inside this machine.
 */
export class Access {
  private readonly origin: string;

  constructor(
    endpoint: string,
    private readonly scope: string,
    private readonly credential: Credential,
  ) {
    if (!mayTakeTokens(endpoint)) throw new Error(`${endpoint} is not reached by https`);
    this.origin = new URL(endpoint).origin;
  }

  /** The header `authorization` of a request. */
  async headerFor(url: string): Promise<string> {
    if (new URL(url).origin !== this.origin) throw new Error(`${this.origin} leads to ${url}, where no token is sent`);
    return `Bearer ${await this.credential.token(this.scope)}`;
  }

  /** Sends requests, each with its header. */
  client(): HttpClient {
    const plain = createDefaultHttpClient();
    return {
      sendRequest: async (request) => {
        request.headers.set("authorization", await this.headerFor(request.url));
        return plain.sendRequest(request);
      },
    };
  }
}

/** By https, or by http inside this machine. */
export function mayTakeTokens(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

/** A name that only begins like an address (`127.example.org`) may lead anywhere. */
const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || (isIPv4(host) && host.startsWith("127."));
