import { matched } from "../arm/route.js";
import type { Answer, Call, Service } from "../call.js";
import { isFor } from "../issuer.js";
import { covers } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Resource, Store } from "../store.js";
import { artifactEndpoints } from "./artifacts.js";
import { batchEndpoints } from "./batches.js";
import { operationEndpoints } from "./operations.js";
import { problem, refuse } from "./refusals.js";
import { type Endpoint, workspaces } from "./request.js";
import { runEndpoints } from "./runs.js";
import { triggerEndpoints } from "./triggers.js";

const endpoints: readonly Endpoint[] = [
  ...artifactEndpoints,
  ...triggerEndpoints,
  ...operationEndpoints,
  ...runEndpoints,
  ...batchEndpoints,
];

/** What tokens are for; the vendor's client asks for it. */
export const synapseAudience = "https://dev.azuresynapse.net";

/**
 * The development endpoints of Synapse workspaces, 2020-12-01: https://learn.microsoft.com/rest/api/synapse/data-plane. In the cloud
 * each has a host of its own; here the workspace is the first part of the path.
 */
export const createSynapse = (store: Store, settings: Settings): Service => ({
  plane: "synapse",
  answer: (call) => answered(call, store, settings),
  unable: (status) =>
    problem(
      status,
      status === 429 ? "TooManyRequests" : "InternalServerError",
      status === 429 ? "Too many requests. Please try again later." : "An internal error occurred.",
    ),
});

function answered(call: Call, store: Store, settings: Settings): Answer {
  const [first = "", ...rest] = call.segments;
  const workspace = workspaceOf(store, first) ?? refuse(404, "WorkspaceNotFound", `There is no workspace '${first}'.`);
  const found = endpoints.flatMap((endpoint) => {
    const values = matched(`/${endpoint.path}`, rest);
    return values === undefined ? [] : [{ endpoint, name: values.get("name") ?? "", pool: values.get("pool") ?? "" }];
  });
  authenticated(call, settings);
  const isOfLivy = rest[0] === "livyApi";
  if (!isOfLivy && call.query.get("api-version") !== "2020-12-01")
    refuse(400, "BadRequest", "The api-version query parameter must be 2020-12-01.");
  const { endpoint, name, pool } =
    found.find((one) => one.endpoint.method === call.method) ??
    refuse(found.length > 0 ? 405 : 404, "NotFound", `There is no ${call.method} ${call.path}.`);
  authorize(call, settings, endpoint.action, `${workspace.name}${pool === "" ? "" : `/bigDataPools/${pool}`}`);
  return endpoint.handle({ call, store, settings, workspace, name, pool });
}

/** Workspaces' names are unique in all of Azure. */
const workspaceOf = (store: Store, name: string): Resource | undefined =>
  [...store.resources.values()].find((one) => one.type === workspaces && one.name.toLowerCase() === name.toLowerCase());

function authenticated({ caller }: Call, { principals }: Settings): void {
  if (caller === "missing") refuse(401, "AuthenticationFailed", "Authentication failed: there is no token.");
  const isKnown = typeof caller !== "string" && principals.some(({ id }) => id === caller.oid);
  if (!isKnown || typeof caller === "string" || !isFor(caller, [synapseAudience]))
    refuse(401, "AuthenticationFailed", "Token Authentication failed.");
}

/** The words: https://github.com/MicrosoftDocs/azure-docs/issues/100560. A role of Azure gives nothing here. */
function authorize({ caller }: Call, { principals }: Settings, action: string, workspace: string): void {
  const principal = typeof caller === "string" ? undefined : principals.find(({ id }) => id === caller.oid);
  if (principal?.synapse?.some((one) => covers(one, action)) === true) return;
  refuse(
    403,
    "Unauthorized",
    `The principal '${principal?.client}' does not have the required Synapse RBAC permission to perform this action. Required permission: Action: ${action}, Scope: workspaces/${workspace}.`,
  );
}
