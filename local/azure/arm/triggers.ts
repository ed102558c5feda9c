import type { Answer } from "../call.js";
import type { Resource } from "../store.js";
import { triggers } from "./kinds.js";
import { missing, objectOf } from "./objects.js";
import { begun } from "./operations.js";
import { checkReferences, referencesIn } from "./references.js";
import { refuse } from "./refusals.js";
import { factoryOf, jsonAnswer } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";
import { checkProvisioned, isEventTrigger } from "./trigger-rules.js";

const path = `${factory}/triggers/{name}`;
const action = "Microsoft.DataFactory/factories/triggers";

/** https://learn.microsoft.com/rest/api/datafactory/triggers */
export const triggerRoutes: readonly Route[] = [
  { method: "POST", path: `${path}/start`, action: `${action}/start/action`, handle: start },
  { method: "POST", path: `${path}/stop`, action: `${action}/stop/action`, handle: stop },
  {
    method: "POST",
    path: `${path}/subscribeToEvents`,
    action: `${action}/subscribetoevents/action`,
    handle: (request) => subscribed(request, "Enabled"),
  },
  {
    method: "POST",
    path: `${path}/unsubscribeFromEvents`,
    action: `${action}/unsubscribefromevents/action`,
    handle: (request) => subscribed(request, "Disabled"),
  },
  {
    method: "POST",
    path: `${path}/getEventSubscriptionStatus`,
    action: `${action}/geteventsubscriptionstatus/action`,
    handle: (request) => jsonAnswer(200, subscriptionOf(triggerOf(request))),
  },
];

/** What it would start must be there. */
function start(request: ArmRequest): Answer {
  const home = factoryOf(request);
  const trigger = triggerOf(request);
  checkProvisioned(trigger, request.settings.now());
  checkReferences(request.store, home, trigger.properties, trigger.id);
  if (!referencesIn(trigger.properties).some(({ kind }) => kind.segment === "pipelines")) {
    // That it is refused is known from the portal; the words are ours.
    refuse(400, "BadRequest", `Trigger '${trigger.name}' cannot be started: it has no pipeline.`, trigger.id);
  }
  const beside = isEventTrigger(trigger.properties) ? { beside: { subscription: "Enabled" } } : {};
  return begun(request, home, {
    resource: trigger.id.toLowerCase(),
    becomes: { properties: { runtimeState: "Started" }, ...beside },
  });
}

function stop(request: ArmRequest): Answer {
  const trigger = triggerOf(request);
  checkProvisioned(trigger, request.settings.now());
  const beside = isEventTrigger(trigger.properties) ? { beside: { subscription: "Disabled" } } : {};
  return begun(request, factoryOf(request), {
    resource: trigger.id.toLowerCase(),
    becomes: { properties: { runtimeState: "Stopped" }, ...beside },
  });
}

/** An event trigger's subscription to the events: https://learn.microsoft.com/rest/api/datafactory/triggers/subscribe-to-events */
function subscribed(request: ArmRequest, status: "Enabled" | "Disabled"): Answer {
  const trigger = triggerOf(request);
  if (!isEventTrigger(trigger.properties)) {
    return refuse(400, "BadRequest", `Trigger '${trigger.name}' is not a trigger of events.`, trigger.id);
  }
  return begun(request, factoryOf(request), {
    resource: trigger.id.toLowerCase(),
    becomes: { beside: { subscription: status } },
    outcome: { triggerName: trigger.name, status },
  });
}

const subscriptionOf = ({ name, beside }: Resource) => ({
  triggerName: name,
  status: beside["subscription"] ?? "Disabled",
});

const triggerOf = (request: ArmRequest): Resource => objectOf(request, triggers) ?? missing(request, triggers);
