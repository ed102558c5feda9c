import { randomUUID } from "node:crypto";
import { withRoles } from "../arm/roles.js";
import type { Answer, Call, Service } from "../call.js";
import { isFor } from "../issuer.js";
import { isDataGranted, isGranted, type Principal } from "../principal.js";
import { containerScope, type Settings } from "../settings.js";
import type { Store } from "../store.js";
import { type Address, addressOf } from "./address.js";
import { deleteBlob, getBlob, putBlob, setMetadata } from "./blobs.js";
import { containerAt, createContainer, deleteContainer, getContainer } from "./containers.js";
import { leaseBlob } from "./leases.js";
import { listBlobs, listContainers } from "./lists.js";
import { problem, refuse } from "./refusals.js";
import type { StorageRequest } from "./request.js";

/** One operation: what a role must have for it, and what it does. */
interface Operation {
  readonly action: string;
  /** Whether the action is one on data. */
  readonly isOnData: boolean;
  readonly run: (request: StorageRequest) => Answer;
}

/** What tokens are for: https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory#use-oauth-access-tokens-for-authentication */
export const storageAudience = "https://storage.azure.com";

/** Blob storage: https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api */
export const createStorage = (store: Store, settings: Settings): Service => ({
  plane: "blob",
  answer: (call) => named(answered(call, store, settings)),
  // Storage says 503 where others say 429: https://learn.microsoft.com/azure/storage/blobs/scalability-targets
  unable: (status) => named({ ...problem(status === 500 ? "InternalError" : "ServerBusy"), status }),
});

const named = ({ headers, ...answer }: Answer): Answer => ({
  ...answer,
  headers: { "x-ms-request-id": randomUUID(), "x-ms-version": "2025-11-05", ...headers },
});

function answered(call: Call, store: Store, settings: Settings): Answer {
  const principal = withRoles(authenticated(call, settings), store);
  const address = addressOf(call);
  const { action, isOnData, run } = operationOf(call, address);
  const scope = containerScope(settings, address.account, address.container ?? "");
  const isAllowed = isOnData
    ? isDataGranted(principal.grants, action, scope)
    : isGranted(principal.grants, action, scope);
  if (!isAllowed) refuse("AuthorizationPermissionMismatch");
  return run({ call, store, address, now: settings.now() });
}

const containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
const onContainer = (verb: string, run: Operation["run"]): Operation => ({
  action: `${containers}/${verb}`,
  isOnData: false,
  run,
});
const onBlob = (verb: string, run: Operation["run"]): Operation => ({
  action: `${containers}/blobs/${verb}`,
  isOnData: true,
  run: (request) => {
    containerAt(request);
    return run(request);
  },
});

/** By method, what the path is about, and `comp`; the actions: https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory#permissions-for-blob-service-operations */
const operations: Readonly<Record<string, Operation>> = {
  "GET account list": onContainer("read", listContainers),
  "PUT container": onContainer("write", createContainer),
  "GET container": onContainer("read", getContainer),
  "HEAD container": onContainer("read", getContainer),
  "DELETE container": onContainer("delete", deleteContainer),
  "GET container list": onBlob("read", listBlobs),
  "GET blob": onBlob("read", getBlob),
  "HEAD blob": onBlob("read", getBlob),
  "PUT blob": onBlob("write", putBlob),
  "PUT blob metadata": onBlob("write", setMetadata),
  "PUT blob lease": onBlob("write", leaseBlob),
  "DELETE blob": onBlob("delete", deleteBlob),
};

function operationOf({ method, query }: Call, { container, blob }: Address): Operation {
  const what = blob !== undefined ? "blob" : container !== undefined ? "container" : "account";
  const comp = query.get("comp");
  return operations[`${method} ${what}${comp === null ? "" : ` ${comp}`}`] ?? refuse("UnsupportedHttpVerb");
}

/**
 * The first version that takes tokens: https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory. What is
 * said to a request of an older one: https://github.com/microsoft/typespec/pull/7216; to a request of none, taken to be the same.
 */
const firstVersion = "2017-11-09";

/** What a refused caller is told beside: https://github.com/Azure/AzureStor/issues/119 */
const challenge = {
  "WWW-Authenticate": `Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize resource_id=${storageAudience}`,
};

function authenticated({ caller, header }: Call, { principals }: Settings): Principal {
  if (caller === "missing") return refuse("NoAuthenticationInformation", { headers: challenge });
  const principal = typeof caller === "string" ? undefined : principals.find(({ id }) => id === caller.oid);
  if (typeof caller === "string" || principal === undefined) {
    return refuse("InvalidAuthenticationInfo", { headers: challenge });
  }
  if (!isFor(caller, [storageAudience])) {
    const detail = "Audience validation failed. Audience did not match.";
    return refuse("InvalidAuthenticationInfo", { headers: challenge, detail });
  }
  // Versions are days, which are in the order of their letters.
  if ((header("x-ms-version") ?? "") < firstVersion) {
    const detail = "Authentication scheme Bearer is not supported in this version.";
    return refuse("AuthenticationFailed", { detail });
  }
  return principal;
}
