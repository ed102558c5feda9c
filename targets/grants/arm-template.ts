import { type Json, printJson } from "../../compiler/emit/json.js";
import { stackName } from "../../compiler/emit/stacks.js";
import type { EntraPrincipalIr } from "../../compiler/ir/entra-access.js";
import type { DeployToIr, EnvironmentIr } from "../../compiler/ir/environment.js";

/** An expression of a template, without the brackets around it. */
export interface ArmExpression {
  readonly arm: string;
}

/** `'text'`, as expressions have it. https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions#escape-characters */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const evaluated = ({ arm }: ArmExpression): string => `[${arm}]`;

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
export const roleAssignment = ({ scope, principalId, principalType, roleId, description }: RoleAssignment): Json => {
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

/** How a template is brought where it belongs. */
interface Stack {
  readonly project: string;
  /** The connection's name. */
  readonly name: string;
  readonly environment: EnvironmentIr;
  /** Where the template is, in the output folder. */
  readonly path: string;
  /** What the connection is: `namespace`. */
  readonly of: string;
  /** Where publishing deploys it; undefined: only a person does. */
  readonly deployTo: DeployToIr | undefined;
}

/**
 * The command that deploys a template as a stack: what a former template had and this one does not is taken away with it, which a mere
 * deployment never does. https://learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks
 */
export const stackCommand = ({ project, name, environment, path, of, deployTo }: Stack): string =>
  [
    // Of this environment alone: a stack takes away what another of its name and resource group has assigned.
    `az stack group create --name ${stackName(project, name, environment.name)}`,
    ...(deployTo === undefined ? [] : [`--subscription ${deployTo.subscription.get(environment.name)}`]),
    `--resource-group ${deployTo?.resourceGroup.get(environment.name) ?? resourceGroupOf(environment) ?? `<that of the ${of}>`}`,
    `--template-file ${path} --action-on-unmanage deleteResources --deny-settings-mode none --yes`,
  ].join(" ");

/** The project says where its data factory or workspace is; that its other services are there too is the most likely. */
function resourceGroupOf(environment: EnvironmentIr): string | undefined {
  if (environment.kind === "servers") return environment.resourceGroup;
  if (environment.kind === "this-machine") return undefined;
  return environment.factory?.resourceGroup ?? environment.synapse?.resourceGroup;
}

/** A template for a resource group. https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export const armTemplate = (
  metadata: Readonly<Record<string, Json>>,
  resources: readonly Json[],
  variables?: Readonly<Record<string, string>>,
): string =>
  printJson({
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    metadata,
    ...(variables === undefined ? {} : { variables }),
    resources,
  });
