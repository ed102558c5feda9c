import { isObject, type JsonObject } from "../json.js";
import { accountOf, accountRoleTypes, accountRoleVersions } from "./account-roles.js";
import { refuse } from "./refusals.js";
import { assignmentVersions } from "./role-assignments.js";
import { assignmentType } from "./roles.js";
import { evaluated, type Home, invalid, typed } from "./template-values.js";

/** A resource of a template, evaluated. */
export interface Deployed {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly properties: JsonObject;
  /** Ids of those that it waits for. */
  readonly after: readonly string[];
}

/** What may be in a template here, and in which versions. */
const versions: Readonly<Record<string, readonly string[]>> = {
  [assignmentType]: assignmentVersions,
  ...Object.fromEntries(accountRoleTypes.map((type) => [type, accountRoleVersions])),
};

/** The resources of a template, each after those that it waits for. https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export function resourcesOf(template: JsonObject, home: Home): readonly Deployed[] {
  const { $schema, contentVersion, resources } = template;
  if (typeof $schema !== "string" || !/\/deploymentTemplate\.json#?$/i.test($schema))
    invalid("the template has no '$schema' of a deployment to a resource group");
  if (typeof contentVersion !== "string" || !/^\d+\.\d+\.\d+\.\d+$/.test(contentVersion))
    invalid("Required property 'contentVersion' is not a version of four numbers");
  if (!Array.isArray(resources)) return invalid("Required property 'resources' not found in JSON");
  // https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits
  if (resources.length > 800)
    invalid(`The number of template resources limit exceeded. Limit: '800' and actual: '${resources.length}'`);
  const all = resources.map((one) =>
    isObject(one) ? resourceOf(one, template, home) : invalid("a resource is no object"),
  );
  const ids = new Set(all.map(({ id }) => id.toLowerCase()));
  if (ids.size < all.length) invalid("a resource is defined multiple times in the template");
  return inOrder(all, ids);
}

function resourceOf(written: JsonObject, template: JsonObject, home: Home): Deployed {
  const { type, apiVersion, properties, dependsOn = [] } = written;
  if (typeof type !== "string" || versions[type]?.includes(String(apiVersion)) !== true)
    return refuse(
      400,
      "NoRegisteredProviderFound",
      `No registered resource provider found for type '${String(type)}' and API version '${String(apiVersion)}'.`,
    );
  const of = (key: string): string | undefined => {
    const value = written[key];
    const found = value === undefined ? undefined : evaluated(value, template, home);
    if (found === undefined || typeof found === "string") return found;
    return invalid(`the property '${key}' of a resource is no text`);
  };
  const [name = invalid(`a resource of type '${type}' has no name`), scope] = [of("name"), of("scope")];
  const above = scope ?? `/subscriptions/${home.subscription}/resourceGroups/${home.group}`;
  const after = evaluated(dependsOn, template, home);
  if (!Array.isArray(after) || !isObject(properties)) return invalid(`a resource of type '${type}' is not whole`);
  const own = evaluated(properties, template, home);
  return {
    ...{ id: `${above}/providers/${typed(type, name.split("/"))}`, type },
    name: name.slice(name.lastIndexOf("/") + 1),
    properties: isObject(own) ? own : {},
    after: after.map((one) => String(one).toLowerCase()),
  };
}

function inOrder(all: readonly Deployed[], ids: ReadonlySet<string>): readonly Deployed[] {
  const stray = all.flatMap(({ after }) => after).find((id) => !ids.has(id));
  if (stray !== undefined) invalid(`The resource '${stray}' is not defined in the template`);
  const done: Deployed[] = [];
  const isDone = (id: string) => done.some((one) => one.id.toLowerCase() === id);
  while (done.length < all.length) {
    const next = all.filter((one) => !done.includes(one) && one.after.every(isDone));
    if (next.length === 0) invalid("Circular dependency detected on resource");
    checkTurns(next);
    done.push(...next);
  }
  return done;
}

/** An account lets one change of its roles be under way: https://github.com/hashicorp/terraform-provider-azurerm/issues/15842 */
function checkTurns(together: readonly Deployed[]): void {
  const accounts = together.filter(({ type }) => accountRoleTypes.includes(type)).map(({ id }) => accountOf(id));
  if (new Set(accounts.map((id) => id.toLowerCase())).size === accounts.length) return;
  refuse(
    409,
    "Conflict",
    "There is already another user operation in progress which requires an exclusive lock on the account.",
  );
}
