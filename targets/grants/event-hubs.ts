import type { Privilege } from "../../compiler/ir/access.js";
import type { EntraPrincipalIr, EventHubsAccessIr, HubGrantIr } from "../../compiler/ir/entra-access.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import {
  armTemplate,
  principalTypes,
  type RoleAssignment,
  resourceId,
  roleAssignment,
  stackCommand,
} from "./arm-template.js";
import { type BuiltInRole, hubNeeds, isRole } from "./privileges.js";

/**
 * The roles that principals have on hubs of one namespace in one environment, as a template that is deployed as a
 * stack.
 */
export function hubsTemplate(
  { name, namespace, grants, deployTo }: EventHubsAccessIr,
  environment: EnvironmentIr,
  project: string,
  path: string,
): string {
  const where = valueIn(namespace, environment);
  const assignments = grants.flatMap((grant) => ofGrant(grant, where, environment));
  const deploy = stackCommand({ project, name, environment, path, of: "namespace", deployTo });
  const description = `Who may do what with hubs of ${where}, the connection '${name}' of ${project} in ${environment.name}. Generated from the YAML; edit that.`;
  return armTemplate({ description, deploy }, assignments.map(roleAssignment));
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
export const rolesOf = (privileges: readonly Privilege[]): readonly BuiltInRole[] =>
  [...new Set(privileges)].map(hubNeeds).filter(isRole);

export const whoIs = ({ name, displayName, type }: EntraPrincipalIr): string =>
  `${name} (${type.replace("_", " ")} ${displayName})`;

/** Each environment of Azure has a value of every variable that is used. */
export function valueIn(values: ReadonlyMap<string, string>, { name }: EnvironmentIr): string {
  const found = values.get(name);
  if (found === undefined) throw new Error(`${name} has no value`);
  return found;
}
