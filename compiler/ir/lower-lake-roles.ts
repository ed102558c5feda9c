import type { LakeRolesAccess } from "../model/lake-roles-access.js";
import type { LakeRolesAccessIr } from "./lake-roles-access.js";
import { deployToIr } from "./lower-deploy-to.js";
import { writtenPrivileges } from "./lower-entra-access.js";
import { entraPrincipalOf } from "./lower-principals.js";

/** Who may do what with all of the lake. */
export const lakeRolesOf = ({ engine, origin, lake, principals, grants }: LakeRolesAccess): LakeRolesAccessIr => ({
  ...{ engine, origin },
  account: lake.account.values,
  container: lake.container.values,
  deployTo: deployToIr(lake.deployTo),
  principals: principals.map(entraPrincipalOf),
  grants: grants.map(({ principal, declared }) => ({
    principal: entraPrincipalOf(principal),
    privileges: writtenPrivileges(declared),
    pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
  })),
});
