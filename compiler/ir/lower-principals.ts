import type { EntraPrincipal } from "../model/linked-access.js";
import type { RolePrincipal } from "../model/role-principals.js";
import type { LoginPrincipal } from "../model/transact-principals.js";
import type { PrincipalIr } from "./access.js";
import type { EntraPrincipalIr } from "./entra-access.js";
import type { LoginPrincipalIr } from "./serverless-access.js";

export const principalOf = ({ name, role, description }: RolePrincipal): PrincipalIr => ({ name, role, description });

export const loginPrincipalOf = (one: LoginPrincipal): LoginPrincipalIr => {
  const { type, name, objectId } = one.entra;
  return { ...principalOf(one), user: { type, name, objectId: objectId?.values } };
};

export const entraPrincipalOf = ({ name, description, entra }: EntraPrincipal): EntraPrincipalIr => ({
  ...{ name, description },
  type: entra.type,
  displayName: entra.name,
  objectId: entra.objectId.values,
});
