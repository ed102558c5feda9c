import type { Answer } from "../call.js";
import type { Resource } from "../store.js";
import { triggers } from "./kinds.js";
import { missing, objectOf } from "./objects.js";
import { begun } from "./operations.js";
import { checkReferences, referencesIn } from "./references.js";
import { refuse } from "./refusals.js";
import { factoryOf, jsonAnswer } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";
import { checkMaySubscribe, checkProvisioned, checkSubscription, isEventTrigger } from "./trigger-rules.js";

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
    handle: subscribe,
  },
  {
    method: "POST",
    path: `${path}/unsubscribeFromEvents`,
    action: `${action}/unsubscribefromevents/action`,
    handle: unsubscribe,
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
  checkSubscription(trigger, "Enabled", "started");
  return begun(request, home, {
    resource: trigger.id.toLowerCase(),
    becomes: { properties: { runtimeState: "Started" } },
  });
}

function stop(request: ArmRequest): Answer {
  const trigger = triggerOf(request);
  checkProvisioned(trigger, request.settings.now());
  checkSubscription(trigger, "Disabled", "stopped");
  return begun(request, factoryOf(request), {
    resource: trigger.id.toLowerCase(),
    becomes: { properties: { runtimeState: "Stopped" } },
  });
}

/** Asks whether the caller may, as it does when the trigger is made. */
function subscribe(request: ArmRequest): Answer {
  checkMaySubscribe(request, triggerOf(request).properties);
  return subscribed(request, "Provisioning", "Enabled");
}

function unsubscribe(request: ArmRequest): Answer {
  return subscribed(request, "Deprovisioning", "Disabled");
}

/** An event trigger's subscription to the events: https://learn.microsoft.com/rest/api/datafactory/triggers/subscribe-to-events */
function subscribed(request: ArmRequest, meanwhile: string, status: "Enabled" | "Disabled"): Answer {
  const trigger = triggerOf(request);
  if (!isEventTrigger(trigger.properties)) {
    return refuse(400, "BadRequest", `Trigger '${trigger.name}' is not a trigger of events.`, trigger.id);
  }
  checkProvisioned(trigger, request.settings.now());
  request.store.resources.set(trigger.id.toLowerCase(), {
    ...trigger,
    beside: { ...trigger.beside, subscription: meanwhile },
  });
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
