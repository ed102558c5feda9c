import { randomUUID } from "node:crypto";
import type { Answer } from "../call.js";
import type { Settings } from "../settings.js";
import type { Operation, Resource } from "../store.js";
import { refuse } from "./refusals.js";
import { jsonAnswer, newEtag } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";

/** Where an operation's end is asked for; callers take the address from `Location`. */
export const operationRoutes: readonly Route[] = [
  {
    method: "GET",
    path: `${factory}/operationResults/{operation}`,
    action: "Microsoft.DataFactory/factories/operationResults/read",
    handle: result,
  },
];

/** Takes a change in hand and says where to ask for its end: https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations */
export function begun(
  { call, store, settings }: ArmRequest,
  { id: home }: Resource,
  change: Pick<Operation, "resource" | "becomes" | "outcome">,
): Answer {
  const id = randomUUID();
  const endsAt = call.isEndless ? {} : { endsAt: settings.now() + settings.operationTime };
  store.operations.set(id, { id, ...change, ...endsAt });
  return underWay(`${call.origin}${home}/operationResults/${id}?api-version=2018-06-01`, settings);
}

/** `Retry-After` is in whole seconds; operations that take less are asked for at once. */
const underWay = (location: string, { operationTime }: Settings): Answer => ({
  status: 202,
  headers: { Location: location, "Retry-After": String(Math.floor(operationTime / 1000)) },
});

/** Lets every operation that is at its end have its effect. */
export function settled({ store, settings }: ArmRequest): void {
  for (const operation of [...store.operations.values()]) {
    const { becomes, ...ended } = operation;
    if (becomes === undefined || !hasEnded(operation, settings)) continue;
    store.operations.set(operation.id, ended);
    const target = store.resources.get(operation.resource);
    if (target === undefined) continue;
    // Not written anywhere, and the careful reading: what a trigger's state is part of has a new ETag when that changes.
    const { properties = {}, beside = {} } = becomes;
    store.resources.set(operation.resource, {
      ...target,
      etag: newEtag(),
      properties: { ...target.properties, ...properties },
      beside: { ...target.beside, ...beside },
    });
  }
}

export const hasEnded = ({ endsAt }: Operation, { now }: Settings): boolean => endsAt !== undefined && endsAt <= now();

function result(request: ArmRequest): Answer {
  const { call, store, settings, part } = request;
  settled(request);
  const operation = store.operations.get(part("operation"));
  if (operation === undefined) return refuse(404, "OperationNotFound", "The operation was not found.");
  if (!hasEnded(operation, settings)) return underWay(`${call.origin}${call.path}?${call.query}`, settings);
  return operation.outcome === undefined ? { status: 200 } : jsonAnswer(200, operation.outcome);
}
