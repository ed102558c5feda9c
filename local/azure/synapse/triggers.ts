import { newEtag } from "../arm/resource.js";
import type { Answer } from "../call.js";
import { artifactOf, missing } from "./artifacts.js";
import { triggers } from "./kinds.js";
import { begun } from "./operations.js";
import { type Endpoint, type SynapseRequest, workspaces } from "./request.js";

/** https://learn.microsoft.com/rest/api/synapse/data-plane/trigger. Which action starting and stopping need stands nowhere: taken is that of writing. */
export const triggerEndpoints: readonly Endpoint[] = (["start", "stop"] as const).map((verb) => ({
  method: "POST",
  path: `triggers/{name}/${verb}`,
  action: `${workspaces}/triggers/write`,
  handle: (request) => turned(request, verb === "start" ? "Started" : "Stopped"),
}));

function turned(request: SynapseRequest, runtimeState: "Started" | "Stopped"): Answer {
  const trigger = artifactOf(request, triggers) ?? missing(request, triggers);
  const resource = { ...trigger, etag: newEtag(), properties: { ...trigger.properties, runtimeState } };
  return begun(request, triggers, trigger, { kind: "put", resource });
}
