import { isGranted, type Principal } from "../principal.js";
import { refuse } from "./refusals.js";

/** https://learn.microsoft.com/azure/role-based-access-control/troubleshooting, and a role's actions: https://learn.microsoft.com/azure/role-based-access-control/permissions/analytics#microsoftdatafactory */
export function authorize({ id, client, grants }: Principal, action: string, scope: string): void {
  if (isGranted(grants, action, scope)) return;
  refuse(
    403,
    "AuthorizationFailed",
    `The client '${client}' with object id '${id}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}
