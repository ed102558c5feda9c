import type { Answer } from "../call.js";
import { jsonAnswer } from "./refusals.js";
import type { Endpoint, WorkspaceRequest } from "./request.js";

/** Who asks: https://docs.databricks.com/api/azure/workspace/currentuser/me */
export const identityEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "preview/scim/v2/Me", versions: ["2.0"], handle: me },
];

/** A service principal is called by its application's id. Whoever manages all of the workspace is in the group of its administrators. */
function me({ principal: { id, client, workspace } }: WorkspaceRequest): Answer {
  const groups = ["users", ...(workspace?.manages.includes("/") === true ? ["admins"] : [])];
  return jsonAnswer(200, {
    ...{ id, userName: client, displayName: client, active: true },
    groups: groups.map((display, index) => ({
      ...{ display, type: "direct", value: `${index + 1}`, $ref: `Groups/${index + 1}` },
    })),
  });
}
