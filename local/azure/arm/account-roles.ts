import type { Answer } from "../call.js";
import { type JsonObject, objectsIn } from "../json.js";
import type { Resource } from "../store.js";
import { authorize } from "./authorize.js";
import { notFound, refuse } from "./refusals.js";
import { jsonAnswer, newEtag, resourceAt } from "./resource.js";
import { type ArmRequest, type Route, subscription } from "./route.js";
import { groupIn } from "./scopes.js";

const accounts = "Microsoft.DocumentDB/databaseAccounts";
const [definitions, assignments] = [`${accounts}/sqlRoleDefinitions`, `${accounts}/sqlRoleAssignments`];

export const accountRoleTypes: readonly string[] = [definitions, assignments];
export const accountRoleVersions = ["2026-03-15"];

/** https://learn.microsoft.com/rest/api/cosmos-db-resource-provider/sql-resources */
export const accountRoleRoutes: readonly Route[] = accountRoleTypes.flatMap((type): readonly Route[] => {
  const kind = type.slice(accounts.length + 1);
  const path = `${subscription}/resourceGroups/{group}/providers/${accounts}/{account}/${kind}/{role}`;
  const of = (verb: string) => ({ path, action: `${type}/${verb}`, versions: accountRoleVersions });
  return [
    { method: "GET", ...of("read"), handle: get },
    { method: "DELETE", ...of("delete"), handle: remove },
  ];
});

function get({ store, id, part }: ArmRequest): Answer {
  const found = resourceAt(store, id) ?? notFound("Microsoft.DocumentDB/databaseAccounts", part("role"), part("group"));
  const { name, type, properties } = found;
  return jsonAnswer(200, { id: found.id, name, type, properties });
}

function remove(request: ArmRequest): Answer {
  if (resourceAt(request.store, request.id) === undefined) return { status: 204 };
  removeAccountRole(request, request.id);
  return { status: 200 };
}

/** One that is assigned stays: https://learn.microsoft.com/azure/cosmos-db/how-to-setup-rbac */
export function removeAccountRole({ store, principal }: Pick<ArmRequest, "store" | "principal">, id: string): void {
  const found = resourceAt(store, id);
  if (found === undefined) return;
  authorize(principal, `${found.type}/delete`, id);
  const isUsed = below(store, accountOf(id), assignments).some(
    ({ properties }) => String(properties["roleDefinitionId"]).toLowerCase() === id.toLowerCase(),
  );
  if (isUsed) refuse(409, "Conflict", `The role definition [${found.name}] is assigned, and cannot be deleted.`);
  store.resources.delete(id.toLowerCase());
}

/** Makes a role of an account, or assigns one. */
export function putAccountRole(
  { store, principal }: Pick<ArmRequest, "store" | "principal">,
  { id, name, type, properties }: Pick<Resource, "id" | "name" | "type" | "properties">,
): void {
  authorize(principal, `${type}/write`, id);
  const account = accountOf(id);
  if (resourceAt(store, account) === undefined) notFound(accounts, account.replace(/^.*\//, ""), groupIn(id));
  if (type === definitions) checkDefinition(account, properties);
  else checkAssignment(below(store, account, definitions), below(store, account, assignments), account, id, properties);
  const kept = { etag: newEtag(), beside: {}, isProvisioningUntil: 0 };
  store.resources.set(id.toLowerCase(), { ...kept, id, name, type, properties });
}

/** https://learn.microsoft.com/azure/templates/microsoft.documentdb/databaseaccounts/sqlroledefinitions */
function checkDefinition(account: string, { roleName, assignableScopes, permissions }: JsonObject): void {
  const actions = objectsIn(permissions).flatMap(({ dataActions }) => (Array.isArray(dataActions) ? dataActions : []));
  const isBelow = Array.isArray(assignableScopes) && assignableScopes.every((one) => isInside(String(one), account));
  if (typeof roleName !== "string" || roleName === "" || !isBelow || assignableScopes.length === 0)
    refuse(400, "BadRequest", "A role has a name, and scopes within its account that it may be assigned at.");
  const stray = actions.find((one) => !String(one).startsWith(`${accounts}/`));
  if (stray !== undefined || actions.length === 0)
    refuse(400, "BadRequest", `The data action [${String(stray)}] is none of an account.`);
}

/** https://learn.microsoft.com/azure/templates/microsoft.documentdb/databaseaccounts/sqlroleassignments */
function checkAssignment(
  roles: readonly Resource[],
  others: readonly Resource[],
  account: string,
  id: string,
  properties: JsonObject,
): void {
  const [role, scope, principal] = ["roleDefinitionId", "scope", "principalId"].map((key) => String(properties[key]));
  if (!roles.some((one) => one.id.toLowerCase() === role?.toLowerCase()))
    refuse(400, "BadRequest", `The provided role definition [${role}] is not there.`);
  if (!isInside(scope ?? "", account)) refuse(400, "BadRequest", `The scope [${scope}] is not within the account.`);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(principal ?? ""))
    refuse(400, "BadRequest", `The principal ID [${principal}] is no GUID.`);
  const isSame = (one: Resource): boolean =>
    ["roleDefinitionId", "scope", "principalId"].every(
      (key) => String(one.properties[key]).toLowerCase() === String(properties[key]).toLowerCase(),
    );
  if (others.some((one) => one.id.toLowerCase() !== id.toLowerCase() && isSame(one)))
    refuse(409, "Conflict", "The role is assigned to this principal at this scope already.");
}

const isInside = (scope: string, account: string): boolean =>
  scope.toLowerCase() === account.toLowerCase() || scope.toLowerCase().startsWith(`${account.toLowerCase()}/dbs/`);

const below = (store: ArmRequest["store"], account: string, type: string): readonly Resource[] =>
  [...store.resources.values()].filter(
    (one) => one.type === type && accountOf(one.id).toLowerCase() === account.toLowerCase(),
  );

/** The id of the account of what is in it. */
export const accountOf = (id: string): string => id.split("/").slice(0, 9).join("/");
