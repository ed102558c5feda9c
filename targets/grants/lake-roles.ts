import { lakeRoles } from "../../compiler/emit/stacks.js";
import type { EnvironmentIr } from "../../compiler/ir/environment.js";
import type { LakeRolesAccessIr } from "../../compiler/ir/lake-roles-access.js";
import { armTemplate, principalTypes, resourceId, roleAssignment, stackCommand } from "./arm-template.js";
import { valueIn, whoIs } from "./event-hubs.js";
import { isRole, lakeNeeds } from "./privileges.js";

/** The roles that principals have on the lake's container in one environment, as a template that is deployed as a stack. */
export function lakeTemplate(
  access: LakeRolesAccessIr,
  environment: EnvironmentIr,
  project: string,
  path: string,
): string {
  const [account, container] = [valueIn(access.account, environment), valueIn(access.container, environment)];
  const { deployTo } = access;
  const deploy = stackCommand({ project, name: lakeRoles, environment, path, of: "storage account", deployTo });
  const description = `Who may do what with all of ${container} of ${account}, the lake of ${project} in ${environment.name}. Generated from the YAML; edit that.`;
  const scope = resourceId("Microsoft.Storage/storageAccounts/blobServices/containers", account, "default", container);
  const assignments = access.grants.map(({ principal, privileges, pipelines }) => ({
    scope,
    principalId: valueIn(principal.objectId, environment).toLowerCase(),
    principalType: principalTypes[principal.type],
    roleId: roleOf(privileges),
    description: `sluice: ${whoIs(principal)}, by ${pipelines.join(", ")}`,
  }));
  return armTemplate({ description, deploy }, assignments.map(roleAssignment));
}

/** The one that lets do all of it: who may change files may read them. */
function roleOf(privileges: LakeRolesAccessIr["grants"][number]["privileges"]): string {
  const roles = privileges.map(({ privilege }) => ({ privilege, needs: lakeNeeds(privilege) }));
  const role = roles.find(({ privilege }) => privilege !== "select") ?? roles[0];
  if (role === undefined || !isRole(role.needs)) throw new Error("what no role lets do was refused");
  return role.needs.id;
}
