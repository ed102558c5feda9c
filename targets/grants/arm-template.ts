import { type Json, printJson } from "../../compiler/emit/json.js";
import type { EntraPrincipalIr } from "../../compiler/ir/entra-access.js";

/** An expression of a template, without the brackets around it. */
export interface ArmExpression {
  readonly arm: string;
}

/** `'text'`, as expressions have it. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const evaluated = ({ arm }: ArmExpression): string => `[${arm}]`;

export const resourceId = (type: string, ...names: readonly string[]): ArmExpression => ({
  arm: `resourceId(${[type, ...names].map(literal).join(", ")})`,
});

/** Lets somebody do what a role lets do, with one thing and what is below it. */
export interface RoleAssignment {
  readonly scope: ArmExpression;
  readonly principalId: string;
  readonly principalType: "Group" | "User" | "ServicePrincipal";
  /** The id of the role's definition, a GUID. */
  readonly roleId: string;
  readonly description: string;
}

/** https://learn.microsoft.com/azure/templates/microsoft.authorization/roleassignments */
const roleAssignment = ({ scope, principalId, principalType, roleId, description }: RoleAssignment): Json => {
  const role = `subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ${literal(roleId)})`;
  return {
    type: "Microsoft.Authorization/roleAssignments",
    apiVersion: "2022-04-01",
    scope: evaluated(scope),
    // The same each time, so that it is found again; another for each principal, role and scope, as there is one of these at most.
    name: evaluated({ arm: `guid(${scope.arm}, ${literal(principalId)}, ${role})` }),
    // With its type a principal that is new is not looked up before it is known everywhere.
    properties: { roleDefinitionId: evaluated({ arm: role }), principalId, principalType, description },
  };
};

export const principalTypes: Readonly<Record<EntraPrincipalIr["type"], RoleAssignment["principalType"]>> = {
  group: "Group",
  user: "User",
  service_principal: "ServicePrincipal",
};

/** A template for a resource group. https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export const armTemplate = (
  metadata: Readonly<Record<string, string>>,
  assignments: readonly RoleAssignment[],
): string =>
  printJson({
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    metadata,
    resources: assignments.map(roleAssignment),
  });
