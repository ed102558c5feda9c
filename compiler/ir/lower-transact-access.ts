import { procedureOf } from "../model/check-transact-access.js";
import type { RolePrincipal } from "../model/role-principals.js";
import type { TableGrant, TransactAccess } from "../model/transact-access.js";
import { isOfEntra } from "../model/transact-principals.js";
import type { PrincipalIr } from "./access.js";
import { transactOf } from "./lower-flow.js";
import { loginPrincipalOf, principalOf } from "./lower-principals.js";
import type { TableGrantIr, TransactAccessIr } from "./transact-access.js";

/** `descriptions`: what pipelines are for, by their names. */
export function transactAccessOf(
  { engine, connection, principals, grants }: TransactAccess,
  descriptions: ReadonlyMap<string, string | undefined>,
): TransactAccessIr {
  const known = (one: RolePrincipal) =>
    connection.kind === "azure-sql" && isOfEntra(one) ? loginPrincipalOf(one) : principalOf(one);
  return {
    engine,
    origin: connection.origin.child("tables"),
    database: transactOf(connection),
    principals: principals.map(known),
    grants: tableGrantsOf(grants, known, descriptions),
  };
}

/** `known`: what a database knows a principal as. A table is emptied by a procedure. */
export const tableGrantsOf = (
  grants: readonly TableGrant[],
  known: (principal: RolePrincipal) => PrincipalIr,
  descriptions: ReadonlyMap<string, string | undefined>,
): readonly TableGrantIr[] =>
  grants.map(({ principal, table: { schema, table }, privileges, declared }) => ({
    principal: known(principal),
    table: { schema, table },
    privileges,
    procedure:
      table !== undefined && privileges.some(({ privilege }) => privilege === "truncate")
        ? procedureOf(table)
        : undefined,
    pipelines: declared.map(({ pipeline }) => ({ name: pipeline, description: descriptions.get(pipeline) })),
  }));
