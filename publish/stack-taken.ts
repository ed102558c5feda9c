import { textAt } from "./records.js";
import type { RightsRow } from "./rights.js";
import type { StackClient } from "./stack-client.js";
import { type AssignedRole, assignedRole, lastOf } from "./stack-template.js";

/** An assignment that somebody made by hand where the stack is to make the same: Azure has room for one of them. */
export interface Taken {
  readonly wanted: AssignedRole;
  /** Its id. */
  readonly by: string;
}

/**
 * Which roles that are to be assigned have been already, by an assignment of another name. One of the same name becomes the stack's: a
 * stack that was deleted may have left it. https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 * @param missing what the stack has not assigned yet
 */
export async function takenIn(missing: readonly AssignedRole[], client: StackClient): Promise<readonly Taken[]> {
  // Accounts of Azure Cosmos DB keep their own roles, which nobody else assigns.
  const wanted = missing.filter(({ role }) => /^[0-9a-f-]{36}$/i.test(role));
  const scopes = [...new Set(wanted.map(({ scope }) => scope))];
  const found = await Promise.all(
    scopes.map((scope) =>
      client.list(`${scope}/providers/Microsoft.Authorization/roleAssignments`, "2022-04-01", "atScope()"),
    ),
  );
  const there = found.flat().map((one) => {
    const definition = lastOf(textAt(one, "properties", "roleDefinitionId") ?? "");
    return {
      id: textAt(one, "id") ?? "",
      role: assignedRole(one, definition, textAt(one, "properties", "scope") ?? ""),
    };
  });
  return wanted.flatMap((one): readonly Taken[] => {
    const other = there.find(({ role }) => isSame(role, one));
    return other === undefined || other.role.name === one.name ? [] : [{ wanted: one, by: other.id }];
  });
}

const isSame = (one: AssignedRole, other: AssignedRole): boolean =>
  (["principal", "role", "scope"] as const).every((key) => one[key].toLowerCase() === other[key].toLowerCase());

/** Why nothing can be deployed. */
export const takenRow = ({ wanted: { who, principal, scope }, by }: Taken, role: string): RightsRow => ({
  action: "stop",
  grantee: who ?? principal,
  privilege: `has the role ${role} there by hand already: delete the assignment ${lastOf(by)} first`,
  object: scope.replace(/^.*\/providers\//i, ""),
});
