import { checkMaySubscribe, isEventTrigger } from "../arm/trigger-rules.js";
import type { Answer } from "../call.js";
import type { JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { triggers } from "./kinds.js";
import { begun, subscribed } from "./operations.js";
import { jsonAnswer, refuse } from "./refusals.js";
import type { SynapseRequest } from "./request.js";

/** https://learn.microsoft.com/rest/api/synapse/data-plane/trigger/subscribe-trigger-to-events, and back. */
export function subscribe(request: SynapseRequest, trigger: Resource, status: "Enabled" | "Disabled"): Answer {
  if (!isEventTrigger(trigger.properties))
    return refuse(400, "BadRequest", `Trigger '${trigger.name}' is not a trigger of events.`);
  checkProvisioned(request, trigger);
  if (status === "Enabled") maySubscribe(request, trigger.properties);
  subscribed(request.store, trigger.id, status === "Enabled" ? "Provisioning" : "Deprovisioning");
  return begun(request, triggers, trigger, { kind: "subscription", trigger, status });
}

/** https://learn.microsoft.com/rest/api/synapse/data-plane/trigger/get-event-subscription-status */
export const statusOf = (trigger: Resource): Answer =>
  jsonAnswer(200, { triggerName: trigger.name, status: subscriptionOf(trigger) });

/** As of a factory's trigger, whose rules are taken: what a workspace does where nobody has waited is not written. */
export function checkTurn(request: SynapseRequest, trigger: Resource, verb: "start" | "stop"): void {
  if (!isEventTrigger(trigger.properties)) return;
  checkProvisioned(request, trigger);
  const [wanted, done] = verb === "start" ? ["Enabled", "started"] : ["Disabled", "stopped"];
  const status = subscriptionOf(trigger);
  if (status === wanted) return;
  refuse(
    400,
    "BadRequest",
    `Trigger '${trigger.name}' cannot be ${done}: its event subscription is ${status}, not ${wanted}.`,
  );
}

/** Azure asks whoever makes or subscribes one, whatever the workspace's own roles give: https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger#role-based-access-control */
export function maySubscribe({ call, settings }: SynapseRequest, properties: JsonObject): void {
  const { caller } = call;
  const principal = typeof caller === "string" ? undefined : settings.principals.find(({ id }) => id === caller.oid);
  if (principal !== undefined) checkMaySubscribe({ principal }, properties);
}

function checkProvisioned({ settings }: SynapseRequest, { isProvisioningUntil }: Resource): void {
  if (settings.now() < isProvisioningUntil) refuse(400, "BadRequest", "Resource cannot be updated during provisioning");
}

const subscriptionOf = ({ beside }: Resource): string => {
  const status = beside["subscription"];
  return typeof status === "string" ? status : "Disabled";
};
