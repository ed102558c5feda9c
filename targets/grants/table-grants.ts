import type { Transact } from "../../compiler/expression/print/transact.js";
import type { PrincipalIr } from "../../compiler/ir/access.js";
import type { LoginPrincipalIr } from "../../compiler/ir/serverless-access.js";
import type { TableGrantIr } from "../../compiler/ir/transact-access.js";
import { transactNeeds } from "./privileges.js";
import type { Declared } from "./transact-reconcile.js";
import { comment, objectSecurable, schemaSecurable, type TransactRight } from "./transact-rights.js";

/** Somebody who is granted rights on tables. */
export type Granted = PrincipalIr | LoginPrincipalIr;

export const hasUser = (principal: Granted): principal is LoginPrincipalIr => "user" in principal;

export const ofPrincipal = ({ name: one }: PrincipalIr, grants: readonly TableGrantIr[]): readonly TableGrantIr[] =>
  grants.filter(({ principal }) => principal.name === one);

/** Who somebody is, and by which pipelines he is granted something. */
export function headOf(principal: Granted, grants: readonly TableGrantIr[]): readonly Transact[] {
  const { role, description } = principal;
  const pipelines = new Map(grants.flatMap((grant) => grant.pipelines).map((one) => [one.name, one.description]));
  const user = hasUser(principal) ? `: ${principal.user.type.replace("_", " ")} ${principal.user.name}` : "";
  return [
    comment(`${role}${user}${description === undefined ? "" : `. ${description}`}`),
    ...[...pipelines].map(([pipeline, words]) => comment(`By ${pipeline}${words === undefined ? "" : `: ${words}`}`)),
  ];
}

type Engine = "sql-server" | "dedicated-pool";

export const declaredOf = (
  engine: Engine,
  principals: readonly Granted[],
  grants: readonly TableGrantIr[],
): Declared => ({
  roles: principals.map(({ role }) => role).sort(),
  rights: grants.flatMap((grant) => rightsOf(engine, grant)),
  members: principals.flatMap((one) =>
    hasUser(one) && ofPrincipal(one, grants).length > 0 ? [{ role: one.role, member: one.user.name }] : [],
  ),
});

/** One for each privilege. A right on a schema is one on all that stands in it, and will. https://learn.microsoft.com/sql/t-sql/statements/grant-schema-permissions-transact-sql */
export const rightsOf = (
  engine: Engine,
  { principal, table, privileges, procedure }: TableGrantIr,
): readonly TransactRight[] =>
  privileges.map(({ privilege, columns }) => {
    const permission = transactNeeds(engine, privilege).right;
    if (permission === undefined) throw new Error(`Nobody has a right to ${privilege} in ${engine}`);
    return {
      role: principal.role,
      state: "grant",
      permission,
      columns,
      securable:
        table.table === undefined
          ? schemaSecurable(table.schema)
          : objectSecurable(
              table.schema,
              privilege === "truncate" && procedure !== undefined ? procedure : table.table,
            ),
    };
  });
