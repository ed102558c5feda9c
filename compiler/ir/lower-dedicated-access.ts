import type { DedicatedAccess } from "../model/dedicated-access.js";
import type { RolePrincipal } from "../model/role-principals.js";
import { isOfEntra } from "../model/transact-principals.js";
import type { DedicatedAccessIr } from "./dedicated-access.js";
import { poolOf } from "./lower-dedicated.js";
import { loginPrincipalOf, principalOf } from "./lower-principals.js";
import { tableGrantsOf } from "./lower-transact-access.js";

/** `descriptions`: what pipelines are for, by their names. */
export function dedicatedAccessOf(
  { engine, connection, principals, grants }: DedicatedAccess,
  descriptions: ReadonlyMap<string, string | undefined>,
): DedicatedAccessIr {
  const known = (one: RolePrincipal) => (isOfEntra(one) ? loginPrincipalOf(one) : principalOf(one));
  return {
    engine,
    origin: connection.origin.child("tables"),
    pool: poolOf(connection),
    principals: principals.map(known),
    // None has a procedure: nobody may empty a table there.
    grants: tableGrantsOf(grants, known, descriptions),
  };
}
