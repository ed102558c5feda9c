import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { isJsonList, parsed, textAt, valueAt } from "./records.js";
import { Sender } from "./sender.js";

/** The REST API of a Databricks workspace: https://docs.databricks.com/api/azure/workspace/introduction */
export class WorkspaceClient {
  private readonly sender: Sender;

  constructor(
    private readonly endpoint: string,
    access: HttpClient,
    patience: Patience,
  ) {
    this.sender = new Sender(access, patience);
  }

  /** Undefined: the service knows of no such thing. */
  async get(path: string, query: Readonly<Record<string, string>>): Promise<Json | undefined> {
    return this.sent("GET", `${path}?${new URLSearchParams(query)}`);
  }

  /** What a list holds under a name, a page at a time as it is asked for. */
  async *listed(path: string, name: string, query: Readonly<Record<string, string>>): AsyncGenerator<Json> {
    for (let token: string | undefined = ""; token !== undefined; ) {
      const page: Json | undefined = await this.get(path, { ...query, ...(token === "" ? {} : { page_token: token }) });
      const found = valueAt(page, name);
      if (isJsonList(found)) yield* found;
      token = textAt(page, "next_page_token") || undefined;
    }
  }

  /** May be sent more than once. */
  async post(path: string, body: Json): Promise<Json> {
    return (await this.sent("POST", path, body)) ?? {};
  }

  /** May be sent more than once. */
  async patch(path: string, body: Json): Promise<Json> {
    return (await this.sent("PATCH", path, body)) ?? {};
  }

  /** Is sent once: when no answer comes it is not known whether it was done. */
  async postOnce(path: string, body: Json): Promise<Json> {
    return (await this.sent("POST", path, body, (request) => this.sender.sendOnce(request))) ?? {};
  }

  private async sent(
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: Json,
    send = (request: PipelineRequest): Promise<PipelineResponse> => this.sender.send(request),
  ): Promise<Json | undefined> {
    const request = createPipelineRequest({
      url: `${this.endpoint}/api/${path}`,
      method,
      allowInsecureConnection: true,
      headers: createHttpHeaders({ accept: "application/json", "content-type": "application/json" }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await send(request);
    const answer = parsed(response.bodyAsText || "{}");
    if (response.status === 200 && answer !== undefined) return answer;
    const code = textAt(answer, "error_code") ?? "";
    const message = textAt(answer, "message") ?? response.bodyAsText ?? "";
    if (method === "GET" && saysMissing(response.status, code, message)) return undefined;
    throw new RestError(`${path.replace(/\?.*/, "")}: ${response.status} ${code} ${message}`, {
      code,
      statusCode: response.status,
      request,
      response,
    });
  }
}

/** A job that is not there is an invalid parameter: https://github.com/databricks/databricks-sdk-py/pull/591 */
const saysMissing = (status: number, code: string, message: string): boolean =>
  status === 404 || code === "RESOURCE_DOES_NOT_EXIST" || / does not exist\b/.test(message);
