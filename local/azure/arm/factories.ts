import type { Json } from "../../../compiler/emit/json.js";
import type { Answer } from "../call.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { checkMatch, unchanged } from "./conditions.js";
import { checkGlobalParameters } from "./global-parameters.js";
import { page } from "./page.js";
import { refuse } from "./refusals.js";
import { factoryOf, jsonAnswer, newEtag, objectIn, resourceAt, resourcesBelow } from "./resource.js";
import { type ArmRequest, factories, factory, provider, type Route, subscription } from "./route.js";

const action = "Microsoft.DataFactory/factories";

/** https://learn.microsoft.com/rest/api/datafactory/factories */
export const factoryRoutes: readonly Route[] = [
  { method: "GET", path: `${subscription}/${provider}/factories`, action: `${action}/read`, handle: listAll },
  { method: "GET", path: factories, action: `${action}/read`, handle: list },
  { method: "GET", path: factory, action: `${action}/read`, handle: get },
  { method: "PUT", path: factory, action: `${action}/write`, handle: put },
  { method: "PATCH", path: factory, action: `${action}/write`, handle: patch },
  { method: "DELETE", path: factory, action: `${action}/delete`, handle: remove },
];

function listAll(request: ArmRequest): Answer {
  const prefix = `/subscriptions/${request.part("subscription")}/`.toLowerCase();
  const all = [...request.store.resources].filter(([id, { type }]) => id.startsWith(prefix) && type === action);
  return page(
    request,
    all.map(([, resource]) => shown(resource)),
  );
}

function list(request: ArmRequest): Answer {
  return page(request, resourcesBelow(request.store, request.call.path.replace(/\/$/, "")).map(shown));
}

function get(request: ArmRequest): Answer {
  const resource = factoryOf(request);
  return unchanged(request.call, resource) ?? jsonAnswer(200, shown(resource), { ETag: `"${resource.etag}"` });
}

/** Replaces the whole factory, its global parameters with it; what is in it stays. */
function put({ call, store, settings, part, id }: ArmRequest): Answer {
  const { properties = {}, location, ...beside } = objectIn(call);
  const before = resourceAt(store, id);
  checkMatch(call, before);
  if (!isObject(properties)) return refuse(400, "InvalidRequestContent", "The request content was invalid.");
  if (typeof location !== "string") {
    // https://github.com/Azure/azure-resource-manager-rpc/blob/master/v1.0/resource-api-reference.md#put-resource
    return refuse(400, "LocationRequired", "The location property is required for this definition.");
  }
  checkName(part("factory"), id);
  if (isObject(properties["globalParameters"])) checkGlobalParameters(properties["globalParameters"]);
  if (before !== undefined && before.beside["location"] !== location) {
    // https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
    return refuse(
      409,
      "InvalidResourceLocation",
      `The resource '${part("factory")}' already exists in location '${String(before.beside["location"])}'. A resource with the same name cannot be created in location '${location}'.`,
    );
  }
  return kept({
    store,
    resource: {
      id: before?.id ?? id,
      name: before?.name ?? part("factory"),
      type: action,
      etag: newEtag(),
      properties: {
        ...properties,
        provisioningState: "Succeeded",
        createTime: before?.properties["createTime"] ?? new Date(settings.now()).toISOString(),
        version: "2018-06-01",
      },
      beside: { location, ...beside },
      isProvisioningUntil: 0,
    },
  });
}

/** Only tags, identity and access from the internet: https://learn.microsoft.com/rest/api/datafactory/factories/update#request-body */
function patch(request: ArmRequest): Answer {
  const before = factoryOf(request);
  const { tags, identity, properties } = objectIn(request.call);
  const access = isObject(properties) ? properties["publicNetworkAccess"] : undefined;
  const resource: Resource = {
    ...before,
    etag: newEtag(),
    beside: { ...before.beside, ...given({ tags, identity }) },
    properties: { ...before.properties, ...given({ publicNetworkAccess: access }) },
  };
  return kept({ store: request.store, resource });
}

/** With everything in it. */
function remove({ store, id }: ArmRequest): Answer {
  const resource = resourceAt(store, id);
  if (resource === undefined) return { status: 204 };
  const prefix = `${resource.id.toLowerCase()}/`;
  store.resources.delete(resource.id.toLowerCase());
  for (const other of [...store.resources.keys()]) if (other.startsWith(prefix)) store.resources.delete(other);
  return { status: 200 };
}

function kept({ store, resource }: { readonly resource: Resource } & Pick<ArmRequest, "store">): Answer {
  store.resources.set(resource.id.toLowerCase(), resource);
  return jsonAnswer(200, shown(resource), { ETag: `"${resource.etag}"` });
}

const given = (values: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** https://learn.microsoft.com/azure/data-factory/naming-rules */
function checkName(name: string, target: string): void {
  if (/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(name) && name.length >= 3 && name.length <= 63) return;
  refuse(400, "InvalidResourceName", `Resource name '${name}' is invalid.`, target);
}

/** A factory's ETag is called `eTag`: https://learn.microsoft.com/rest/api/datafactory/factories/get#factory */
const shown = ({ id, name, type, etag, properties, beside }: Resource): JsonObject => ({
  name,
  id,
  type,
  properties,
  eTag: etag,
  ...beside,
});
