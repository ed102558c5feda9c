import { randomBytes } from "node:crypto";
import { type HttpServer, type Reply, serve } from "../http/serve.js";
import { eventsOf, type GridEvent } from "./event.js";

/** A custom topic that is up on this machine. */
export interface Topic {
  /** Where events are posted: `http://127.0.0.1:49152/api/events`. */
  readonly endpoint: string;
  readonly key: string;
  readonly stop: () => Promise<void>;
}

/** The answers of https://learn.microsoft.com/azure/event-grid/post-to-custom-topic#response */
const words = { 400: "BadRequest", 401: "Unauthorized", 404: "NotFound", 413: "PayloadTooLarge" } as const;

/**
 * Starts what stands in for a custom topic of Event Grid; `resource`: its id in Azure, by which triggers know it. What it has taken it
 * hands to `onEvents`, before it answers.
 */
export async function startTopic(resource: string, onEvents: (events: readonly GridEvent[]) => void): Promise<Topic> {
  const key = randomBytes(32).toString("base64");
  const server: HttpServer = await serve(({ method, path, query, headers, body }): Reply => {
    if (path !== "/api/events" || method !== "POST") return refusal(404, "There is no such endpoint.");
    if (query.get("api-version") !== "2018-01-01") return refusal(400, "The query has no known 'api-version'.");
    if (headers["aeg-sas-key"] !== key) return refusal(401, "The request's 'aeg-sas-key' is not a key of this topic.");
    const events = eventsOf(body, resource);
    if ("status" in events) return refusal(events.status, events.message);
    onEvents(events);
    return { status: 200 };
  });
  return { endpoint: `${server.address}/api/events`, key, stop: server.stop };
}

function refusal(status: keyof typeof words, message: string): Reply {
  const error = { code: words[status], message };
  return { status, json: { error: { ...error, details: [error] } } };
}
