import type { Answer } from "../call.js";
import type { Principal } from "../principal.js";
import { jsonAnswer } from "./refusals.js";
import type { Endpoint, WorkspaceRequest } from "./request.js";

/** Who asks: https://docs.databricks.com/api/azure/workspace/currentuser/me */
export const identityEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "preview/scim/v2/Me", versions: ["2.0"], handle: me },
];

/** A service principal is called by its application's id. */
function me({ principal }: WorkspaceRequest): Answer {
  const { id, client } = principal;
  return jsonAnswer(200, {
    ...{ id, userName: client, displayName: client, active: true },
    groups: groupsOf(principal).map((display, index) => ({
      ...{ display, type: "direct", value: `${index + 1}`, $ref: `Groups/${index + 1}` },
    })),
  });
}

/** Whoever manages all of the workspace is in the group of its administrators. */
export function groupsOf({ workspace }: Principal): readonly string[] {
  const { manages = [], groups = [] } = workspace ?? {};
  return ["users", ...(manages.includes("/") ? ["admins"] : []), ...groups];
}
