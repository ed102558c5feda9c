import type { Report } from "../diagnostics/report.js";
import type { Origin } from "../source/origin.js";
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

/**
 * Users and roles of a database share their names. `told`: those by whose roles views tell who asks.
 * https://learn.microsoft.com/sql/t-sql/statements/create-role-transact-sql
 */
export function checkTransactRoles(
  access: readonly LinkedAccess[],
  told: readonly RolePrincipal[],
  report: Report,
): void {
  const ofAccess = access.flatMap((one): readonly RolePrincipal[] => {
    if (one.engine === "serverless-sql" || one.engine === "dedicated-pool") return one.principals;
    if (one.engine !== "sql-server") return [];
    return one.connection.kind === "azure-sql"
      ? one.principals
      : one.principals.map((principal) => ({ ...principal, entra: undefined })); // it is no user there
  });
  const known = [...ofAccess, ...told];
  const names = [...new Set(known.map(({ name }) => name))];
  const principals = names.flatMap((name) => {
    const all = known.filter((one) => one.name === name);
    return all.find(({ entra }) => entra !== undefined) ?? all.slice(0, 1);
  });
  for (const [at, principal] of principals.entries()) {
    checkName(principal, report);
    checkApart(principal, principals, principals.slice(0, at), report);
  }
}

function checkName(principal: RolePrincipal, report: Report): void {
  const { role } = principal;
  if (role.length > longest)
    report.add(transactGrantDiagnostics.longRole.at(placeOf(principal), { role, characters: role.length }));
  if (taken.test(role)) report.add(transactGrantDiagnostics.takenRole.at(placeOf(principal), { role }));
}

/** Whether its role and its user are nobody else's, of `all`, in the database. */
function checkApart(
  principal: RolePrincipal,
  all: readonly RolePrincipal[],
  before: readonly RolePrincipal[],
  report: Report,
): void {
  const { name, role, entra } = principal;
  const same = before.find((one) => isSame(one.role, role));
  if (same) {
    const related = [{ message: "It is declared here.", origin: same.origin.key() }];
    report.add(grantDiagnostics.sameRole.at(placeOf(principal), { role, other: same.name }, { related }));
  }
  const twin = entra && before.find((one) => one.entra !== undefined && isSame(one.entra.name, entra.name));
  if (twin) {
    const related = [{ message: "It is declared here.", origin: twin.origin.key() }];
    const details = { principal: name, identity: entra.name, other: twin.name };
    report.add(transactGrantDiagnostics.sameUser.at(entra.origin.child(entra.type), details, { related }));
  }
  const user = all.find((one) => one.entra !== undefined && isSame(one.entra.name, role))?.entra;
  if (user) {
    const related = [{ message: "The user is declared here.", origin: user.origin.child(user.type) }];
    const details = { role, principal: name, identity: user.name };
    report.add(transactGrantDiagnostics.roleIsUser.at(placeOf(principal), details, { related }));
  }
}

/** Where its role's name is said. */
function placeOf({ origin }: RolePrincipal): Origin {
  const written = origin.child("role");
  return written.isWritten ? written : origin.key();
}

const longest = 128;

/** Whatever the database's collation: names that differ in case alone may be one. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The users and roles that each database has. */
const taken = /^(public|dbo|guest|sys|information_schema|db_\w+|##.*)$/i;
