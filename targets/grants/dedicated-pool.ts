import { joined, type Transact, transact } from "../../compiler/expression/print/transact.js";
import type { DedicatedAccessIr } from "../../compiler/ir/dedicated-access.js";
import type { TableGrantIr } from "../../compiler/ir/transact-access.js";
import { passedOnInPool, reconcileInPool } from "./dedicated-reconcile.js";
import { columnMissing, memberThereInPool, throwAbout } from "./dedicated-words.js";
import { tablesThere } from "./sql-server-objects.js";
import { declaredOf, hasUser, headOf, ofPrincipal, rightsOf } from "./table-grants.js";
import { namesFree, roleThere, userThere } from "./transact-principals.js";
import { known } from "./transact-reconcile.js";
import { comment, rightInPool } from "./transact-rights.js";

/**
 * The script that brings the rights which the project's roles have in one dedicated SQL pool to what is declared. It is one batch, which
 * ends where something is wrong before anything is changed; run again it changes nothing. It is no transaction, of which a pool has none
 * for what makes things. Revoking comes first: whoever stops the script in the middle leaves nobody with more than is declared.
 * https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/sql-data-warehouse-develop-transactions#limitations
 */
export function poolScript(access: DedicatedAccessIr, project: string): string {
  const { pool, principals, grants } = access;
  const declared = declaredOf("dedicated-pool", principals, grants);
  const granted = principals.filter((one) => ofPrincipal(one, grants).length > 0);
  const users = granted.flatMap((one) => (hasUser(one) ? [one.user] : []));
  const parts: readonly (readonly Transact[])[] = [
    [
      comment(
        `Who may do what in the dedicated SQL pool of the connection ${pool.name} of ${project}: exactly this may`,
      ),
      comment(
        `the roles ${declared.roles.join(", ")}, and whatever else they were granted is revoked. What others may is left as it is.`,
      ),
      comment(
        "Run it in the pool, after the script of its tables, as one of its owners (db_owner). Generated from the YAML; edit that.",
      ),
      transact`SET NOCOUNT ON;`,
      transact`DECLARE @pass int = 1, @count int = 0, @number int = 1, @words nvarchar(2000);`,
    ],
    [
      comment("What is spoken of is there, and nothing else has the names."),
      ...tablesThere(grants, { stop: throwAbout, columnMissing }),
      ...namesFree(declared.roles, users, throwAbout),
    ],
    [passedOnInPool(declared)],
    [comment("What the roles hold and is not declared goes."), reconcileInPool(declared)],
    ...granted.map((principal) => [
      ...headOf(principal, ofPrincipal(principal, grants)),
      roleThere(principal.role),
      ...(hasUser(principal) ? [userThere(principal.user, transact`EXTERNAL PROVIDER`)] : []),
      ...ofPrincipal(principal, grants).flatMap(granting),
      ...(hasUser(principal) ? [memberThereInPool(principal.role, principal.user.name)] : []),
    ]),
    [comment("What is not changed, and is to be known."), known(declared)],
  ];
  return `${parts.map((part) => joined(part, "\n").transact).join("\n\n")}\nGO\n`;
}

const granting = (grant: TableGrantIr): readonly Transact[] =>
  rightsOf("dedicated-pool", grant).flatMap((right, at) => [
    ...(grant.privileges[at]?.isOfKey ? [comment("Rows to be changed or deleted are found by their key.")] : []),
    rightInPool(right),
  ]);
