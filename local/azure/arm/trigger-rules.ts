import { isObject, type JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { authorize } from "./authorize.js";
import { refuse } from "./refusals.js";
import type { ArmRequest } from "./route.js";

/** What is started can be neither put nor deleted: https://learn.microsoft.com/azure/data-factory/continuous-integration-delivery-sample-script, in words https://github.com/Azure-Player/azure.datafactory.tools/issues/350 */
export function checkTriggerChange(before: Resource | undefined, now: number): void {
  if (before === undefined) return;
  checkProvisioned(before, now);
  if (before.properties["runtimeState"] !== "Started") return;
  refuse(400, "TriggerEnabledCannotUpdate", "Cannot update enabled Trigger; the trigger needs to be disabled first. ");
}

/** While a new event trigger gets its subscription: https://github.com/Azure/Azure-DataFactory/issues/612 */
export function checkProvisioned({ isProvisioningUntil }: Resource, now: number): void {
  if (now < isProvisioningUntil) refuse(400, "BadRequest", "Resource cannot be updated during provisioning");
}

/**
 * The vendor's script waits for these before it starts and stops a trigger of events; that the service refuses where nobody has waited
 * is not written, and is the careful reading.
 * https://learn.microsoft.com/azure/data-factory/continuous-integration-delivery-sample-script
 */
export function checkSubscription({ name, properties, beside, id }: Resource, wanted: string, verb: string): void {
  const status = beside["subscription"] ?? "Disabled";
  if (!isEventTrigger(properties) || status === wanted) return;
  refuse(
    400,
    "BadRequest",
    `Trigger '${name}' cannot be ${verb}: its event subscription is ${status}, not ${wanted}.`,
    id,
  );
}

/** Whoever makes or subscribes a trigger of events: https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger#role-based-access-control */
export function checkMaySubscribe({ principal }: Pick<ArmRequest, "principal">, properties: JsonObject): void {
  const { scope } = isObject(properties["typeProperties"]) ? properties["typeProperties"] : {};
  if (!isEventTrigger(properties) || typeof scope !== "string") return;
  authorize(principal, "Microsoft.EventGrid/eventSubscriptions/write", scope);
}

/** Refuses what `windowsChange` finds. */
export function checkWindows(before: Resource | undefined, properties: JsonObject): void {
  const message = windowsChange(before, properties);
  if (message !== undefined) refuse(400, "BadRequest", message, before?.id);
}

/**
 * What of a trigger of windows would change and cannot; undefined: nothing. Windows are cut once. That their start is part of it is
 * inferred: they are counted from it.
 * https://learn.microsoft.com/azure/data-factory/how-to-create-tumbling-window-trigger#existing-triggerresource-elements
 */
export function windowsChange(before: Resource | undefined, now: JsonObject): string | undefined {
  const old = before?.properties ?? {};
  const isSameType = old["type"] === now["type"];
  if (old["type"] !== "TumblingWindowTrigger" && (before === undefined || isSameType)) return undefined;
  const changed = ["frequency", "interval", "startTime"].find((name) => !isSameIn(old, now, name));
  if (isSameType && changed === undefined) return undefined;
  return `The property '${isSameType ? changed : "type"}' of trigger '${before?.name}' cannot be updated.`;
}

const isSameIn = (one: JsonObject, other: JsonObject, name: string): boolean =>
  JSON.stringify(Object(one["typeProperties"])[name]) === JSON.stringify(Object(other["typeProperties"])[name]);

export const isEventTrigger = ({ type }: JsonObject): boolean =>
  type === "BlobEventsTrigger" || type === "CustomEventsTrigger";

/** `runtimeState` is read-only (https://learn.microsoft.com/rest/api/datafactory/triggers/create-or-update#triggerruntimestate): what is put of it is ignored. */
export const triggerState = (properties: JsonObject, before: Resource | undefined): JsonObject => ({
  ...properties,
  runtimeState: before?.properties["runtimeState"] ?? "Stopped",
});
