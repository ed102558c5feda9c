import type { Json } from "../../compiler/emit/json.js";
import type { ContainerGrantIr, CosmosAccessIr, CosmosScopeIr } from "../../compiler/ir/cosmos-access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import { type ArmExpression, armTemplate, evaluated, literal, resourceId, stackCommand } from "./arm-template.js";
import { actionsOf, type CosmosRole, cosmosRoles, rolesAt } from "./cosmos-roles.js";
import { valueIn, whoIs } from "./event-hubs.js";

/** A role or an assignment: a child of the account, whose name is a GUID. */
interface Child {
  readonly type: "sqlRoleDefinitions" | "sqlRoleAssignments";
  readonly guid: ArmExpression;
  readonly properties: Json;
}

/**
 * The roles that principals have on containers of one account in one environment, as a template that is deployed as a stack. All
 * roles stand in it, also those that nobody has: so a stack never has to take away a role that is still assigned, only assignments.
 */
export function cosmosTemplate(
  access: CosmosAccessIr,
  environment: EnvironmentIr,
  project: string,
  path: string,
): string {
  const { name, deployTo } = access;
  const account = valueIn(access.account, environment);
  const deploy = stackCommand({ project, name, environment, path, of: "account", deployTo });
  const description = `Who may do what with containers of ${account}, the connection '${name}' of ${project} in ${environment.name}. Generated from the YAML; edit that.`;
  // The same each time, and no other project's, connection's or environment's, as these may have roles in the same account.
  const guidOf = (role: CosmosRole): string =>
    evaluated({
      arm: `guid(variables('account'), ${["sluice", project, name, environment.name, role].map(literal).join(", ")})`,
    });
  const variables = {
    account: evaluated(resourceId("Microsoft.DocumentDB/databaseAccounts", account)),
    ...Object.fromEntries(cosmosRoles.map((role) => [role, guidOf(role)])),
  };
  const named = `sluice ${project} ${name} ${environment.name}`;
  const children = [
    ...cosmosRoles.map((role) => definition(role, `${named}: ${role}`)),
    ...access.grants.flatMap((grant) => assignments(grant, access.grants, account, environment)),
  ];
  // An assignment has no place for a word about whose it is.
  const principals = Object.fromEntries(
    access.principals.map((one) => [valueIn(one.objectId, environment).toLowerCase(), whoIs(one)]),
  );
  return armTemplate({ description, deploy, principals }, children.map(inTurn(account)), variables);
}

/** https://learn.microsoft.com/azure/templates/microsoft.documentdb/databaseaccounts/sqlroledefinitions */
const definition = (role: CosmosRole, roleName: string): Child => ({
  type: "sqlRoleDefinitions",
  guid: guidVariable(role),
  properties: {
    roleName,
    type: "CustomRole",
    assignableScopes: [evaluated(accountId)],
    permissions: [{ dataActions: actionsOf(role) }],
  },
});

/** https://learn.microsoft.com/azure/templates/microsoft.documentdb/databaseaccounts/sqlroleassignments */
function assignments(
  grant: ContainerGrantIr,
  all: readonly ContainerGrantIr[],
  account: string,
  environment: EnvironmentIr,
): readonly Child[] {
  const scope = scopeOf(grant.scope, environment);
  const principalId = valueIn(grant.principal.objectId, environment).toLowerCase();
  return rolesAt(grant, all, environment.name).map((role) => ({
    type: "sqlRoleAssignments",
    // Another for each principal, role and scope.
    guid: { arm: `guid(${scope.arm}, ${literal(principalId)}, ${guidVariable(role).arm})` },
    properties: {
      roleDefinitionId: evaluated(childId(account, { type: "sqlRoleDefinitions", guid: guidVariable(role) })),
      principalId,
      scope: evaluated(scope),
    },
  }));
}

/**
 * Each waits for the one before: an account lets one change of its roles be under way, and refuses others meanwhile ("another user
 * operation in progress which requires an exclusive lock", https://github.com/hashicorp/terraform-provider-azurerm/issues/15842).
 */
const inTurn =
  (account: string) =>
  (child: Child, at: number, all: readonly Child[]): Json => {
    const before = all[at - 1];
    return {
      type: `Microsoft.DocumentDB/databaseAccounts/${child.type}`,
      apiVersion: "2026-03-15",
      name: evaluated({ arm: `concat(${literal(`${account}/`)}, ${child.guid.arm})` }),
      ...(before === undefined ? {} : { dependsOn: [evaluated(childId(account, before))] }),
      properties: child.properties,
    };
  };

const accountId: ArmExpression = { arm: "variables('account')" };

const guidVariable = (role: CosmosRole): ArmExpression => ({ arm: `variables(${literal(role)})` });

const childId = (account: string, { type, guid }: Pick<Child, "type" | "guid">): ArmExpression => ({
  arm: `resourceId(${literal(`Microsoft.DocumentDB/databaseAccounts/${type}`)}, ${literal(account)}, ${guid.arm})`,
});

/** The account, a database or a container. https://learn.microsoft.com/azure/cosmos-db/how-to-setup-rbac */
function scopeOf({ database, container }: CosmosScopeIr, environment: EnvironmentIr): ArmExpression {
  if (database === undefined) return accountId;
  const path = [
    `/dbs/${valueIn(database, environment)}`,
    ...(container === undefined ? [] : [`/colls/${valueIn(container, environment)}`]),
  ].join("");
  return { arm: `concat(${accountId.arm}, ${literal(path)})` };
}
