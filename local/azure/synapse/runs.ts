import { objectIn } from "../arm/resource.js";
import type { Answer } from "../call.js";
import { queriedRuns } from "../pipeline-runs.js";
import { jsonAnswer, refuse } from "./refusals.js";
import { type Endpoint, type SynapseRequest, workspaces } from "./request.js";

/**
 * https://learn.microsoft.com/rest/api/synapse/data-plane/pipeline-run/query-pipeline-runs-by-workspace. Which action it needs stands
 * nowhere: what only tells something is taken to need that of reading.
 */
export const runEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "queryPipelineRuns", action: `${workspaces}/artifacts/read`, handle: query },
];

function query({ call, store, settings, workspace }: SynapseRequest): Answer {
  const all = [...store.runs.values()].filter((run) => run.factory === workspace.id);
  const found = queriedRuns(all, objectIn(call), settings);
  return jsonAnswer(
    200,
    found ?? refuse(400, "BadRequest", "The filters, the order or the times of the query are not valid."),
  );
}
