import { randomUUID } from "node:crypto";
import type { Answer, Call, Service } from "../call.js";
import { isFor } from "../issuer.js";
import type { Principal } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Store } from "../store.js";
import { synapseRoutes } from "../synapse/resources.js";
import { accountRoleRoutes } from "./account-roles.js";
import { authorize } from "./authorize.js";
import { factoryRoutes } from "./factories.js";
import { globalParameterRoutes } from "./global-parameters.js";
import { objectRoutes } from "./objects.js";
import { operationRoutes } from "./operations.js";
import { problem, refuse } from "./refusals.js";
import { roleAssignmentRoutes } from "./role-assignments.js";
import { withRoles } from "./roles.js";
import { matched, type Route } from "./route.js";
import { runRoutes } from "./runs.js";
import { stackRoutes } from "./stacks.js";
import { triggerRoutes } from "./triggers.js";

const routes: readonly Route[] = [
  ...factoryRoutes,
  ...globalParameterRoutes,
  ...objectRoutes,
  ...triggerRoutes,
  ...runRoutes,
  ...operationRoutes,
  ...synapseRoutes,
  ...stackRoutes,
  ...roleAssignmentRoutes,
  ...accountRoleRoutes,
];

/** What tokens are for; in another cloud, its own address, which is what the vendor's client asks a token for. */
export const armAudiences = ["https://management.azure.com", "https://management.core.windows.net"];

/** Azure Resource Manager with Data Factory (https://learn.microsoft.com/rest/api/datafactory/) and what it has of Synapse. */
export const createArm = (store: Store, settings: Settings): Service => ({
  plane: "arm",
  answer: (call) => withIds(answered(call, store, settings)),
  unable: (status) =>
    status === 429
      ? // https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
        problem(429, "SubscriptionRequestsThrottled", "Number of requests exceeded the limit. Please try again later.")
      : problem(status, status === 503 ? "ServiceUnavailable" : "InternalServerError", "An internal error occurred."),
});

function answered(call: Call, store: Store, settings: Settings): Answer {
  const principal = withRoles(authenticated(call, settings), store);
  const found = routes.flatMap((route) => {
    const values = matched(route.path, call.segments);
    return values === undefined ? [] : [{ route, values }];
  });
  const { route, values } = found.find(({ route: { method } }) => method === call.method) ?? noRoute(found.length > 0);
  checkVersion(call, route.versions ?? ["2018-06-01"]);
  const id = `/${call.segments.slice(0, route.path.split("/").length - 1 - verbsOf(route)).join("/")}`;
  authorize(principal, route.action, id);
  return route.handle({ call, part: (name) => values.get(name) ?? "", id, store, settings, principal });
}

/** The parts of the path after the resource's id: `start`, or the list's name. */
const verbsOf = ({ path }: Route): number => (path.split("/").length % 2 === 0 ? 1 : 0);

function noRoute(isMethodWrong: boolean): never {
  if (isMethodWrong) return refuse(405, "MethodNotAllowed", "The requested resource does not support the http method.");
  return refuse(404, "InvalidResourceType", "The resource type could not be found.");
}

/** https://learn.microsoft.com/rest/api/azure/ and, for the words, https://github.com/Azure/azure-powershell/issues/26640 */
function checkVersion({ query }: Call, known: readonly string[]): void {
  const version = query.get("api-version");
  if (version === null || version === "") {
    refuse(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  }
  if (!known.includes(version ?? "")) {
    refuse(404, "InvalidResourceType", `The resource type could not be found for api version '${version}'.`);
  }
}

function authenticated({ caller, origin }: Call, { principals }: Settings): Principal {
  if (caller === "missing") {
    return refuse(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
  }
  if (caller === "expired") return refuse(401, "ExpiredAuthenticationToken", "The access token has expired.");
  const principal = typeof caller === "string" ? undefined : principals.find(({ id }) => id === caller.oid);
  if (typeof caller === "string" || principal === undefined) {
    return refuse(401, "InvalidAuthenticationToken", "The access token is invalid.");
  }
  if (!isFor(caller, [...armAudiences, origin])) {
    return refuse(
      401,
      "InvalidAuthenticationTokenAudience",
      `The access token has been obtained for wrong audience or resource '${[caller.aud].flat().join(" ")}'. It should exactly match with one of the allowed audiences 'https://management.core.windows.net/','https://management.core.windows.net','https://management.azure.com/','https://management.azure.com'.`,
    );
  }
  return principal;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling shows the ids that every answer has. */
const withIds = (answer: Answer): Answer => {
  const id = randomUUID();
  return { ...answer, headers: { "x-ms-request-id": id, "x-ms-correlation-request-id": id, ...answer.headers } };
};
