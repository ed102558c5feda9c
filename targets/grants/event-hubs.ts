import type { Privilege } from "../../compiler/ir/access.js";
import type { EntraPrincipalIr, EventHubsAccessIr, HubGrantIr } from "../../compiler/ir/entra-access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import { armTemplate, principalTypes, type RoleAssignment, resourceId } from "./arm-template.js";
import { type HubRole, hubNeeds, isRole } from "./privileges.js";

/**
 * The roles that principals have on hubs of one namespace in one environment, as a template. It is deployed as a stack: what a
 * former template assigned and this one does not is taken away with it, which a mere deployment never does.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/deployment-stacks
 */
export function hubsTemplate(
  { name, namespace, grants }: EventHubsAccessIr,
  environment: EnvironmentIr,
  project: string,
  path: string,
): string {
  const where = valueIn(namespace, environment);
  const assignments = grants.flatMap((grant) => ofGrant(grant, where, environment));
  const group = resourceGroupOf(environment);
  const deploy = [
    // Of this environment alone: a stack takes away what another of its name and resource group has assigned.
    `az stack group create --name sluice-${project}-${name}-${environment.name}`,
    `--resource-group ${group ?? "<that of the namespace>"}`,
    `--template-file ${path} --action-on-unmanage deleteResources --deny-settings-mode none --yes`,
  ].join(" ");
  const description = `Who may do what with hubs of ${where}, the connection '${name}' of ${project} in ${environment.name}. Generated from the YAML; edit that.`;
  return armTemplate({ description, deploy }, assignments);
}

function ofGrant(
  { principal, hub, privileges, pipelines }: HubGrantIr,
  namespace: string,
  environment: EnvironmentIr,
): readonly RoleAssignment[] {
  const scope = resourceId("Microsoft.EventHub/namespaces/eventhubs", namespace, valueIn(hub.values, environment));
  return rolesOf(privileges.map(({ privilege }) => privilege)).map(({ id }) => ({
    scope,
    principalId: valueIn(principal.objectId, environment).toLowerCase(),
    principalType: principalTypes[principal.type],
    roleId: id,
    description: `sluice: ${whoIs(principal)}, by ${pipelines.join(", ")}`,
  }));
}

/** The roles that let do all this, each once. */
export const rolesOf = (privileges: readonly Privilege[]): readonly HubRole[] =>
  [...new Set(privileges)].map(hubNeeds).filter(isRole);

export const whoIs = ({ name, displayName, type }: EntraPrincipalIr): string =>
  `${name} (${type.replace("_", " ")} ${displayName})`;

/** The project says where its data factory or workspace is; that its namespaces are there too is the most likely. */
export function resourceGroupOf(environment: EnvironmentIr): string | undefined {
  if (environment.kind === "servers") return environment.resourceGroup;
  if (environment.kind === "this-machine") return undefined;
  return environment.factory?.resourceGroup ?? environment.synapse?.resourceGroup;
}

/** Each environment of Azure has a value of every variable that is used. */
export function valueIn(values: ReadonlyMap<string, string>, { name }: EnvironmentIr): string {
  const found = values.get(name);
  if (found === undefined) throw new Error(`${name} has no value`);
  return found;
}
