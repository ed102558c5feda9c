import { name, type Transact, text, transact } from "../../compiler/expression/print/transact.js";
import type { EntraUserIr } from "../../compiler/ir/serverless-access.js";
import { type Stop, stopAbout, stopIf } from "./transact-rights.js";

/** What a user or a login of Microsoft Entra is in the catalogue. https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-database-principals-transact-sql */
export const kindOf = ({ type }: EntraUserIr): Transact => (type === "group" ? transact`'X'` : transact`'E'`);

/** Makes the login of a user in `master`. https://learn.microsoft.com/sql/t-sql/statements/create-login-transact-sql */
export const loginThere = (user: EntraUserIr): Transact => transact`${stopIf(
  transact`EXISTS (SELECT 1 FROM sys.server_principals WHERE name = ${text(user.name)} AND type <> ${kindOf(user)})`,
  text("The login %s is there, and is another than that of Microsoft Entra."),
  [text(user.name)],
)}
IF NOT EXISTS (SELECT 1 FROM sys.server_principals WHERE name = ${text(user.name)})
  CREATE LOGIN ${name(user.name)} FROM EXTERNAL PROVIDER;`;

/** Nothing else has the name that a role or a user is to have. `stop`: how the database's script ends. */
export const namesFree = (
  roles: readonly string[],
  users: readonly EntraUserIr[],
  stop: Stop = stopAbout,
): readonly Transact[] => [
  ...roles.map((role) =>
    stop(
      transact`EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(role)} AND type <> 'R')`,
      role,
      "is there, and is no role: let the principal's role be another. Nothing was changed.",
    ),
  ),
  ...users.map((user) =>
    stop(
      transact`EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(user.name)} AND type <> ${kindOf(user)})`,
      user.name,
      "is there, and is another than that of Microsoft Entra. Nothing was changed.",
    ),
  ),
];

export const roleThere = (
  role: string,
): Transact => transact`IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(role)})
  CREATE ROLE ${name(role)};`;

/** `from`: what the user is made of. https://learn.microsoft.com/sql/t-sql/statements/create-user-transact-sql */
export const userThere = (
  user: EntraUserIr,
  from: Transact,
): Transact => transact`IF NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE name = ${text(user.name)})
  CREATE USER ${name(user.name)} FROM ${from};`;

export const memberThere = (role: string, member: string): Transact => transact`IF NOT EXISTS (
  SELECT 1 FROM sys.database_role_members
  WHERE role_principal_id = DATABASE_PRINCIPAL_ID(${text(role)}) AND member_principal_id = DATABASE_PRINCIPAL_ID(${text(member)})
)
  ALTER ROLE ${name(role)} ADD MEMBER ${name(member)};`;
