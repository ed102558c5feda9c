import { setTimeout as delay } from "node:timers/promises";
import type { HttpClient, HttpMethods, PipelineResponse } from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { isJsonList, parsed, textAt, valueAt } from "./records.js";
import { Sender } from "./sender.js";
import { refusalOf, type Sent, waitIn, wireRequest } from "./wire.js";

const version = "api-version=2020-12-01";

/**
 * The development endpoint of a Synapse workspace: https://learn.microsoft.com/rest/api/synapse/data-plane. Wire JSON goes and comes
 * as it is: the vendor's client, which never left beta, loses fields that its types do not know.
 */
export class SynapseClient {
  private readonly sender: Sender;

  constructor(
    private readonly endpoint: string,
    access: HttpClient,
    private readonly patience: Patience,
  ) {
    this.sender = new Sender(access, patience);
  }

  /** Everything that a route lists, page by page. */
  async list(route: string): Promise<readonly Json[]> {
    const found: Json[] = [];
    for (let url: string | undefined = `${this.endpoint}/${route}?${version}`; url !== undefined; ) {
      const response: PipelineResponse = await this.send("GET", url);
      const page = parsed(response.bodyAsText ?? "");
      const value = valueAt(page, "value");
      if (response.status !== 200 || !isJsonList(value)) throw refusalOf(response, route);
      found.push(...value);
      url = textAt(page, "nextLink");
    }
    return found;
  }

  /** Undefined: there is no such thing. */
  async get(path: string): Promise<Json | undefined> {
    const response = await this.send("GET", `${this.endpoint}/${path}?${version}`);
    if (response.status === 404) return undefined;
    const body = parsed(response.bodyAsText ?? "");
    if (response.status !== 200 || body === undefined) throw refusalOf(response, path);
    return body;
  }

  /** Asks a question that is a POST and changes nothing. */
  async ask(path: string, sent?: Sent): Promise<Json> {
    const response = await this.send("POST", `${this.endpoint}/${path}?${version}`, sent);
    const body = parsed(response.bodyAsText ?? "");
    if (response.status !== 200 || body === undefined) throw refusalOf(response, path);
    return body;
  }

  /** Asks for a change and waits until it is done. False: what is there is not what `ifMatch` says. */
  async change(method: "PUT" | "DELETE" | "POST", path: string, sent: Sent = {}): Promise<boolean> {
    const response = await this.send(method, `${this.endpoint}/${path}?${version}`, sent);
    if (response.status === 412) return false;
    if (response.status === 202) await this.ended(response, path);
    else if (![200, 201, 204].includes(response.status)) throw refusalOf(response, path);
    return true;
  }

  /** Looks at an operation until it has ended: https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
  private async ended(accepted: PipelineResponse, path: string): Promise<void> {
    const { operation, poll } = this.patience;
    const until = performance.now() + operation;
    const location = accepted.headers.get("location");
    if (location === undefined) throw refusalOf(accepted, path);
    for (let last = accepted; last.status === 202; ) {
      if (performance.now() >= until)
        throw new Error(`${path}: the operation has not ended after ${Math.round(operation / 1000)} seconds`);
      await delay(waitIn(last) ?? poll);
      last = await this.send("GET", location);
      if (last.status !== 202 && hasFailed(last)) throw refusalOf(last, path);
    }
  }

  private send(method: HttpMethods, url: string, sent?: Sent): Promise<PipelineResponse> {
    return this.sender.send(wireRequest(method, url, sent));
  }
}

/** An operation that failed may be answered with 200 and say so in the body. */
const hasFailed = ({ status, bodyAsText }: PipelineResponse): boolean =>
  status >= 300 || textAt(parsed(bodyAsText ?? ""), "status") === "Failed";
