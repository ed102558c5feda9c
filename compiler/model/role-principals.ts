import type { Principal } from "./grant.js";
import type { Project } from "./model.js";
import { isSound } from "./poisoned.js";

/** A principal that databases know by a role, and Redis by a user of that name. */
export interface RolePrincipal extends Principal {
  readonly role: string;
}

/** All of the project that have one. */
export const rolePrincipals = ({ principals }: Project): readonly RolePrincipal[] =>
  [...principals.values()].filter(isSound).flatMap((one): readonly RolePrincipal[] => {
    const { role } = one;
    return role === undefined ? [] : [{ ...one, role }];
  });
