import { textAt } from "./records.js";
import type { RightsRow } from "./rights.js";
import { idsIn, type StackClient } from "./stack-client.js";
import { type AssignedRole, assignedRole, lastOf } from "./stack-template.js";

/** An assignment that is there where the stack is to make the same, and is somebody else's: Azure has room for one of them. */
export interface Taken {
  readonly wanted: AssignedRole;
  /** What has to be done first. */
  readonly why: string;
}

/**
 * Which roles that are to be assigned have been already, by an assignment of another name, or by another stack, as that of an environment
 * with the same namespace: Azure lets two stacks have one resource, and whichever no longer has it deletes it
 * (https://github.com/Azure/deployment-stacks/issues/50). One of the same name that no stack has becomes this one's: a stack that was
 * deleted may have left it. https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
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
  const same = wanted.flatMap((one) => {
    const other = there.find(({ role }) => isSame(role, one));
    return other === undefined ? [] : [{ wanted: one, other }];
  });
  const stacks = same.length === 0 ? [] : await client.others();
  return same.flatMap(({ wanted: one, other }): readonly Taken[] => {
    const stack = stacks.find((each) => idsIn(each).some((id) => id.toLowerCase() === other.id.toLowerCase()));
    if (stack !== undefined) return [{ wanted: one, why: ofStack(textAt(stack, "name") ?? "") }];
    return other.role.name === one.name ? [] : [{ wanted: one, why: byHand(other.id) }];
  });
}

const isSame = (one: AssignedRole, other: AssignedRole): boolean =>
  (["principal", "role", "scope"] as const).every((key) => one[key].toLowerCase() === other[key].toLowerCase());

const byHand = (id: string): string => `by hand already: delete the assignment ${lastOf(id)} first`;

const ofStack = (name: string): string =>
  `by the deployment stack ${name} already, and whichever of the two no longer has it would take it from both: grant it in one of them, or delete the other by 'az stack group delete --action-on-unmanage detachAll' first`;

/** Why nothing can be deployed. */
export const takenRow = ({ wanted: { who, principal, scope }, why }: Taken, role: string): RightsRow => ({
  action: "stop",
  grantee: who ?? principal,
  privilege: `has the role ${role} there ${why}`,
  object: scope.replace(/^.*\/providers\//i, ""),
});
