import { checkMatch } from "../arm/conditions.js";
import { page } from "../arm/page.js";
import { notFound } from "../arm/refusals.js";
import { jsonAnswer, newEtag, objectIn, resourceAt, resourcesBelow } from "../arm/resource.js";
import { type ArmRequest, type Route, subscription } from "../arm/route.js";
import type { Answer } from "../call.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { workspaces as provider } from "./request.js";

const workspaces = `${subscription}/resourceGroups/{group}/providers/${provider}`;
const workspace = `${workspaces}/{workspace}`;

/** https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics#microsoftsynapse */
const segments = [
  { segment: "bigDataPools", action: `${provider}/bigDataPools` },
  { segment: "integrationRuntimes", action: `${provider}/integrationruntimes` },
];

/** What Azure Resource Manager has of workspaces: https://learn.microsoft.com/rest/api/synapse/resource-manager */
export const synapseRoutes: readonly Route[] = versioned([
  { method: "GET", path: workspaces, action: `${provider}/read`, handle: listAll },
  { method: "GET", path: workspace, action: `${provider}/read`, handle: (request) => get(request, homeOf(request)) },
  ...segments.flatMap(({ segment, action }): readonly Route[] => {
    const path = `${workspace}/${segment}`;
    return [
      { method: "GET", path, action: `${action}/read`, handle: (request) => list(request, segment) },
      {
        method: "GET",
        path: `${path}/{name}`,
        action: `${action}/read`,
        handle: (request) => get(request, partOf(request, segment)),
      },
      { method: "PUT", path: `${path}/{name}`, action: `${action}/write`, handle: (request) => put(request, segment) },
      {
        method: "DELETE",
        path: `${path}/{name}`,
        action: `${action}/delete`,
        handle: (request) => remove(request, segment),
      },
    ];
  }),
]);

function versioned(routes: readonly Route[]): readonly Route[] {
  return routes.map((route) => ({ ...route, versions: ["2021-06-01", "2021-06-01-preview"] }));
}

const get = ({ settings }: ArmRequest, resource: Resource): Answer => jsonAnswer(200, shown(resource, settings.now()));

function listAll(request: ArmRequest): Answer {
  const all = resourcesBelow(request.store, request.call.path.replace(/\/$/, ""));
  return page(
    request,
    all.map((one) => shown(one, request.settings.now())),
  );
}

function list(request: ArmRequest, segment: string): Answer {
  const all = resourcesBelow(request.store, `${homeOf(request).id}/${segment}`);
  return page(
    request,
    all.map((one) => shown(one, request.settings.now())),
  );
}

/** A pool is there at once, and of use when it is provisioned. */
function put(request: ArmRequest, segment: string): Answer {
  const { call, store, settings, part } = request;
  const home = homeOf(request);
  const { properties = {}, ...beside } = objectIn(call);
  const id = `${home.id}/${segment}/${part("name")}`;
  const before = resourceAt(store, id);
  checkMatch(call, before);
  const resource: Resource = {
    id: before?.id ?? id,
    name: before?.name ?? part("name"),
    type: `${provider}/${segment}`,
    etag: newEtag(),
    properties: isObject(properties) ? properties : {},
    beside,
    isProvisioningUntil: settings.now() + settings.operationTime,
  };
  store.resources.set(resource.id.toLowerCase(), resource);
  return get(request, resource);
}

function remove(request: ArmRequest, segment: string): Answer {
  const id = `${homeOf(request).id}/${segment}/${request.part("name")}`.toLowerCase();
  return { status: request.store.resources.delete(id) ? 200 : 204 };
}

function homeOf({ store, part }: ArmRequest): Resource {
  const id = `/subscriptions/${part("subscription")}/resourceGroups/${part("group")}/providers/${provider}/${part("workspace")}`;
  return resourceAt(store, id) ?? notFound(provider, part("workspace"), part("group"));
}

function partOf(request: ArmRequest, segment: string): Resource {
  const { store, part } = request;
  const found = resourceAt(store, `${homeOf(request).id}/${segment}/${part("name")}`);
  return found ?? notFound(provider, `${part("workspace")}/${segment}/${part("name")}`, part("group"));
}

/** `provisioningState`: https://learn.microsoft.com/rest/api/synapse/resource-manager/big-data-pools/create-or-update */
const shown = ({ id, name, type, properties, beside, isProvisioningUntil }: Resource, now: number): JsonObject => ({
  id,
  name,
  type,
  properties: { ...properties, provisioningState: isProvisioningUntil > now ? "Provisioning" : "Succeeded" },
  ...beside,
});
