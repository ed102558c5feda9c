import { randomUUID } from "node:crypto";
import { newEtag } from "../arm/resource.js";
import type { Answer } from "../call.js";
import type { JsonObject } from "../json.js";
import type { Settings } from "../settings.js";
import type { ArtifactChange, ArtifactOperation, Resource, Store } from "../store.js";
import { failureOf } from "./failures.js";
import type { Kind } from "./kinds.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, type SynapseRequest, workspaces } from "./request.js";

/** https://learn.microsoft.com/rest/api/synapse/data-plane/operation-groups */
export const operationEndpoints: readonly Endpoint[] = ["operationResults", "notebookOperationResults"].map(
  (results) => ({
    method: "GET",
    path: `${results}/{name}`,
    // Which action it needs stands nowhere; who may publish may read artifacts.
    action: `${workspaces}/artifacts/read`,
    handle: result,
  }),
);

/**
 * Takes a change in hand: 202 with where to ask for its end, and a note of it as the body. As the vendor recorded it:
 * https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/synapse/synapse-artifacts
 */
export function begun(
  { call, store, settings, workspace }: SynapseRequest,
  { segment, results }: Kind,
  target: Pick<Resource, "id" | "name">,
  change: ArtifactChange,
): Answer {
  const operationId = randomUUID();
  const endsAt = call.isEndless ? {} : { endsAt: settings.now() + settings.operationTime };
  store.artifactOperations.set(operationId, { id: operationId, change, isDone: false, ...endsAt });
  const { id, name } = target;
  const at = new Date(settings.now()).toISOString();
  const state = change.kind === "delete" ? "Deleting" : "Updating";
  const location = `${call.origin}/${workspace.name}/${results}/${operationId}?api-version=2020-12-01`;
  const note = { id, name, type: segment, state, created: at, changed: at, operationId };
  return jsonAnswer(202, note, underWay(location, settings));
}

/** `Retry-After` is in whole seconds; operations that take less are asked for at once. */
const underWay = (location: string, { operationTime }: Settings) => ({
  Location: location,
  "Retry-After": String(Math.floor(operationTime / 1000)),
});

/** Lets every operation that is at its end have its effect, or fail for what is there by then. */
export function settled(store: Store, settings: Settings): void {
  for (const operation of [...store.artifactOperations.values()]) {
    if (operation.isDone || !hasEnded(operation, settings)) continue;
    const failure = failureOf(store, operation.change);
    const change: ArtifactChange = failure === undefined ? operation.change : { kind: "fail", ...failure };
    store.artifactOperations.set(operation.id, { ...operation, change, isDone: true });
    if (change.kind === "put") kept(store, change.resource);
    if (change.kind === "turn") turned(store, change);
    if (change.kind === "delete") store.resources.delete(change.id.toLowerCase());
    if (change.kind === "subscription") subscribed(store, change.trigger.id, change.status);
  }
}

/** What the service keeps of an artifact stays when it is put again. */
function kept(store: Store, resource: Resource): void {
  const { beside } = store.resources.get(resource.id.toLowerCase()) ?? resource;
  store.resources.set(resource.id.toLowerCase(), { ...resource, beside });
}

/** Only the state: what was put meanwhile stays. */
function turned(store: Store, { trigger, runtimeState }: Extract<ArtifactChange, { readonly kind: "turn" }>): void {
  const now = store.resources.get(trigger.id.toLowerCase());
  if (now === undefined) return;
  const properties = { ...now.properties, runtimeState };
  store.resources.set(trigger.id.toLowerCase(), { ...now, etag: newEtag(), properties });
}

/** Notes how far the subscription of a trigger is. */
export function subscribed(store: Store, id: string, subscription: string): void {
  const trigger = store.resources.get(id.toLowerCase());
  if (trigger === undefined) return;
  store.resources.set(id.toLowerCase(), { ...trigger, beside: { ...trigger.beside, subscription } });
}

const hasEnded = ({ endsAt }: ArtifactOperation, { now }: Settings): boolean => endsAt !== undefined && endsAt <= now();

function result({ call, store, settings, name }: SynapseRequest): Answer {
  settled(store, settings);
  const operation = store.artifactOperations.get(name);
  if (operation === undefined) return refuse(404, "NotFound", `The operation '${name}' was not found.`);
  if (!hasEnded(operation, settings)) {
    return jsonAnswer(202, { status: "InProgress" }, underWay(`${call.origin}${call.path}?${call.query}`, settings));
  }
  const { change } = operation;
  switch (change.kind) {
    case "put":
      return jsonAnswer(200, shown(change.resource));
    case "turn":
      return { status: 200 };
    case "delete":
      return { status: 204 };
    case "subscription":
      return jsonAnswer(200, { triggerName: change.trigger.name, status: change.status });
    case "fail":
      // Seen by those who publish: 200, and that it failed stands in the body (https://github.com/Azure-Player/azure.synapse.tools/blob/main/private/Wait-CompleteOperation.ps1).
      return jsonAnswer(200, { status: "Failed", error: { code: change.code, message: change.message } });
  }
}

/** An artifact as it is answered: with the service's ETag in the body. */
export const shown = ({ id, name, type, etag, properties }: Resource): JsonObject => ({
  id,
  name,
  type,
  properties,
  etag,
});
