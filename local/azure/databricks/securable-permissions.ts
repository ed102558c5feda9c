import type { Answer } from "../call.js";
import { type JsonObject, objectsIn } from "../json.js";
import type { Securable, Store } from "../store.js";
import { apart, applicableTo } from "./privileges.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, isTrue, type WorkspaceRequest } from "./request.js";
import { checkAllowed, isAllowed, keyOf, neededToManage, securableAt } from "./securables.js";

const path = "unity-catalog/permissions/{securable_type}/{full_name}";
const versions = ["2.1"];

/** Who holds what directly on something of Unity Catalog. https://docs.databricks.com/api/uc-grants/v1 */
export const permissionEndpoints: readonly Endpoint[] = [
  { method: "GET", path, versions, handle: get },
  { method: "PATCH", path, versions, handle: update },
];

/**
 * https://docs.databricks.com/api/uc-grants/v1/get-permissions: a page may be empty and not be the last, and here the first one is. Who may
 * not manage it is shown his own rights: that page does not say what else would be done.
 */
function get(request: WorkspaceRequest): Answer {
  const { given, principal } = request;
  const securable = securableIn(request);
  const limit = Number(given["max_results"] ?? 0);
  if (!Number.isInteger(limit) || limit < 0 || (limit > 0 && limit < 150))
    refuse("INVALID_PARAMETER_VALUE", `max_results ${String(given["max_results"])} is neither 0 nor 150 or more.`);
  const isShownAll = neededToManage(securable).every(([on, right]) => isAllowed(request, on, right));
  const all = assignmentsOf(securable).filter(
    ({ principal: who }) => isShownAll || who === principal.client.toLowerCase(),
  );
  if (given["max_results"] === undefined) return jsonAnswer(200, listOf(all));
  const page = Number(given["page_token"] ?? 0);
  const shown = page === 0 ? [] : all.slice(pageLength * (page - 1), pageLength * page);
  const isLast = pageLength * page >= all.length;
  return jsonAnswer(200, { ...listOf(shown), ...(isLast ? {} : { next_page_token: String(page + 1) }) });
}

/** That of the service is its own. */
const pageLength = 2;

/**
 * All of it or nothing. https://docs.databricks.com/api/uc-grants/v1/update-permissions
 * What is added goes first here, so that what goes with ALL PRIVILEGES goes even if it is added by the same request: the page does not say.
 */
function update(request: WorkspaceRequest): Answer {
  const { given, store } = request;
  const before = securableIn(request);
  for (const [on, right] of neededToManage(before)) checkAllowed(request, on, right);
  const after = objectsIn(given["changes"]).reduce((one, change) => changed(one, change, store), before);
  store.securables.set(keyOf(after.type, after.fullName), after);
  return jsonAnswer(200, isTrue(given["omit_permissions_in_response"]) ? {} : listOf(assignmentsOf(after)));
}

function changed(securable: Securable, change: JsonObject, { identities }: Store): Securable {
  const name = String(change["principal"] ?? "");
  const who = name.toLowerCase();
  if (!identities.has(who)) refuse("PRINCIPAL_DOES_NOT_EXIST", `Could not find principal with name ${name}`);
  const [add, remove] = [rightsIn(change["add"]), rightsIn(change["remove"])];
  for (const one of [...add, ...remove]) checkApplicable(securable, one);
  // https://github.com/databricks/terraform-provider-databricks/issues/3566
  if (add.some((one) => remove.includes(one)))
    refuse("INVALID_PARAMETER_VALUE", "Duplicate privileges to add and delete.");
  const added = [...new Set([...(securable.held[who] ?? []), ...add])];
  // https://learn.microsoft.com/azure/databricks/sql/language-manual/security-revoke
  const goesAlong = (one: string): boolean => remove.includes("ALL_PRIVILEGES") && !apart.includes(one);
  const rights = added.filter((one) => !remove.includes(one) && !goesAlong(one));
  const { [who]: _, ...others } = securable.held;
  return { ...securable, held: rights.length === 0 ? others : { ...others, [who]: rights } };
}

/** https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/access-control/privileges-reference */
function checkApplicable(securable: Securable, privilege: string): void {
  if (applicableTo(securable).includes(privilege)) return;
  refuse("INVALID_PARAMETER_VALUE", `Privilege ${privilege} is not applicable to this entity [${securable.fullName}].`);
}

const rightsIn = (value: JsonObject[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

const assignmentsOf = ({ held }: Securable): readonly Assignment[] =>
  Object.entries(held).map(([principal, privileges]) => ({ principal, privileges }));

interface Assignment {
  readonly principal: string;
  readonly privileges: readonly string[];
}

const listOf = (all: readonly Assignment[]): JsonObject =>
  all.length === 0 ? {} : { privilege_assignments: all.map((one) => ({ ...one })) };

const types: readonly Securable["type"][] = ["catalog", "schema", "table", "volume"];

/** https://docs.databricks.com/api/uc-grants/v1/get-permissions; the words are ours. */
function securableIn(request: WorkspaceRequest): Securable {
  const word = String(request.given["securable_type"]);
  const type = types.find((one) => one === word.toLowerCase());
  if (type === undefined) return refuse("INVALID_PARAMETER_VALUE", `'${word}' is no type of a securable.`);
  return securableAt(request, type);
}
