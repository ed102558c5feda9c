/** Somebody who has a token, and what they may do. */
export interface Principal {
  /** The object id: a GUID. */
  readonly id: string;
  /** The application's id, which is how the services call a service principal in their messages. */
  readonly client: string;
  readonly grants: readonly Grant[];
  /** Object ids of the groups of Microsoft Entra that they are in. */
  readonly groups?: readonly string[];
  /** What they may do in the Databricks workspace; undefined: they are no user of it. */
  readonly workspace?: WorkspaceGrant;
  /** Actions that they may do in the Synapse workspaces, by roles of those: `Microsoft.Synapse/workspaces/notebooks/write`. */
  readonly synapse?: readonly string[];
}

/** A role, assigned at a scope: https://learn.microsoft.com/azure/role-based-access-control/role-definitions */
export interface Grant {
  /** A resource's id: the role holds for it and for all below it. `/` is everything. */
  readonly scope: string;
  readonly actions: readonly string[];
  readonly notActions?: readonly string[];
  readonly dataActions?: readonly string[];
}

/** Access control in a workspace: https://learn.microsoft.com/azure/databricks/security/auth/access-control/ */
export interface WorkspaceGrant {
  /** Folders whose content may be read and changed (CAN MANAGE), with all below them; `/Shared` is every user's. */
  readonly manages: readonly string[];
  /** Folders whose content may be read (CAN READ), with all below them. */
  readonly reads: readonly string[];
  /** Whether jobs may be created; a job's owner may do everything with it. */
  readonly createsJobs: boolean;
  /** Groups that they are in, beside those of all users and of the administrators. */
  readonly groups?: readonly string[];
}

/** Whether one of the roles has the action at the scope or above it. */
export const isGranted = (grants: readonly Grant[], action: string, scope: string): boolean =>
  grants.some(
    (grant) =>
      isBelow(scope, grant.scope) &&
      grant.actions.some((one) => covers(one, action)) &&
      !(grant.notActions ?? []).some((one) => covers(one, action)),
  );

/** The same for an action on data, as reading a blob. */
export const isDataGranted = (grants: readonly Grant[], action: string, scope: string): boolean =>
  grants.some((grant) => isBelow(scope, grant.scope) && (grant.dataActions ?? []).some((one) => covers(one, action)));

export function isBelow(path: string, above: string): boolean {
  const [low, high] = [path.toLowerCase(), above.toLowerCase().replace(/\/$/, "")];
  return low === high || low.startsWith(`${high}/`);
}

/** An action may have wildcards, and letters of either case: https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format */
export function covers(pattern: string, action: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}
