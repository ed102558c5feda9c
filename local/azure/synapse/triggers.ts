import type { Answer } from "../call.js";
import type { Resource } from "../store.js";
import { artifactOf, missing } from "./artifacts.js";
import { triggers } from "./kinds.js";
import { begun } from "./operations.js";
import { hasPipeline } from "./references.js";
import { refuse } from "./refusals.js";
import { type Endpoint, type SynapseRequest, workspaces } from "./request.js";
import { checkTurn, statusOf, subscribe } from "./subscriptions.js";

const verb = (
  name: string,
  action: string,
  handle: (request: SynapseRequest, trigger: Resource) => Answer,
): Endpoint => ({
  method: "POST",
  path: `triggers/{name}/${name}`,
  action: `${workspaces}/${action}`,
  handle: (request) => handle(request, artifactOf(request, triggers) ?? missing(request, triggers)),
});

/**
 * https://learn.microsoft.com/rest/api/synapse/data-plane/trigger. Which actions these need stands nowhere: what changes something is
 * taken to need that of writing, and what only tells that of reading.
 */
export const triggerEndpoints: readonly Endpoint[] = [
  verb("start", "triggers/write", (request, trigger) => turned(request, trigger, "start")),
  verb("stop", "triggers/write", (request, trigger) => turned(request, trigger, "stop")),
  verb("subscribeToEvents", "triggers/write", (request, trigger) => subscribe(request, trigger, "Enabled")),
  verb("unsubscribeFromEvents", "triggers/write", (request, trigger) => subscribe(request, trigger, "Disabled")),
  verb("getEventSubscriptionStatus", "artifacts/read", (_, trigger) => statusOf(trigger)),
];

/** As a factory's does, it starts only what would start something. */
function turned(request: SynapseRequest, trigger: Resource, verb: "start" | "stop"): Answer {
  checkTurn(request, trigger, verb);
  if (verb === "start" && !hasPipeline(trigger.properties))
    refuse(400, "BadRequest", `Trigger '${trigger.name}' cannot be started: it has no pipeline.`);
  const runtimeState = verb === "start" ? "Started" : "Stopped";
  return begun(request, triggers, trigger, { kind: "turn", trigger, runtimeState });
}
