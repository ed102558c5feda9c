import { createHash } from "node:crypto";
import type { Json } from "../compiler/emit/json.js";
import type { StackPlace } from "./destination.js";
import { isJsonList, isJsonRecord, parsed, textAt, valueAt } from "./records.js";

/** A role that somebody has at a scope. */
export interface AssignedRole {
  /** The assignment's own, a GUID in small letters. */
  readonly name: string;
  /** The object id. */
  readonly principal: string;
  /** Who that is, where it is told; undefined: only the id is known. */
  readonly who: string | undefined;
  /** A role of Azure's by the id of its definition, one of an account of Azure Cosmos DB by its name. */
  readonly role: string;
  readonly scope: string;
  /** Only where this holds; undefined: always. https://learn.microsoft.com/azure/role-based-access-control/conditions-overview */
  readonly condition: string | undefined;
}

/** A role of an account's own. */
export interface OwnRole {
  readonly name: string;
  readonly dataActions: readonly string[];
}

/** What is in a stack: what its template says, or what Azure has of it. */
export interface Roles {
  readonly assigned: readonly AssignedRole[];
  readonly own: readonly OwnRole[];
}

/** What an emitted template comes to, in its resource group. */
export function rolesOf(body: string, place: Pick<StackPlace, "subscription" | "resourceGroup">): Roles {
  const template = parsed(body);
  const evaluate = evaluator(template, place);
  const all = resourcesIn(template).map((resource) => ({ resource, type: textAt(resource, "type") ?? "" }));
  const own = all
    .filter(({ type }) => type.endsWith("/sqlRoleDefinitions"))
    .map(({ resource }) => ({ id: evaluate(textAt(resource, "name")), ...ownRole(resource) }));
  const assigned = all.flatMap(({ resource, type }): readonly AssignedRole[] => {
    if (!type.endsWith("Assignments")) return [];
    const definition = evaluate(textAt(resource, "properties", "roleDefinitionId"));
    const scope = textAt(resource, "scope") ?? textAt(resource, "properties", "scope");
    // What a role is called within the account is the last part of what its resource is called, and of its id.
    const named = own.find(({ id }) => id.endsWith(`/${lastOf(definition)}`))?.name;
    const name = lastOf(evaluate(textAt(resource, "name")));
    return [assignedRole(resource, named ?? lastOf(definition), evaluate(scope), name)];
  });
  return { assigned, own: own.map(({ name, dataActions }) => ({ name, dataActions })) };
}

/** What principals are called, by their object ids, where assignments have no place for it. */
export const principalsIn = (body: string): ReadonlyMap<string, string> => {
  const named = valueAt(parsed(body), "metadata", "principals");
  const entries = isJsonRecord(named) ? Object.entries(named) : [];
  return new Map(entries.flatMap(([id, who]): [string, string][] => (typeof who === "string" ? [[id, who]] : [])));
};

/** The scopes at which a template assigns anything, as it writes them. */
export const scopesIn = (body: string): readonly string[] => [
  ...new Set(
    resourcesIn(parsed(body))
      .filter((one) => textAt(one, "type")?.endsWith("Assignments"))
      .map((one) => textAt(one, "scope") ?? textAt(one, "properties", "scope") ?? ""),
  ),
];

/** As a template or an answer has it. */
export const ownRole = (resource: Json): OwnRole => ({
  name: textAt(resource, "properties", "roleName") ?? "",
  dataActions: list(valueAt(resource, "properties", "permissions")).flatMap((one) =>
    list(valueAt(one, "dataActions")).filter((action) => typeof action === "string"),
  ),
});

/** As a template or an answer has it. */
export function assignedRole(
  resource: Json,
  role: string,
  scope: string,
  name = textAt(resource, "name") ?? "",
): AssignedRole {
  const who = /^sluice: (.*), by /s.exec(textAt(resource, "properties", "description") ?? "")?.[1];
  const principal = textAt(resource, "properties", "principalId") ?? "";
  return {
    name: name.toLowerCase(),
    principal,
    who,
    role,
    scope,
    condition: textAt(resource, "properties", "condition"),
  };
}

export const lastOf = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

const list = (value: Json | undefined): readonly Json[] => (isJsonList(value) ? value : []);

const resourcesIn = (template: Json | undefined): readonly Json[] => list(valueAt(template, "resources"));

/**
 * Evaluates the expressions that emitted templates have. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
function evaluator(
  template: Json | undefined,
  { subscription, resourceGroup }: Pick<StackPlace, "subscription" | "resourceGroup">,
): (written: string | undefined) => string {
  const variables = valueAt(template, "variables");
  const call = (name: string, given: readonly string[]): string => {
    const [first = "", ...others] = given;
    switch (name) {
      case "concat":
        return given.join("");
      case "guid":
        return guid(given);
      case "variables":
        return evaluate(isJsonRecord(variables) ? textAt(variables, first) : undefined);
      case "resourceId":
        return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/${typed(first, others)}`;
      case "subscriptionResourceId":
        return `/subscriptions/${subscription}/providers/${typed(first, others)}`;
      default:
        throw new Error(`The template calls ${name}, which is not known here`);
    }
  };
  const evaluate = (written: string | undefined): string => {
    if (written === undefined) throw new Error("The template lacks a text");
    return /^\[.*\]$/s.test(written) ? resultOf(written.slice(1, -1), call) : written;
  };
  return evaluate;
}

/** `Microsoft.EventHub/namespaces/plant/eventhubs/readings` */
function typed(type: string, names: readonly string[]): string {
  const [provider = "", ...kinds] = type.split("/");
  return [provider, ...kinds.flatMap((kind, at) => [kind, names[at] ?? ""])].join("/");
}

/** A UUID of version 5 of the texts. https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-string#guid */
function guid(texts: readonly string[]): string {
  const namespace = Buffer.from("11fb06fb712d4ddd98c7e71bbd588830", "hex");
  const made = [...createHash("sha1").update(namespace).update(texts.join("-")).digest().subarray(0, 16)];
  const bytes = made.map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x50 : at === 8 ? (byte & 0x3f) | 0x80 : byte));
  const text = Buffer.from(bytes).toString("hex");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

/** A text or a call of texts and calls. */
function resultOf(expression: string, call: (name: string, given: readonly string[]) => string): string {
  const tokens = expression.match(/'(?:[^']|'')*'|[A-Za-z]+|[(),]/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? "";
  const value = (): string => {
    const token = next();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (next() !== "(") throw new Error(`The template has an expression that is not known here: ${expression}`);
    const given: string[] = [];
    if (tokens[at] === ")") next();
    else
      do given.push(value());
      while (next() === ",");
    return call(token, given);
  };
  return value();
}
