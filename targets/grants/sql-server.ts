import { joined, type Transact, transact } from "../../compiler/expression/print/transact.js";
import type { TableGrantIr, TransactAccessIr } from "../../compiler/ir/transact-access.js";
import { proceduresFree, procedureThere, tablesThere } from "./sql-server-objects.js";
import { declaredOf, hasUser, headOf, ofPrincipal, rightsOf } from "./table-grants.js";
import { memberThere, namesFree, roleThere, userThere } from "./transact-principals.js";
import { known, passedOn, reconcile } from "./transact-reconcile.js";
import { comment, rightStatement } from "./transact-rights.js";

/**
 * The script that brings the rights which the project's roles have in one database to what is declared: one batch, which ends where
 * something is wrong before anything is changed. Rights are changed in one transaction; run again it changes nothing.
 */
export function transactScript(access: TransactAccessIr, project: string): string {
  const { database, principals, grants } = access;
  const declared = declaredOf("sql-server", principals, grants);
  const granted = principals.filter((one) => ofPrincipal(one, grants).length > 0);
  const users = granted.flatMap((one) => (hasUser(one) ? [one.user] : []));
  const parts: readonly (readonly Transact[])[] = [
    [
      comment(
        `Who may do what in the database of the connection ${database.name} of ${project}: exactly this may the roles`,
      ),
      comment(
        `${declared.roles.join(", ")}, and whatever else they were granted is revoked. What others may is left as it is.`,
      ),
      comment("Run it in the database as one of its owners (db_owner). Generated from the YAML; edit that."),
      transact`SET NOCOUNT ON;`,
      transact`SET XACT_ABORT ON;`,
      transact`DECLARE @pass int = 1, @words nvarchar(max), @told nvarchar(1000);`,
    ],
    [
      comment("What is spoken of is there, and nothing else has the names."),
      ...tablesThere(grants),
      ...proceduresFree(grants),
      ...namesFree(declared.roles, users),
    ],
    [passedOn(declared)],
    [
      comment("Roles that are not there yet, which people and programs are made members of."),
      ...granted.flatMap((one) => [
        roleThere(one.role),
        ...(hasUser(one) ? [userThere(one.user, transact`EXTERNAL PROVIDER`)] : []),
      ]),
    ],
    [transact`BEGIN TRANSACTION;`],
    [
      comment("What the roles hold and is not declared goes."),
      reconcile(declared, transact`\n    ROLLBACK TRANSACTION;`),
    ],
    ...granted.map((principal) => [
      ...headOf(principal, ofPrincipal(principal, grants)),
      ...ofPrincipal(principal, grants).flatMap(statementsOf),
      ...(hasUser(principal) ? [memberThere(principal.role, principal.user.name)] : []),
    ]),
    [transact`COMMIT TRANSACTION;`],
    [comment("What is not changed, and is to be known."), known(declared)],
  ];
  const written = parts.filter((part) => part.length > 1 || !part[0]?.transact.startsWith("-- "));
  return `${written.map((part) => joined(part, "\n").transact).join("\n\n")}\nGO\n`;
}

function statementsOf(grant: TableGrantIr): readonly Transact[] {
  const rights = rightsOf("sql-server", grant);
  return grant.privileges.flatMap(({ privilege, isOfKey }, at) => {
    const right = rights[at];
    if (right === undefined) return [];
    return [
      ...(privilege === "truncate" ? procedureThere(grant) : []),
      ...(isOfKey ? [comment("Rows to be changed or deleted are found by their key.")] : []),
      rightStatement(right),
    ];
  });
}
