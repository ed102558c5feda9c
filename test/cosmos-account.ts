import { createHash } from "node:crypto";

/** What the data plane does for a client, and the data actions that the vendor says it takes. */
export const operations = {
  "read the container's metadata": ["readMetadata"],
  "read an item by its id": ["readMetadata", "sqlDatabases/containers/items/read"],
  query: ["readMetadata", "sqlDatabases/containers/executeQuery", "sqlDatabases/containers/readChangeFeed"],
  // The vendor says that its own clients need both; whether another does is not said.
  "query by a client of one's own": ["sqlDatabases/containers/executeQuery"],
  "read the change feed": ["readMetadata", "sqlDatabases/containers/readChangeFeed"],
  create: ["readMetadata", "sqlDatabases/containers/items/create"],
  replace: ["readMetadata", "sqlDatabases/containers/items/replace"],
  upsert: ["readMetadata", "sqlDatabases/containers/items/upsert"],
  delete: ["readMetadata", "sqlDatabases/containers/items/delete"],
  "execute a stored procedure": ["readMetadata", "sqlDatabases/containers/executeStoredProcedure"],
  "settle conflicts": ["readMetadata", "sqlDatabases/containers/manageConflicts"],
} as const;

export type Operation = keyof typeof operations;

export const operationNames = Object.keys(operations).filter((one): one is Operation => one in operations);

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly dependsOn?: readonly string[];
  readonly properties: {
    readonly roleName?: string;
    readonly assignableScopes?: readonly string[];
    readonly permissions?: readonly { readonly dataActions: readonly string[] }[];
    readonly roleDefinitionId?: string;
    readonly principalId?: string;
    readonly scope?: string;
  };
}

export interface Template {
  readonly metadata: { readonly deploy: string };
  readonly variables: Readonly<Record<string, string>>;
  readonly resources: readonly Resource[];
}

/** Roles of an account after a template was deployed. */
export interface Account {
  /** Names of role definitions and of assignments. */
  readonly definitions: readonly string[];
  readonly assignments: readonly string[];
  /** Whether somebody may do something with a container, `shop/orders`; `groups` are those that he is a member of. */
  isLet(who: string, operation: Operation, container: string, groups?: readonly string[]): boolean;
}

const place = "/subscriptions/s/resourceGroups/g/providers";

/**
 * What a template makes of an account, by the vendor's rules alone: written from
 * https://learn.microsoft.com/azure/cosmos-db/reference-data-plane-security and
 * https://learn.microsoft.com/azure/cosmos-db/how-to-setup-rbac, and shares nothing with what emits templates.
 * Throws where the service would refuse it.
 */
export function deployed(template: Template): Account {
  const text = (written: string): string => evaluate(written, template.variables);
  const roles = new Map<string, { readonly actions: readonly string[]; readonly scopes: readonly string[] }>();
  const assignments = new Map<string, { readonly role: string; readonly who: string; readonly scope: string }>();
  const roleNames = new Set<string>();
  let before: string | undefined;
  for (const { type, name: written, dependsOn = [], properties: own } of template.resources) {
    const name = text(written);
    const [account = "", guid = ""] = name.split("/");
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid)) throw new Error(`${name} is no GUID of an account`);
    const id = `${place}/Microsoft.DocumentDB/databaseAccounts/${account}/${type.split("/")[2]}/${guid}`;
    if (roles.has(id) || assignments.has(id)) throw new Error(`${name} stands there twice`);
    // One operation at a time: each waits for the one before.
    if (dependsOn.map(text).join() !== (before ?? "")) throw new Error(`${name} does not wait for ${before}`);
    before = id;
    const of = `${place}/Microsoft.DocumentDB/databaseAccounts/${account}`;
    if (own.permissions) {
      if (own.roleName === undefined || roleNames.has(own.roleName)) throw new Error(`${own.roleName} is no new name`);
      roleNames.add(own.roleName);
      const scopes = (own.assignableScopes ?? []).map(text);
      if (!scopes.every((scope) => isWithin(scope, of))) throw new Error(`${name} is of another account`);
      roles.set(id, { actions: own.permissions.flatMap(({ dataActions }) => dataActions), scopes });
    } else {
      const [role, scope, who = ""] = [text(own.roleDefinitionId ?? ""), text(own.scope ?? ""), own.principalId];
      const scopes = roles.get(role)?.scopes;
      if (scopes === undefined) throw new Error(`${role} is not there yet`);
      if (!scopes.some((one) => isWithin(scope, one))) throw new Error(`${scope} is not assignable`);
      if (!/^(\/dbs\/[\w-]+(\/colls\/[\w-]+)?)?$/.test(scope.slice(of.length))) throw new Error(`${scope} is no scope`);
      assignments.set(id, { role, who, scope });
    }
  }
  return {
    definitions: [...roles.keys()],
    assignments: [...assignments.keys()],
    isLet(who, operation, container, groups = []) {
      const [database = "", name = ""] = container.split("/");
      const path = `/dbs/${database}/colls/${name}`;
      return operations[operation].every((action) =>
        [...assignments.values()].some(
          (one) =>
            [who, ...groups].includes(one.who) &&
            isWithin(path, one.scope.slice(one.scope.indexOf("/databaseAccounts/")).replace(/^(\/[^/]+){2}/, "")) &&
            roles.get(one.role)?.actions.some((allowed) => allows(allowed, `${provider}/${action}`)) === true,
        ),
      );
    },
  };
}

const provider = "Microsoft.DocumentDB/databaseAccounts";

const isWithin = (path: string, scope: string): boolean => path === scope || path.startsWith(`${scope}/`);

/** Wildcards stand for what is below a container, or below its items. */
const allows = (allowed: string, action: string): boolean =>
  allowed.endsWith("/*") ? action.startsWith(allowed.slice(0, -1)) : allowed === action;

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions */
function evaluate(written: string, variables: Readonly<Record<string, string>>): string {
  if (!/^\[[^[].*\]$/.test(written)) return written;
  const tokens = written.slice(1, -1).match(/'(?:[^']|'')*'|[A-Za-z]+|[(),]/g) ?? [];
  let at = 0;
  const value = (): string => {
    const token = tokens[at] ?? "";
    at += 1;
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (tokens[at] !== "(") throw new Error(`${written}: ${token} is not called`);
    const given: string[] = [];
    do {
      at += 1;
      given.push(value());
    } while (tokens[at] === ",");
    if (tokens[at] !== ")") throw new Error(`${written} does not end`);
    at += 1;
    return call(token, given);
  };
  const call = (name: string, [first = "", ...others]: readonly string[]): string => {
    if (name === "concat") return [first, ...others].join("");
    if (name === "guid") return guidOf([first, ...others].join("-"));
    if (name === "variables") return evaluate(variables[first] ?? "", variables);
    if (name !== "resourceId") throw new Error(`${name} is not known`);
    const [own = "", ...types] = first.split("/");
    return [place, own, ...types.flatMap((type, index) => [type, others[index] ?? ""])].join("/");
  };
  const found = value();
  if (at !== tokens.length) throw new Error(`${written} goes on`);
  return found;
}

/** As good as the service's own: the same for the same text, and another for another. */
const guidOf = (text: string): string =>
  createHash("sha1")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
