import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
  type PipelineRequest,
  type PipelineResponse,
  RestError,
} from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import { parsed, textAt } from "./records.js";

export interface Sent {
  readonly body?: Json;
  /** What is there must still have this version. */
  readonly ifMatch?: string | undefined;
}

/** A request of wire JSON as it is: the types of the vendor's clients lose fields that they do not know. */
export const wireRequest = (method: HttpMethods, url: string, { body, ifMatch }: Sent = {}): PipelineRequest =>
  createPipelineRequest({
    url,
    method,
    allowInsecureConnection: true,
    headers: createHttpHeaders({
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
    }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

/** Milliseconds that the service asks to wait. */
export function waitIn({ headers }: PipelineResponse): number | undefined {
  const seconds = Number.parseInt(headers.get("retry-after") ?? "", 10);
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}

/** The service's own words about what it refused: mostly under `error`; a workspace says those of notebooks and scripts right in the body. */
export function refusalOf(response: PipelineResponse, what: string): Error {
  const text = response.bodyAsText ?? "";
  const answer = parsed(text);
  const code = textAt(answer, "error", "code") ?? textAt(answer, "code") ?? "";
  const message = textAt(answer, "error", "message") ?? textAt(answer, "message") ?? text.slice(0, 2000);
  return new RestError(`${what}: ${response.status} ${code} ${message}`, {
    statusCode: response.status,
    response,
    request: response.request,
  });
}
