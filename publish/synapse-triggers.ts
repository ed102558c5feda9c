import { textAt } from "./records.js";
import type { SynapseClient } from "./synapse-client.js";
import type { TriggerCalls } from "./triggers.js";

/** https://learn.microsoft.com/rest/api/synapse/data-plane/trigger */
export function synapseTriggers(client: SynapseClient): TriggerCalls {
  const at = (name: string, verb: string): string => `triggers/${encodeURIComponent(name)}/${verb}`;
  const change = (verb: string) => (name: string) => client.change("POST", at(name, verb));
  return {
    start: change("start"),
    stop: change("stop"),
    subscribe: change("subscribeToEvents"),
    unsubscribe: change("unsubscribeFromEvents"),
    status: async (name) => textAt(await client.ask(at(name, "getEventSubscriptionStatus")), "status"),
  };
}
