import type { Principal } from "../principal.js";
import type { Store } from "../store.js";

/** A role that is built into Azure. */
export interface BuiltInRole {
  readonly id: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
}

const containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
const signing = "Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action";

/**
 * Those that are known here, by https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage and
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/analytics
 */
export const builtInRoles: readonly BuiltInRole[] = [
  {
    id: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    name: "Storage Blob Data Reader",
    actions: [`${containers}/read`, signing],
    dataActions: [`${containers}/blobs/read`],
  },
  {
    id: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    name: "Storage Blob Data Contributor",
    actions: [`${containers}/delete`, `${containers}/read`, `${containers}/write`, signing],
    dataActions: ["delete", "read", "write", "move/action", "add/action"].map((verb) => `${containers}/blobs/${verb}`),
  },
  {
    id: "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
    name: "Azure Event Hubs Data Receiver",
    actions: ["Microsoft.EventHub/*/eventhubs/consumergroups/read"],
    dataActions: ["Microsoft.EventHub/*/receive/action"],
  },
  {
    id: "2b629674-e913-4c01-ae53-ef4638d8f975",
    name: "Azure Event Hubs Data Sender",
    actions: ["Microsoft.EventHub/*/eventhubs/read"],
    dataActions: ["Microsoft.EventHub/*/send/action"],
  },
];

export const assignmentType = "Microsoft.Authorization/roleAssignments";

/** Somebody with the roles that were assigned to them, or to a group that they are in. */
export function withRoles(principal: Principal, { resources }: Pick<Store, "resources">): Principal {
  const own = [principal.id, ...(principal.groups ?? [])].map((id) => id.toLowerCase());
  const assigned = [...resources.values()].flatMap(({ type, properties }) => {
    if (type !== assignmentType || !own.includes(String(properties["principalId"]).toLowerCase())) return [];
    const definition = String(properties["roleDefinitionId"]).toLowerCase();
    const role = builtInRoles.find(({ id }) => definition.endsWith(`/${id}`));
    return role === undefined ? [] : [{ ...role, scope: String(properties["scope"]) }];
  });
  return assigned.length === 0 ? principal : { ...principal, grants: [...principal.grants, ...assigned] };
}
