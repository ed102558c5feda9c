import { isBelow } from "../principal.js";
import { refuse } from "./refusals.js";
import type { WorkspaceRequest } from "./request.js";

/** Reading needs CAN READ of the object or of a folder above it, changing CAN MANAGE: https://learn.microsoft.com/azure/databricks/security/auth/access-control/#folder-acls */
export function checkAccess({ principal }: WorkspaceRequest, path: string, need: "reads" | "manages"): void {
  const { manages = [], reads = [] } = principal.workspace ?? {};
  const folders = need === "reads" ? [...manages, ...reads] : manages;
  if (folders.some((folder) => isBelow(path, folder))) return;
  const level = need === "reads" ? "CAN_READ" : "CAN_MANAGE";
  refuse(
    "PERMISSION_DENIED",
    `${principal.client} does not have ${level} permissions on ${path}. Please contact the owner or an administrator for access.`,
  );
}
