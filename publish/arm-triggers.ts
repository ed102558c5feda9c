import type { DataFactoryManagementClient } from "@azure/arm-datafactory";
import type { FactoryPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import type { TriggerCalls } from "./triggers.js";

/** https://learn.microsoft.com/rest/api/datafactory/triggers */
export function armTriggers(
  { triggers }: Pick<DataFactoryManagementClient, "triggers">,
  { resourceGroup, name: factory }: FactoryPlace,
  { poll, operation }: Patience,
): TriggerCalls {
  const at = (name: string) => {
    const options = { updateIntervalInMs: poll, abortSignal: AbortSignal.timeout(operation) };
    return [resourceGroup, factory, name, options] as const;
  };
  return {
    start: (name) => triggers.beginStartAndWait(...at(name)),
    stop: (name) => triggers.beginStopAndWait(...at(name)),
    subscribe: (name) => triggers.beginSubscribeToEventsAndWait(...at(name)),
    unsubscribe: (name) => triggers.beginUnsubscribeFromEventsAndWait(...at(name)),
    status: async (name) => (await triggers.getEventSubscriptionStatus(resourceGroup, factory, name)).status,
  };
}
