import type { HttpClient, HttpMethods, PipelineRequest } from "@azure/core-rest-pipeline";
import { livyPools, pageSize } from "../compiler/emit/applications.js";
import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { isJsonList, parsed, valueAt } from "./records.js";
import { Sender } from "./sender.js";
import { refusalOf, wireRequest } from "./wire.js";

/** The applications of a workspace's Spark pools: https://learn.microsoft.com/rest/api/synapse/data-plane/spark-batch */
export class SparkBatchClient {
  private readonly sender: Sender;

  constructor(
    private readonly endpoint: string,
    access: HttpClient,
    patience: Patience,
  ) {
    this.sender = new Sender(access, patience);
  }

  /** All that a pool remembers, in no order; of a pool that is not there none. */
  async list(pool: string): Promise<readonly Json[]> {
    const found = new Map<string, Json>();
    for (let from = 0; ; from += pageSize) {
      const query = `?detailed=true&from=${from}&size=${pageSize}`;
      const response = await this.sender.send(this.request("GET", `${routeOf(pool)}${query}`));
      if (response.status === 404) return [];
      const page = parsed(response.bodyAsText ?? "");
      const total = valueAt(page, "total");
      if (response.status !== 200 || typeof total !== "number") throw refusalOf(response, `applications of ${pool}`);
      const sessions = valueAt(page, "sessions");
      const listed = isJsonList(sessions) ? sessions : [];
      // One that begins meanwhile moves others to the next page.
      for (const one of listed) found.set(String(valueAt(one, "id")), one);
      if (listed.length === 0 || from + listed.length >= total) return [...found.values()];
    }
  }

  /** One application; undefined: the pool does not remember it, or is not there. */
  async get(pool: string, id: string): Promise<Json | undefined> {
    const response = await this.sender.send(this.request("GET", `${routeOf(pool)}/${id}?detailed=true`));
    if (response.status === 404) return undefined;
    const found = parsed(response.bodyAsText ?? "");
    if (response.status !== 200 || found === undefined) throw refusalOf(response, `application ${id} of ${pool}`);
    return found;
  }

  /** May be sent more than once; what has ended stays as it is. */
  async cancel(pool: string, id: string): Promise<void> {
    const response = await this.sender.send(this.request("DELETE", `${routeOf(pool)}/${id}`));
    if (response.status !== 200 && response.status !== 404) throw refusalOf(response, `application ${id} of ${pool}`);
  }

  /** Is sent once: when no answer comes it is not known whether it was done. */
  async submit(pool: string, body: Json): Promise<void> {
    const response = await this.sender.sendOnce(this.request("POST", routeOf(pool), body));
    if (response.status !== 200) throw refusalOf(response, `an application of ${pool}`);
  }

  private request(method: HttpMethods, path: string, body?: Json): PipelineRequest {
    return wireRequest(method, `${this.endpoint}/${path}`, body === undefined ? {} : { body });
  }
}

const routeOf = (pool: string): string => `${livyPools}/${encodeURIComponent(pool)}/batches`;
