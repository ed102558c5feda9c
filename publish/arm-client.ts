import { DataFactoryManagementClient } from "@azure/arm-datafactory";
import {
  bearerTokenAuthenticationPolicyName,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import type { FactoryPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import { parsed, textAt } from "./records.js";

/** The vendor's client. Tokens come from `access`, which knows where they may go. */
export function factoryClient(
  place: FactoryPlace,
  access: HttpClient,
  patience: Patience,
): DataFactoryManagementClient {
  const nobody = { getToken: async () => null };
  const client = new DataFactoryManagementClient(nobody, place.subscription, {
    endpoint: place.endpoint,
    httpClient: access,
    allowInsecureConnection: true,
    retryOptions: { maxRetries: patience.retries, retryDelayInMs: patience.retryDelay },
  });
  client.pipeline.removePolicy({ name: bearerTokenAuthenticationPolicyName });
  return client;
}

/** Sends wire JSON as it is: the client's own types lose fields that they do not know. */
export async function sendWire(
  client: DataFactoryManagementClient,
  method: "GET" | "PUT",
  url: string,
  more: { readonly body?: Json; readonly ifMatch?: string | undefined } = {},
): Promise<PipelineResponse> {
  const request = createPipelineRequest({
    url,
    method,
    allowInsecureConnection: true,
    headers: createHttpHeaders({
      accept: "application/json",
      ...(more.body === undefined ? {} : { "content-type": "application/json" }),
      ...(more.ifMatch === undefined ? {} : { "if-match": more.ifMatch }),
    }),
    ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
  });
  return client.sendRequest(request);
}

/** The service's own words about a request that it refused. */
export function refusalOf(response: PipelineResponse, what: string): Error {
  const text = response.bodyAsText ?? "";
  const answer = parsed(text);
  const code = textAt(answer, "error", "code");
  const message = textAt(answer, "error", "message") ?? text.slice(0, 2000);
  return new RestError(`${what}: ${response.status} ${code ?? ""} ${message}`, {
    statusCode: response.status,
    response,
    request: response.request,
  });
}
