import type { Answer } from "../call.js";
import { isObject, type JsonObject } from "../json.js";
import type { Resource } from "../store.js";
import { authorize } from "./authorize.js";
import { page } from "./page.js";
import { notFound, refuse } from "./refusals.js";
import { jsonAnswer, newEtag, objectIn, resourceAt } from "./resource.js";
import { assignmentType, builtInRoles } from "./roles.js";
import { type ArmRequest, type Route, subscription } from "./route.js";
import { groupIn, isThere } from "./scopes.js";

export const assignmentVersions = ["2022-04-01"];

/** What a role is assigned at: a subscription, a resource group, or a resource of it, which may be in others. */
const scopes: readonly string[] = [
  subscription,
  ...[0, 1, 2, 3].map((depth) => {
    const parts = Array.from({ length: depth }, (_, at) => `{type${at}}/{name${at}}`).join("/");
    return `${subscription}/resourceGroups/{group}${depth === 0 ? "" : `/providers/{provider}/${parts}`}`;
  }),
];

/** https://learn.microsoft.com/rest/api/authorization/role-assignments */
export const roleAssignmentRoutes: readonly Route[] = [
  ...scopes.flatMap((scope): readonly Route[] => {
    const path = `${scope}/providers/${assignmentType}/{assignment}`;
    const of = (verb: string) => ({ path, action: `${assignmentType}/${verb}`, versions: assignmentVersions });
    return [
      { method: "GET", ...of("read"), handle: get },
      { method: "PUT", ...of("write"), handle: put },
      { method: "DELETE", ...of("delete"), handle: remove },
      { method: "GET", ...of("read"), path: `${scope}/providers/${assignmentType}`, handle: list },
    ];
  }),
  ...scopes.map(
    (scope): Route => ({
      method: "GET",
      path: `${scope}/providers/Microsoft.Authorization/roleDefinitions/{role}`,
      action: "Microsoft.Authorization/roleDefinitions/read",
      versions: assignmentVersions,
      handle: definition,
    }),
  ),
];

function get({ store, id, part }: ArmRequest): Answer {
  const found = resourceAt(store, id);
  if (found === undefined)
    return refuse(404, "RoleAssignmentNotFound", `The role assignment '${part("assignment")}' is not found.`);
  const { name, type, properties } = found;
  return jsonAnswer(200, { id: found.id, name, type, properties });
}

/** Those at the scope itself; those above it are told too in the cloud. https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest */
function list(request: ArmRequest): Answer {
  const { call, store } = request;
  if (call.query.get("$filter") !== "atScope()")
    return refuse(501, "NotStoodIn", "Only assignments at a scope itself are listed: $filter=atScope().");
  const scope = call.path.replace(/\/providers\/Microsoft.Authorization\/roleAssignments\/?$/i, "");
  const isThere = ({ type, properties }: Resource): boolean =>
    type === assignmentType && String(properties["scope"]).toLowerCase() === decodeURIComponent(scope).toLowerCase();
  const found = [...store.resources.values()].filter(isThere);
  return page(
    request,
    found.map(({ id, name, type, properties }) => ({ id, name, type, properties })),
  );
}

function put(request: ArmRequest): Answer {
  const { properties } = objectIn(request.call);
  if (!isObject(properties)) return refuse(400, "InvalidCreateRoleAssignmentRequest", "The request has no properties.");
  const isNew = resourceAt(request.store, request.id) === undefined;
  assign(request, request.id, properties);
  return { ...get(request), status: isNew ? 201 : 200 };
}

function remove(request: ArmRequest): Answer {
  const answer = resourceAt(request.store, request.id) === undefined ? { status: 204 } : get(request);
  unassign(request, request.id);
  return answer;
}

/** Whoever asks may take it away. */
export function unassign({ store, principal }: Pick<ArmRequest, "store" | "principal">, id: string): void {
  authorize(principal, `${assignmentType}/delete`, id);
  store.resources.delete(id.toLowerCase());
}

/**
 * Assigns a role, as whoever asks. What is refused and in which words:
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export function assign(
  request: Pick<ArmRequest, "store" | "settings" | "principal">,
  id: string,
  properties: JsonObject,
): void {
  const { store } = request;
  const at = id.toLowerCase().lastIndexOf(`/providers/${assignmentType.toLowerCase()}/`);
  const [scope, name] = [id.slice(0, at), id.slice(id.lastIndexOf("/") + 1)];
  authorize(request.principal, `${assignmentType}/write`, id);
  if (!isThere(request, scope)) notFound(scope.replace(/^.*\/providers\//i, ""), "", groupIn(scope));
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name))
    refuse(400, "InvalidRoleAssignmentId", `The role assignment ID '${name}' is not valid. It must be a GUID.`);
  checkRole(textOf(properties, "roleDefinitionId"));
  checkPrincipal(request, properties);
  const before = resourceAt(store, id);
  const isSame = (one: JsonObject, key: string): boolean =>
    textOf(one, key).toLowerCase() === textOf({ ...properties, scope }, key).toLowerCase();
  if (before !== undefined && !["principalId", "roleDefinitionId"].every((key) => isSame(before.properties, key)))
    refuse(
      400,
      "RoleAssignmentUpdateNotPermitted",
      "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
    );
  const isTaken = [...store.resources.values()].some(
    (one) =>
      one.type === assignmentType &&
      one.id.toLowerCase() !== id.toLowerCase() &&
      ["principalId", "roleDefinitionId", "scope"].every((key) => isSame(one.properties, key)),
  );
  if (isTaken) refuse(409, "RoleAssignmentExists", "The role assignment already exists.");
  store.resources.set(id.toLowerCase(), {
    ...{ id: before?.id ?? id, name, type: assignmentType, etag: newEtag(), beside: {}, isProvisioningUntil: 0 },
    properties: { ...properties, scope },
  });
}

function checkRole(definition: string): void {
  if (builtInRoles.some(({ id }) => definition.toLowerCase().endsWith(`/roledefinitions/${id}`))) return;
  const id = definition.replace(/^.*\//, "").replaceAll("-", "");
  refuse(400, "RoleDefinitionDoesNotExist", `The specified role definition with ID '${id}' does not exist.`);
}

/**
 * A service principal that is new may not be known everywhere yet, so one that is said to be one is not looked up:
 * https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---assigning-a-role-to-a-new-principal-sometimes-fails
 */
function checkPrincipal({ settings }: Pick<ArmRequest, "settings">, properties: JsonObject): void {
  const id = textOf(properties, "principalId");
  const known = settings.principals.flatMap((one) => [one.id, ...(one.groups ?? [])]);
  const isKnown = known.some((one) => one.toLowerCase() === id.toLowerCase());
  if (isKnown || properties["principalType"] === "ServicePrincipal") return;
  const words = "does not exist in the directory. Check that you have the correct principal ID.";
  refuse(400, "PrincipalNotFound", `Principal ${id.replaceAll("-", "")} ${words}`);
}

function textOf(properties: JsonObject, key: string): string {
  const value = properties[key];
  if (typeof value === "string") return value;
  return refuse(400, "InvalidCreateRoleAssignmentRequest", `The role assignment request has no '${key}'.`);
}

function definition({ part, id }: ArmRequest): Answer {
  const role = builtInRoles.find((one) => one.id === part("role").toLowerCase());
  if (role === undefined)
    return refuse(
      404,
      "RoleDefinitionDoesNotExist",
      `The specified role definition with ID '${part("role").replaceAll("-", "")}' does not exist.`,
    );
  const { name: roleName, actions, dataActions } = role;
  const permissions = [{ actions: [...actions], notActions: [], dataActions: [...dataActions], notDataActions: [] }];
  return jsonAnswer(200, {
    ...{ id, name: role.id, type: "Microsoft.Authorization/roleDefinitions" },
    properties: { roleName, type: "BuiltInRole", assignableScopes: ["/"], permissions },
  });
}
