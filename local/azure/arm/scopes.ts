import { isBelow } from "../principal.js";
import { containerScope } from "../settings.js";
import type { ArmRequest } from "./route.js";

/** Whether a resource, a resource group or a subscription is there; groups and subscriptions are where something is in them. */
export function isThere({ store, settings }: Pick<ArmRequest, "store" | "settings">, id: string): boolean {
  const known = [
    ...store.resources.keys(),
    ...Object.values(settings.accounts),
    ...[...store.containers.values()].map(({ account, name }) => containerScope(settings, account, name)),
  ];
  const isHome = /^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?$/i.test(id);
  return known.some((one) => (isHome ? isBelow(one, id) : one.toLowerCase() === id.toLowerCase()));
}

/** The name of the resource group of an id, as it is spelled there. */
export const groupIn = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? "";
