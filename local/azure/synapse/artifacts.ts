import { checkMatch, unchanged } from "../arm/conditions.js";
import { page } from "../arm/page.js";
import { newEtag, resourcesBelow } from "../arm/resource.js";
import { masked } from "../arm/secrets.js";
import { flawOf } from "../arm/shape.js";
import { isEventTrigger } from "../arm/trigger-rules.js";
import type { Answer } from "../call.js";
import { isObject, type JsonObject, parsed } from "../json.js";
import type { Resource } from "../store.js";
import { type Kind, kinds, triggers } from "./kinds.js";
import { begun, settled, shown } from "./operations.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, type SynapseRequest, workspaces } from "./request.js";
import { maySubscribe } from "./subscriptions.js";

/** List, get, put and delete of every kind of artifact: https://learn.microsoft.com/rest/api/synapse/data-plane/operation-groups */
export const artifactEndpoints: readonly Endpoint[] = kinds.flatMap((kind): readonly Endpoint[] => {
  const one = `${kind.segment}/{name}`;
  const read = `${workspaces}/artifacts/read`;
  return [
    { method: "GET", path: kind.segment, action: read, handle: (request) => list(request, kind) },
    { method: "GET", path: one, action: read, handle: (request) => get(request, kind) },
    {
      method: "PUT",
      path: one,
      action: `${workspaces}/${kind.action}/write`,
      handle: (request) => put(request, kind),
    },
    {
      method: "DELETE",
      path: one,
      action: `${workspaces}/${kind.action}/delete`,
      handle: (request) => remove(request, kind),
    },
  ];
});

function list(request: SynapseRequest, { segment }: Kind): Answer {
  const { store, settings, workspace } = request;
  settled(store, settings);
  return page(request, resourcesBelow(store, `${workspace.id}/${segment}`).map(answered));
}

function get(request: SynapseRequest, kind: Kind): Answer {
  const found = artifactOf(request, kind) ?? missing(request, kind);
  return unchanged(request.call, found) ?? jsonAnswer(200, answered(found), { ETag: `"${found.etag}"` });
}

/** Replaces the whole artifact, or makes it, when the operation ends. */
function put(request: SynapseRequest, kind: Kind): Answer {
  const { call, workspace, name, settings } = request;
  const before = artifactOf(request, kind);
  checkMatch(call, before);
  const properties = propertiesIn(request, kind);
  const isOfEvents = kind === triggers && isEventTrigger(properties);
  if (isOfEvents) maySubscribe(request, properties);
  const resource: Resource = {
    id: before?.id ?? `${workspace.id}/${kind.segment}/${name}`,
    name: before?.name ?? name,
    type: `${workspaces}/${kind.segment}`,
    etag: newEtag(),
    properties:
      kind === triggers ? { ...properties, runtimeState: before?.properties["runtimeState"] ?? "Stopped" } : properties,
    beside: before?.beside ?? {},
    // A trigger of events is taken to be provisioned as a factory's is: after the operation that makes it.
    isProvisioningUntil: settings.now() + (isOfEvents ? 2 : 0) * settings.operationTime,
  };
  return begun(request, kind, resource, { kind: "put", resource });
}

/** What is sent, if it is what the kind asks for. The words: https://github.com/Azure/azure-cli/issues/19912 */
function propertiesIn({ call, name }: SynapseRequest, kind: Kind): JsonObject {
  const incorrect = (why = ""): never =>
    refuse(400, "BadRequest", `Artifact content in the request payload is incorrect.${why === "" ? "" : ` ${why}`}`);
  const body = parsed(call.body.toString("utf8"));
  const properties = isObject(body) ? body["properties"] : undefined;
  if (!isObject(body) || !isObject(properties)) return incorrect();
  if (kind.isTyped && typeof properties["type"] !== "string") return incorrect();
  if (kind.isNamed && typeof body["name"] !== "string") return incorrect("The property 'name' is required.");
  if (kind.name?.test(name) === false || name.length > (kind.longest ?? Number.POSITIVE_INFINITY))
    return incorrect(`'${name}' is no name of ${kind.segment}.`);
  const flaw = flawOf(kind.segment, properties);
  return flaw === undefined ? properties : incorrect(flaw);
}

/** 204: there was nothing to delete (https://learn.microsoft.com/rest/api/synapse/data-plane/notebook/delete-notebook#response). */
function remove(request: SynapseRequest, kind: Kind): Answer {
  const found = artifactOf(request, kind);
  return found === undefined ? { status: 204 } : begun(request, kind, found, { kind: "delete", id: found.id });
}

/** The artifact that the request is about, after what operations have done to it by now; letters' cases do not count. */
export function artifactOf(
  { store, settings, workspace, name }: SynapseRequest,
  { segment }: Kind,
): Resource | undefined {
  settled(store, settings);
  return store.resources.get(`${workspace.id}/${segment}/${name}`.toLowerCase());
}

export const missing = ({ name }: SynapseRequest, { segment }: Kind): never =>
  refuse(404, "NotFound", `${segment}/${name} was not found.`);

/** Secrets are not shown again. */
const answered = (resource: Resource) => shown({ ...resource, properties: masked(resource.properties) });
