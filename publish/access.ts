import { isIPv4 } from "node:net";
import { createDefaultHttpClient, type HttpClient, isRestError, type PipelineRequest } from "@azure/core-rest-pipeline";

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
    const unanswered = new WeakSet<PipelineRequest>();
    return {
      sendRequest: async (request) => {
        request.headers.set("authorization", await this.headerFor(request.url));
        try {
          const response = await plain.sendRequest(request);
          if (unanswered.has(request)) response.headers.set(askedAgain, "true");
          if (response.status >= 500 || response.status === 408) unanswered.add(request);
          return response;
        } catch (error) {
          unanswered.add(request);
          throw error;
        }
      },
    };
  }
}

/** Set here on the answer to a request that was sent before: whether that was done was not said. */
const askedAgain = "sluice-asked-again";

/** The service said no to a change, so that it has not made it: not where the same was asked before, and may have been done. */
export const isRefused = (error: unknown): boolean =>
  isRestError(error) &&
  error.statusCode !== undefined &&
  error.statusCode >= 400 &&
  error.statusCode < 500 &&
  ![408, 429].includes(error.statusCode) &&
  // What is only looked at says nothing of what was done before it.
  error.request?.method !== "GET" &&
  error.response?.headers.has(askedAgain) !== true;

/** By https, or by http inside this machine. */
export function mayTakeTokens(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

/** A name that only begins like an address (`127.example.org`) may lead anywhere. */
export const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "[::1]" || (isIPv4(host) && host.startsWith("127."));
