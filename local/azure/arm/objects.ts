import type { Answer } from "../call.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { checkMatch, unchanged } from "./conditions.js";
import { type Kind, kinds } from "./kinds.js";
import { settled } from "./operations.js";
import { page } from "./page.js";
import { checkReferences, checkUnreferenced } from "./references.js";
import { notFound, refuse } from "./refusals.js";
import { factoryOf, jsonAnswer, newEtag, objectIn, resourceAt, resourcesBelow } from "./resource.js";
import { type ArmRequest, factory, type Route } from "./route.js";
import { masked } from "./secrets.js";
import { flawOf } from "./shape.js";
import { checkMaySubscribe, checkTriggerChange, checkWindows, isEventTrigger, triggerState } from "./trigger-rules.js";

/** List, get, put and delete of every kind of thing in a factory: https://learn.microsoft.com/rest/api/datafactory/operation-groups */
export const objectRoutes: readonly Route[] = kinds.flatMap((kind): readonly Route[] => {
  const path = `${factory}/${kind.segment}`;
  const action = `Microsoft.DataFactory/factories/${kind.action}`;
  return [
    { method: "GET", path, action: `${action}/read`, handle: (request) => list(request, kind) },
    { method: "GET", path: `${path}/{name}`, action: `${action}/read`, handle: (request) => get(request, kind) },
    { method: "PUT", path: `${path}/{name}`, action: `${action}/write`, handle: (request) => put(request, kind) },
    {
      method: "DELETE",
      path: `${path}/{name}`,
      action: `${action}/delete`,
      handle: (request) => remove(request, kind),
    },
  ];
});

function list(request: ArmRequest, { segment }: Kind): Answer {
  const { id } = factoryOf(request);
  settled(request);
  return page(request, resourcesBelow(request.store, `${id}/${segment}`).map(shown));
}

function get(request: ArmRequest, kind: Kind): Answer {
  const resource = objectOf(request, kind) ?? missing(request, kind);
  return unchanged(request.call, resource) ?? jsonAnswer(200, shown(resource), { ETag: `"${resource.etag}"` });
}

/** Replaces the whole object, or makes it. */
function put(request: ArmRequest, kind: Kind): Answer {
  const { call, store, part, settings } = request;
  const home = factoryOf(request);
  const id = `${home.id}/${kind.segment}/${part("name")}`;
  checkName(part("name"), kind);
  const { properties } = objectIn(call);
  if (!isObject(properties) || (kind.isTyped && typeof properties["type"] !== "string")) {
    return refuse(400, "BadRequest", "The request content was invalid and could not be deserialized.", id);
  }
  const flaw = flawOf(kind.segment, properties);
  if (flaw !== undefined) return refuse(400, "BadRequest", `'${part("name")}' is not valid: ${flaw}`, id);
  const before = objectOf(request, kind);
  checkMatch(call, before);
  if (kind.segment === "triggers") {
    checkTriggerChange(before, settings.now());
    checkWindows(before, properties);
    checkMaySubscribe(request, properties);
  }
  checkReferences(store, home, properties, id);
  const provisioning = kind.segment === "triggers" && isEventTrigger(properties) ? settings.operationTime : 0;
  const resource: Resource = {
    id: before?.id ?? id,
    name: before?.name ?? part("name"),
    type: `Microsoft.DataFactory/factories/${kind.segment}`,
    etag: newEtag(),
    properties: kind.segment === "triggers" ? triggerState(properties, before) : properties,
    beside: before?.beside ?? {},
    isProvisioningUntil: settings.now() + provisioning,
  };
  store.resources.set(resource.id.toLowerCase(), resource);
  return jsonAnswer(200, shown(resource), { ETag: `"${resource.etag}"` });
}

/**
 * 204: there was nothing to delete. `If-Match` is none of its parameters, and keeps nothing from being deleted:
 * https://learn.microsoft.com/rest/api/datafactory/pipelines/delete
 */
function remove(request: ArmRequest, kind: Kind): Answer {
  const { store, settings } = request;
  const home = factoryOf(request);
  const resource = objectOf(request, kind);
  if (resource === undefined) return { status: 204 };
  if (kind.segment === "triggers") checkTriggerChange(resource, settings.now());
  checkUnreferenced(store, home, kind, resource);
  store.resources.delete(resource.id.toLowerCase());
  return { status: 200 };
}

/** The object that the request is about, after what operations have done to it by now. */
export function objectOf(request: ArmRequest, { segment }: Kind): Resource | undefined {
  const { id } = factoryOf(request);
  settled(request);
  return resourceAt(request.store, `${id}/${segment}/${request.part("name")}`);
}

export const missing = ({ part }: ArmRequest, { segment }: Kind): never =>
  notFound("Microsoft.DataFactory/factories", `${part("factory")}/${segment}/${part("name")}`, part("group"));

function checkName(name: string, { name: pattern, shortest, longest, segment }: Kind): void {
  if (pattern.test(name) && name.length >= shortest && name.length <= longest) return;
  refuse(400, "BadRequest", `Invalid resource name '${name}': a name of ${segment} matches ${pattern.source}.`);
}

/** As it was put, with what the service adds; secrets are not shown again. */
const shown = ({ id, name, type, etag, properties }: Resource): JsonObject => ({
  id,
  name,
  type,
  properties: masked(properties),
  etag,
});
