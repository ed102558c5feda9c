import type { Answer, Call, Service } from "../call.js";
import { isFor } from "../issuer.js";
import type { Principal } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Store } from "../store.js";
import { jobEndpoints } from "./jobs.js";
import { notebookEndpoints } from "./notebooks.js";
import { objectEndpoints } from "./objects.js";
import { problem, refuse, refuseCaller } from "./refusals.js";
import { type Endpoint, valuesOf } from "./request.js";

const endpoints: readonly Endpoint[] = [...objectEndpoints, ...notebookEndpoints, ...jobEndpoints];

/** The application that tokens for every workspace are for: https://learn.microsoft.com/azure/databricks/dev-tools/auth/aad-token-manual */
export const workspaceAudience = "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d";

/** A Databricks workspace: https://docs.databricks.com/api/azure/workspace/introduction */
export const createWorkspace = (store: Store, settings: Settings): Service => ({
  plane: "databricks",
  answer: (call) => answered(call, store, settings),
  // https://learn.microsoft.com/azure/databricks/resources/limits#api-rate-limits
  unable: (status) =>
    status === 429
      ? problem(
          "REQUEST_LIMIT_EXCEEDED",
          "Your request has been rejected since your organization has exceeded the rate limit. Please retry your request later.",
        )
      : {
          ...problem(
            status === 503 ? "TEMPORARILY_UNAVAILABLE" : "INTERNAL_ERROR",
            "The service is at capacity. Please try again later.",
          ),
          status,
        },
});

function answered(call: Call, store: Store, settings: Settings): Answer {
  const principal = authenticated(call, settings);
  const [, version = "", path = ""] = /^\/api\/(\d\.\d)\/(.+)$/.exec(call.path) ?? [];
  const endpoint = endpoints.find(
    (one) => one.path === path && one.method === call.method && one.versions.includes(version),
  );
  if (endpoint === undefined)
    return refuse("ENDPOINT_NOT_FOUND", `No API found for '${call.method} ${call.path.replace("/api", "")}'`);
  return endpoint.handle({ call, store, principal, given: valuesOf(call), now: settings.now() });
}

function authenticated({ caller }: Call, { principals }: Settings): Principal {
  if (caller === "missing") {
    return refuseCaller(401, "Credential was not sent or was of an unsupported type for this API.");
  }
  const principal = typeof caller === "string" ? undefined : principals.find(({ id }) => id === caller.oid);
  if (typeof caller === "string" || principal === undefined || !isFor(caller, [workspaceAudience])) {
    return refuseCaller(403, "Invalid access token.");
  }
  if (principal.workspace === undefined) {
    return refuse("PERMISSION_DENIED", `${principal.client} is not a user of this workspace.`);
  }
  return principal;
}
