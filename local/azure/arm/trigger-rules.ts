import type { JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { refuse } from "./refusals.js";

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

export const isEventTrigger = ({ type }: JsonObject): boolean =>
  type === "BlobEventsTrigger" || type === "CustomEventsTrigger";

/** `runtimeState` is read-only (https://learn.microsoft.com/rest/api/datafactory/triggers/create-or-update#triggerruntimestate): what is put of it is ignored. */
export const triggerState = (properties: JsonObject, before: Resource | undefined): JsonObject => ({
  ...properties,
  runtimeState: before?.properties["runtimeState"] ?? "Stopped",
});
