import type { Answer, Call, Service } from "../call.js";
import { isFor } from "../issuer.js";
import type { JsonObject } from "../json.js";
import type { Principal } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Store } from "../store.js";
import { identityEndpoints } from "./identity.js";
import { jobAccessEndpoints } from "./job-access.js";
import { runEndpoints } from "./job-runs.js";
import { jobEndpoints } from "./jobs.js";
import { notebookEndpoints } from "./notebooks.js";
import { objectEndpoints } from "./objects.js";
import { problem, refuse, refuseCaller } from "./refusals.js";
import { type Endpoint, valuesOf } from "./request.js";
import { permissionEndpoints } from "./securable-permissions.js";
import { securableEndpoints } from "./securables.js";

const endpoints: readonly Endpoint[] = [
  ...objectEndpoints,
  ...notebookEndpoints,
  ...jobEndpoints,
  ...jobAccessEndpoints,
  ...runEndpoints,
  ...identityEndpoints,
  ...securableEndpoints,
  ...permissionEndpoints,
];

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
  const found = endpoints.flatMap((endpoint) => {
    const { method, versions } = endpoint;
    const values = method === call.method && versions.includes(version) ? matched(endpoint.path, path) : undefined;
    return values === undefined ? [] : [{ endpoint, values }];
  })[0];
  if (found === undefined)
    return refuse("ENDPOINT_NOT_FOUND", `No API found for '${call.method} ${call.path.replace("/api", "")}'`);
  const given = { ...valuesOf(call), ...found.values };
  const { principals, operationTime } = settings;
  return found.endpoint.handle({ call, store, principal, principals, given, now: settings.now(), operationTime });
}

/** The values of a path; undefined: it is another one. */
function matched(pattern: string, path: string): JsonObject | undefined {
  const [wanted, parts] = [pattern.split("/"), path.split("/")];
  const isSame = (part: string, at: number): boolean => part.startsWith("{") || part === parts[at];
  if (wanted.length !== parts.length || !wanted.every(isSame)) return undefined;
  const named = wanted.map((part, at) => [/^\{(.+)\}$/.exec(part)?.[1], parts[at]] as const);
  return Object.fromEntries(named.flatMap(([name, value]) => (name === undefined ? [] : [[name, value ?? ""]])));
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
