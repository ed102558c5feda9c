import type { Report } from "../diagnostics/report.js";
import type { EntraIdentity } from "./grant.js";
import { grantDiagnostics } from "./grant-diagnostics.js";
import type { LinkedAccess } from "./linked-access.js";
import type { Project } from "./model.js";
import { isSound } from "./poisoned.js";
import type { RolePrincipal } from "./role-principals.js";
import { transactGrantDiagnostics } from "./transact-grant-diagnostics.js";

/** One whose role has a user of Microsoft Entra as its member. */
export interface LoginPrincipal extends RolePrincipal {
  readonly entra: EntraIdentity;
}

/** All of the project: the role is the principal's `role`, or without one has its name. */
export const transactPrincipals = ({ principals }: Project): readonly RolePrincipal[] =>
  [...principals.values()].filter(isSound).map((one) => ({ ...one, role: one.role ?? one.name }));

export const isOfEntra = (principal: RolePrincipal): principal is LoginPrincipal => principal.entra !== undefined;

/** Users and roles of a database share their names. https://learn.microsoft.com/sql/t-sql/statements/create-role-transact-sql */
export function checkTransactRoles(access: readonly LinkedAccess[], report: Report): void {
  const known = access.flatMap((one): readonly RolePrincipal[] => {
    if (one.engine === "serverless-sql") return one.principals;
    if (one.engine !== "sql-server") return [];
    return one.connection.kind === "azure-sql"
      ? one.principals
      : one.principals.map((principal) => ({ ...principal, entra: undefined })); // it is no user there
  });
  const names = [...new Set(known.map(({ name }) => name))];
  const principals = names.flatMap((name) => {
    const all = known.filter((one) => one.name === name);
    return all.find(({ entra }) => entra !== undefined) ?? all.slice(0, 1);
  });
  for (const [at, { name, role, origin }] of principals.entries()) {
    const written = origin.child("role");
    const place = written.isWritten ? written : origin.key();
    if (role.length > longest)
      report.add(transactGrantDiagnostics.longRole.at(place, { role, characters: role.length }));
    if (taken.test(role)) report.add(transactGrantDiagnostics.takenRole.at(place, { role }));
    const same = principals.slice(0, at).find((one) => isSame(one.role, role));
    if (same) {
      const related = [{ message: "It is declared here.", origin: same.origin.key() }];
      report.add(grantDiagnostics.sameRole.at(place, { role, other: same.name }, { related }));
    }
    const user = principals.find(({ entra }) => entra !== undefined && isSame(entra.name, role))?.entra;
    if (user) {
      const related = [{ message: "The user is declared here.", origin: user.origin.child(user.type) }];
      const details = { role, principal: name, identity: user.name };
      report.add(transactGrantDiagnostics.roleIsUser.at(place, details, { related }));
    }
  }
}

const longest = 128;

/** Whatever the database's collation: names that differ in case alone may be one. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The users and roles that each database has. */
const taken = /^(public|dbo|guest|sys|information_schema|db_\w+|##.*)$/i;
