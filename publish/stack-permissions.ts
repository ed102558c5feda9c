import { type Destination, isStack } from "./destination.js";
import type { RoleDefinition, Task } from "./permissions.js";
import type { Wanted } from "./thing.js";

/** A role that is built into Azure, at the resource groups that roles are deployed to. */
export interface StackRole {
  readonly role: "Azure Deployment Stack Contributor" | "Role Based Access Control Administrator" | "Reader";
  /** Each as `az role assignment create --scope` takes it. */
  readonly scopes: readonly string[];
  /** The vendor's page of the role. */
  readonly page: string;
}

const pages = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles";

/** To deploy roles as stacks: whoever plans reads the stacks and what they have assigned. */
export function stackRoles({ databases }: Destination, wanted: readonly Wanted[], task: Task): readonly StackRole[] {
  const scopes = groupsOf(databases.filter(isStack));
  if (scopes.length === 0) return [];
  if (task === "plan") return [{ role: "Reader", scopes, page: `${pages}/general#reader` }];
  const stacks = { scopes, page: `${pages}/management-and-governance#azure-deployment-stack-contributor` };
  // Roles within an account of Azure Cosmos DB are not of Azure's own kind.
  const assigning = groupsOf(databases.filter(isStack).filter(({ connection }) => !isOfCosmos(connection, wanted)));
  const page = `${pages}/privileged#role-based-access-control-administrator`;
  return [
    { role: "Azure Deployment Stack Contributor", ...stacks },
    ...(assigning.length === 0
      ? []
      : [{ role: "Role Based Access Control Administrator" as const, scopes: assigning, page }]),
  ];
}

/**
 * To make and assign roles of accounts of Azure Cosmos DB; undefined: there are none, or they are only looked at. No built-in role has
 * this and not also the accounts' keys. https://learn.microsoft.com/azure/role-based-access-control/permissions/databases#microsoftdocumentdb
 * @param bare its name, and nothing that it lets do
 */
export function accountRole(
  { project, databases }: Destination,
  wanted: readonly Wanted[],
  task: Task,
  bare: Omit<RoleDefinition, "Description" | "AssignableScopes">,
): RoleDefinition | undefined {
  const scopes = groupsOf(databases.filter(isStack).filter(({ connection }) => isOfCosmos(connection, wanted)));
  if (scopes.length === 0 || task === "plan") return undefined;
  const account = "Microsoft.DocumentDB/databaseAccounts";
  const verbs = ["read", "write", "delete"];
  return {
    ...bare,
    Description: `Makes and assigns roles of accounts of Azure Cosmos DB for principals of ${project}.`,
    Actions: [
      `${account}/read`,
      ...["sqlRoleAssignments", "sqlRoleDefinitions"].flatMap((kind) =>
        verbs.map((verb) => `${account}/${kind}/${verb}`),
      ),
    ],
    AssignableScopes: scopes,
  };
}

const isOfCosmos = (connection: string, wanted: readonly Wanted[]): boolean =>
  wanted.some(
    ({ kind, name, value }) =>
      kind.name === "rights" && name === connection && JSON.stringify(value).includes("/sqlRoleDefinitions"),
  );

const groupsOf = (
  places: readonly { readonly subscription: string; readonly resourceGroup: string }[],
): readonly string[] =>
  [
    ...new Set(
      places.map(({ subscription, resourceGroup }) => `/subscriptions/${subscription}/resourceGroups/${resourceGroup}`),
    ),
  ].sort();
