import { procedureOf } from "../model/check-transact-access.js";
import type { TransactAccess } from "../model/transact-access.js";
import { isOfEntra, type TransactPrincipal } from "../model/transact-principals.js";
import { transactOf } from "./lower-flow.js";
import { loginPrincipalOf } from "./lower-serverless-access.js";
import type { LoginPrincipalIr, TransactPrincipalIr } from "./serverless-access.js";
import type { TransactAccessIr } from "./transact-access.js";

/** `descriptions`: what pipelines are for, by their names. */
export function transactAccessOf(
  { engine, connection, principals, grants }: TransactAccess,
  descriptions: ReadonlyMap<string, string | undefined>,
): TransactAccessIr {
  const principalOf = (one: TransactPrincipal): TransactPrincipalIr | LoginPrincipalIr => {
    const { name, role, description } = one;
    return connection.kind === "azure-sql" && isOfEntra(one) ? loginPrincipalOf(one) : { name, role, description };
  };
  return {
    engine,
    origin: connection.origin.child("tables"),
    database: transactOf(connection),
    principals: principals.map(principalOf),
    grants: grants.map(({ principal, table: { schema, table }, privileges, declared }) => ({
      principal: principalOf(principal),
      table: { schema, table },
      privileges,
      procedure:
        table !== undefined && privileges.some(({ privilege }) => privilege === "truncate")
          ? procedureOf(table)
          : undefined,
      pipelines: declared.map(({ pipeline }) => ({ name: pipeline, description: descriptions.get(pipeline) })),
    })),
  };
}
