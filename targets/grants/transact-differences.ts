import { joined, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { EntraUserIr } from "../../compiler/ir/serverless-access.js";
import type { TransactAccessIr } from "../../compiler/ir/transact-access.js";
import { type Objection, proceduresMissing, proceduresTaken, tablesMissing } from "./sql-server-objects.js";
import { declaredOf, hasUser, ofPrincipal } from "./table-grants.js";
import { kindOf } from "./transact-principals.js";
import { declaredRows, held, isSurplus, names, rows } from "./transact-reconcile.js";
import { comment } from "./transact-rights.js";

/**
 * The query that tells, and only reads, what the script of rights would change in the database as it is: a row for each right. Without
 * rows the script changes nothing. `stop`: with that the script ends, and changes nothing; what its own user may not do is not among it.
 */
export function transactDifferences(access: TransactAccessIr, script: string): string {
  const declared = declaredOf("sql-server", access.principals, access.grants);
  const users = access.principals.flatMap((one) =>
    hasUser(one) && ofPrincipal(one, access.grants).length > 0 ? [one.user] : [],
  );
  const granted = access.principals.filter((one) => ofPrincipal(one, access.grants).length > 0);
  const head = [
    comment(
      `What ${script} would change in the database of the connection ${access.database.name} as it is: nothing, if it tells nothing.`,
    ),
    comment("Generated from the YAML; edit that. It only reads."),
  ];
  const found = [
    ...stops(access, declared.roles, users),
    ...granted.map(({ role }) => missing(role, "ROLE")),
    ...users.map(({ name }) => missing(name, "USER")),
    ...proceduresMissing(access.grants).map((one) => differing(2, "make", "", "PROCEDURE", one)),
    revoked,
    ...(declared.members.length === 0 ? [] : [membersRevoked, membersGranted]),
    grantedAnew,
  ];
  const query = transact`WITH declared (grantee, permission, column_name, securable, state) AS (
    ${declaredRows(declared)}
  ),
  declared_member (role_name, member_name) AS (
    ${rows(
      declared.members.map(({ role, member }) => transact`${text(role)}, ${text(member)}`),
      transact`N'', N''`,
    )}
  ),
  held AS (
${held(transact`grantee.name IN (${names(declared.roles)})`)}
  ),
  difference (place, action, grantee, privilege, object) AS (
    ${joined(found, "\n    UNION ALL\n    ")}
  )
SELECT DISTINCT place, action, NULLIF(grantee, N'') AS grantee, privilege, NULLIF(object, N'') AS object FROM difference ORDER BY place, grantee, object, privilege;`;
  return `${joined([...head, query], "\n").transact}\nGO\n`;
}

/** A row where the condition holds. */
const differing = (
  place: 1 | 2,
  action: "stop" | "make",
  grantee: string,
  privilege: string,
  { words, condition }: Objection,
): Transact =>
  transact`SELECT ${place === 1 ? transact`1` : transact`2`}, ${text(action)}, ${text(grantee)}, ${text(privilege)}, ${text(words)} WHERE ${condition}`;

const missing = (name: string, kind: "ROLE" | "USER"): Transact =>
  differing(2, "make", name, kind, {
    words: "",
    condition: transact`NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(name)})`,
  });

/** For what the script ends before it changes anything. */
const stops = (
  { grants }: TransactAccessIr,
  roles: readonly string[],
  users: readonly EntraUserIr[],
): readonly Transact[] => [
  ...tablesMissing(grants).map((one) => differing(1, "stop", "", "is not there", one)),
  ...proceduresTaken(grants).map((one) =>
    differing(1, "stop", "", "is there, and is another than the procedure that empties the table", one),
  ),
  ...roles.map((role) => differing(1, "stop", role, "is there, and is no role", taken(role, transact`'R'`))),
  ...users.map((user) =>
    differing(
      1,
      "stop",
      user.name,
      "is there, and is another than that of Microsoft Entra",
      taken(user.name, kindOf(user)),
    ),
  ),
  transact`SELECT 1, N'stop', grantor.name COLLATE DATABASE_DEFAULT, N'has passed rights on: take them back first', grantee.name COLLATE DATABASE_DEFAULT
    FROM sys.database_permissions AS one
    JOIN sys.database_principals AS grantor ON grantor.principal_id = one.grantor_principal_id
    JOIN sys.database_principals AS grantee ON grantee.principal_id = one.grantee_principal_id
    WHERE grantor.name IN (${names(roles)}) AND grantee.name NOT IN (${names(roles)})`,
];

const taken = (name: string, kind: Transact): Objection => ({
  words: "",
  condition: transact`EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(name)} AND type <> ${kind})`,
});

const someColumn = (of: "held" | "declared"): Transact =>
  of === "held"
    ? transact`COALESCE(N' (' + QUOTENAME(NULLIF(held.column_name, N'')) + N')', N'')`
    : transact`COALESCE(N' (' + QUOTENAME(NULLIF(declared.column_name, N'')) + N')', N'')`;

/** What is declared and may be passed on stays, as what may not. A denial, and what was taken out of a right, go too. */
const revoked = transact`SELECT 3, N'revoke', held.grantee, CONCAT(
        CASE WHEN held.state = 'D' THEN N'DENY OF ' WHEN held.state = 'R' THEN N'EXCEPTION OF ' WHEN held.state = 'W' AND EXISTS (
          SELECT 1 FROM declared
          WHERE declared.grantee = held.grantee AND declared.permission = held.permission AND declared.column_name = held.column_name
            AND declared.securable = held.securable
        ) THEN N'GRANT OPTION FOR ' END, held.permission, ${someColumn("held")}), held.securable
    FROM held
    WHERE ${isSurplus}`;

const membersRevoked = transact`SELECT 3, N'revoke', member.name COLLATE DATABASE_DEFAULT, N'MEMBER', N'ROLE::' + QUOTENAME(of_role.name) COLLATE DATABASE_DEFAULT
    FROM sys.database_role_members AS one
    JOIN sys.database_principals AS of_role ON of_role.principal_id = one.role_principal_id
    JOIN sys.database_principals AS member ON member.principal_id = one.member_principal_id
    WHERE of_role.name IN (SELECT role_name FROM declared_member) AND NOT EXISTS (
      SELECT 1 FROM declared_member WHERE role_name = of_role.name AND member_name = member.name
    )`;

const membersGranted = transact`SELECT 4, N'grant', member_name, N'MEMBER', N'ROLE::' + QUOTENAME(role_name)
    FROM declared_member
    WHERE NOT EXISTS (
      SELECT 1 FROM sys.database_role_members AS one
      WHERE one.role_principal_id = DATABASE_PRINCIPAL_ID(role_name) AND one.member_principal_id = DATABASE_PRINCIPAL_ID(member_name)
    )`;

/** One from which columns are taken out goes, and is granted again, whole. */
const grantedAnew = transact`SELECT 4, N'grant', declared.grantee, CONCAT(declared.permission, ${someColumn("declared")}), declared.securable
    FROM declared
    WHERE NOT EXISTS (
      SELECT 1 FROM held
      WHERE held.grantee = declared.grantee AND held.permission = declared.permission AND held.column_name = declared.column_name
        AND held.securable = declared.securable AND held.state IN ('G', 'W')
    ) OR declared.column_name = N'' AND EXISTS (
      SELECT 1 FROM held AS part
      WHERE part.grantee = declared.grantee AND part.permission = declared.permission AND part.column_name <> N''
        AND part.securable = declared.securable AND part.state IN ('D', 'R')
    )`;
