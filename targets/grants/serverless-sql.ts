import { joined, name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { LoginPrincipalIr, ServerlessAccessIr, ViewGrantIr } from "../../compiler/ir/serverless-access.js";
import { lakeCredential } from "../../compiler/ir/warehouse.js";
import { needed } from "./privileges.js";
import { loginThere, memberThere, namesFree, roleThere, userThere } from "./transact-principals.js";
import { type Declared, known, passedOn, reconcile } from "./transact-reconcile.js";
import {
  comment,
  credentialSecurable,
  objectSecurable,
  rightStatement,
  stopIf,
  type TransactRight,
} from "./transact-rights.js";

/** Makes the logins of who is granted something, or told apart, in `master`: a serverless SQL pool has no users without one. */
export const loginsScript = (access: ServerlessAccessIr): string =>
  `${[
    comment(
      `The logins of who may read the views of the connection ${access.name}. Run it in the database master of the workspace's serverless SQL pool,`,
    ),
    comment(
      "as somebody of Microsoft Entra who is its administrator: others cannot look names of Microsoft Entra up. Run again it changes nothing.",
    ),
    ...usersOf(access).map((user) => transact`${loginThere(user)}\nGO\n`),
  ]
    .map(({ transact: line }) => line)
    .join("\n")}`;

/** Those whose members the database knows: who is granted something, and whom views tell apart. */
export const inDatabase = ({ principals, toldApart, grants }: ServerlessAccessIr): readonly LoginPrincipalIr[] =>
  principals.filter(({ name: one }) =>
    [...grants.map(({ principal }) => principal), ...toldApart].some((other) => other.name === one),
  );

const usersOf = (access: ServerlessAccessIr) => inDatabase(access).map(({ user }) => user);

/**
 * The script that brings the rights which the project's roles have in one database to what is declared. It is one batch, which ends where
 * something is wrong before anything is changed; run again it changes nothing. Revoking comes first: whoever stops the script in the
 * middle leaves nobody with more than is declared.
 */
export function rightsScript(access: ServerlessAccessIr, project: string): string {
  const { name: connection, grants } = access;
  const declared = declaredOf(access);
  const parts: readonly (readonly Transact[])[] = [
    [
      comment(
        `Who may read what in the database of the connection ${connection} of ${project}: exactly this may the roles`,
      ),
      comment(
        `${declared.roles.join(", ")}, and whatever else they were granted is revoked. What others may is left as it is.`,
      ),
      comment(
        "Run it in the database, after views.sql and 1-logins.sql, as one of its owners (db_owner). Generated from the YAML; edit that.",
      ),
      transact`SET NOCOUNT ON;`,
      transact`DECLARE @pass int = 1, @words nvarchar(max), @told nvarchar(1000);`,
    ],
    [comment("What is spoken of is there."), ...viewsThere(grants), ...namesFree(declared.roles, usersOf(access))],
    [passedOn(declared)],
    [comment("What the roles hold and is not declared goes."), reconcile(declared, transact``)],
    ...inDatabase(access).map((principal) => [
      ...headOf(principal, access),
      roleThere(principal.role),
      userThere(principal.user, transact`LOGIN ${name(principal.user.name)}`),
      ...declared.rights.filter(({ role }) => role === principal.role).map(rightStatement),
      memberThere(principal.role, principal.user.name),
    ]),
    [comment("What is not changed, and is to be known."), known(declared)],
  ];
  return `${parts.map((part) => joined(part, "\n").transact).join("\n\n")}\nGO\n`;
}

const viewsThere = (grants: readonly ViewGrantIr[]): readonly Transact[] =>
  [...new Map(grants.map(({ view }) => [`${view.schema}.${view.name}`, view] as const))].map(([words, view]) =>
    stopIf(
      transact`OBJECT_ID(${text(transact`${name(view.schema)}.${name(view.name)}`.transact)}) IS NULL`,
      text("%s is not there: run the scripts of the warehouse, then this again. Nothing was changed."),
      [text(words)],
    ),
  );

function headOf({ name: own, role, description, user }: LoginPrincipalIr, access: ServerlessAccessIr) {
  const grants = access.grants.filter(({ principal }) => principal.name === own);
  const pipelines = new Map(grants.flatMap((grant) => grant.pipelines).map((one) => [one.name, one.description]));
  const isTold = access.toldApart.some((one) => one.name === own);
  return [
    comment(
      `${role}: ${user.type.replace("_", " ")} ${user.name}${description === undefined ? "" : `. ${description}`}`,
    ),
    ...[...pipelines].map(([pipeline, words]) => comment(`By ${pipeline}${words === undefined ? "" : `: ${words}`}`)),
    ...(isTold ? [comment("Views ask who its members are.")] : []),
  ];
}

function declaredOf(access: ServerlessAccessIr): Declared {
  const { principals, grants } = access;
  const granted = principals.filter((one) => grants.some(({ principal }) => principal.name === one.name));
  return {
    roles: principals.map(({ role }) => role).sort(),
    rights: granted.flatMap((principal) => [
      ...rightsToAsk(principal.role),
      ...grants.filter((one) => one.principal.name === principal.name).map(rightOf),
    ]),
    members: inDatabase(access).map(({ role, user }) => ({ role, member: user.name })),
  };
}

/**
 * A view reads the lake by the credential, which its user needs as well. With it and the right to bulk operations he could read all of the
 * lake by an OPENROWSET of his own, what views hide too: so that one is denied, and first.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/develop-storage-files-overview#permissions
 */
const rightsToAsk = (role: string): readonly TransactRight[] => [
  {
    role,
    state: "deny",
    permission: transact`ADMINISTER DATABASE BULK OPERATIONS`,
    columns: undefined,
    securable: undefined,
  },
  {
    role,
    state: "grant",
    permission: transact`REFERENCES`,
    columns: undefined,
    securable: credentialSecurable(lakeCredential),
  },
];

const rightOf = ({ principal, view, columns }: ViewGrantIr): TransactRight => ({
  role: principal.role,
  state: "grant",
  permission: needed.select["serverless-sql"].right,
  columns,
  securable: objectSecurable(view.schema, view.name),
});
