import type { HttpClient } from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import type { StackPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import { parsed, textAt } from "./records.js";
import type { RightsRow } from "./rights.js";
import type { RightsKeeper } from "./rights-keeper.js";
import { idsIn, StackClient } from "./stack-client.js";
import { takenIn, takenRow } from "./stack-taken.js";
import {
  type AssignedRole,
  assignedRole,
  lastOf,
  type OwnRole,
  ownRole,
  principalsIn,
  type Roles,
  rolesOf,
} from "./stack-template.js";

/** https://learn.microsoft.com/rest/api/authorization/role-assignments/get-by-id, and of role-definitions */
const authorization = "2022-04-01";
/** https://learn.microsoft.com/azure/templates/microsoft.documentdb/databaseaccounts/sqlroleassignments */
const cosmos = "2026-03-15";

/** Roles of Azure that are deployed as a stack. What is read is what the stack says that it has made, each as it is now. */
export function stackKeeper(place: StackPlace, access: HttpClient, patience: Patience): RightsKeeper {
  const client = new StackClient(place, access, patience);
  return {
    where: `the deployment stack ${place.name} in the resource group ${place.resourceGroup}`,
    opened: (use) =>
      use({
        async differences(wanted) {
          const template = textAt(wanted, "script") ?? "";
          const stack = await client.ended();
          const live = await rolesIn(stack, client);
          const declared = rolesOf(template, place);
          const names = await namesOf([...live.assigned, ...declared.assigned], place, client);
          const taken = await takenIn(lacking(declared.assigned, live.assigned), client);
          return [
            ...taken.map((one) => takenRow(one, names.get(one.wanted.role.toLowerCase()) ?? one.wanted.role)),
            ...rowsOf(declared, live, stack, new Map([...names, ...principalsIn(template)])),
          ];
        },
        async bring(wanted) {
          const template = parsed(textAt(wanted, "script") ?? "");
          if (template === undefined) throw new Error("The template is no JSON");
          await client.deploy(template);
        },
      }),
  };
}

/** What is there of a stack's; others: what no template of ours has, and goes with the next one. */
interface LiveRoles extends Roles {
  readonly others: readonly string[];
}

async function rolesIn(stack: Json | undefined, client: StackClient): Promise<LiveRoles> {
  const found = await Promise.all(
    [...new Map(idsIn(stack).map((id) => [id.toLowerCase(), id])).values()].map(async (id) => ({
      id,
      resource: await client.at(id, /\/providers\/Microsoft\.DocumentDB\//i.test(id) ? cosmos : authorization),
    })),
  );
  const there = found.flatMap(({ id, resource }) => (resource === undefined ? [] : [{ id, resource }]));
  const of = (kind: string) => there.filter(({ id }) => new RegExp(`/${kind}/[^/]+$`, "i").test(id));
  const definitions = of("sqlRoleDefinitions");
  const assigned = [...of("roleAssignments"), ...of("sqlRoleAssignments")].map(({ resource }) => {
    const definition = lastOf(textAt(resource, "properties", "roleDefinitionId") ?? "");
    const own = definitions.find(({ id }) => lastOf(id).toLowerCase() === definition.toLowerCase());
    const role = own === undefined ? definition : ownRole(own.resource).name;
    return assignedRole(resource, role, textAt(resource, "properties", "scope") ?? "");
  });
  const known = [...definitions, ...of("roleAssignments"), ...of("sqlRoleAssignments")];
  return {
    assigned,
    own: definitions.map(({ resource }) => ownRole(resource)),
    others: there.filter((one) => !known.includes(one)).map(({ id }) => id),
  };
}

/** What roles of Azure's are called, by the ids of their definitions. */
async function namesOf(
  roles: readonly AssignedRole[],
  { subscription, resourceGroup }: StackPlace,
  client: StackClient,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(roles.map(({ role }) => role.toLowerCase()))].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const found = await Promise.all(
    ids.map(async (id): Promise<[string, string]> => {
      // Where whoever asks has a role: of the subscription they need none.
      const group = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`;
      const path = `${group}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
      return [id, textAt(await client.at(path, authorization), "properties", "roleName") ?? id];
    }),
  );
  return new Map(found);
}

function rowsOf(
  wanted: Roles,
  live: LiveRoles,
  stack: Json | undefined,
  names: ReadonlyMap<string, string>,
): readonly RightsRow[] {
  const row = (action: RightsRow["action"], one: AssignedRole): RightsRow => {
    const role = names.get(one.role.toLowerCase()) ?? one.role;
    const privilege = one.condition === undefined ? role : `${role} where ${one.condition}`;
    return {
      action,
      grantee: one.who ?? names.get(one.principal.toLowerCase()) ?? one.principal,
      privilege,
      object: shown(one.scope),
    };
  };
  const deny = textAt(stack, "properties", "denySettings", "mode") ?? "none";
  return [
    ...live.others.map((id): RightsRow => ({ ...about(undefined), action: "revoke", privilege: shown(id) })),
    ...lacking(live.assigned, wanted.assigned).map((one) => row("revoke", one)),
    ...ownRows(wanted.own, live.own),
    ...lacking(wanted.assigned, live.assigned).map((one) => row("grant", one)),
    ...(deny === "none" ? [] : [{ ...about(undefined), action: "make" as const, privilege: "no deny settings" }]),
  ];
}

/** Those of `some` that `others` has not. */
const lacking = (some: readonly AssignedRole[], others: readonly AssignedRole[]): readonly AssignedRole[] => {
  const known = new Set(others.map(keyOf));
  return some.filter((one) => !known.has(keyOf(one)));
};

/** Letters' cases count only in names of databases and containers. */
const keyOf = ({ principal, role, scope, condition }: AssignedRole): string => {
  const at = scope.indexOf("/dbs/");
  const [resource, inside] = at < 0 ? [scope, ""] : [scope.slice(0, at), scope.slice(at)];
  return [principal.toLowerCase(), role.toLowerCase(), resource.toLowerCase() + inside, condition ?? ""].join("\n");
};

/** Roles of an account's own: those that are to be made, and what actions one has that it is not to have, or lacks. */
function ownRows(wanted: readonly OwnRole[], live: readonly OwnRole[]): readonly RightsRow[] {
  const named = (roles: readonly OwnRole[], name: string) => roles.find((one) => one.name === name);
  const gone = live.filter(({ name }) => named(wanted, name) === undefined);
  return [
    ...gone.map(({ name }): RightsRow => ({ ...about(name), action: "revoke", privilege: "role" })),
    ...wanted.flatMap(({ name, dataActions }): readonly RightsRow[] => {
      const there = named(live, name)?.dataActions;
      if (there === undefined) return [{ ...about(name), action: "make", privilege: "role" }];
      const row = (action: RightsRow["action"], privilege: string) => ({ ...about(name), action, privilege });
      return [
        ...there.filter((one) => !dataActions.includes(one)).map((one) => row("revoke", one)),
        ...dataActions.filter((one) => !there.includes(one)).map((one) => row("grant", one)),
      ];
    }),
  ];
}

const about = (grantee: string | undefined): Pick<RightsRow, "grantee" | "object"> => ({ grantee, object: undefined });

/** Without its subscription and resource group, which the stack says. */
const shown = (id: string): string => id.replace(/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\//i, "");
