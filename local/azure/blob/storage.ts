import { randomUUID } from "node:crypto";
import type { Answer, Call, Service } from "../call.js";
import { isDataGranted, isGranted, type Principal } from "../principal.js";
import type { Settings } from "../settings.js";
import type { Store } from "../store.js";
import { type Address, addressOf, blobKey, containerKey } from "./address.js";
import { deleteBlob, getBlob, type Place, putBlob, setMetadata } from "./blobs.js";
import { containerAt, createContainer, deleteContainer, getContainer } from "./containers.js";
import { leaseBlob } from "./leases.js";
import { listBlobs, listContainers } from "./lists.js";
import { problem, refuse } from "./refusals.js";

/** One operation: what a role must have for it, and what it does. */
interface Operation {
  readonly action: string;
  /** Whether the action is one on data. */
  readonly isOnData: boolean;
  readonly run: () => Answer;
}

/** https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory#microsoft-authentication-library-msal */
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
  const principal = authenticated(call, settings);
  const address = addressOf(call);
  const { action, isOnData, run } = operationOf(call, store, address, settings.now());
  const scope = `${settings.accounts[address.account] ?? `/${address.account}`}/blobServices/default/containers/${address.container ?? ""}`;
  const isAllowed = isOnData
    ? isDataGranted(principal.grants, action, scope)
    : isGranted(principal.grants, action, scope);
  if (!isAllowed) refuse("AuthorizationPermissionMismatch");
  return run();
}

/** Which operation a request asks for, and the action: https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory#permissions-for-blob-service-operations */
function operationOf(call: Call, store: Store, address: Address, now: number): Operation {
  const containers = "Microsoft.Storage/storageAccounts/blobServices/containers";
  const onContainer = (verb: string, run: () => Answer): Operation => ({
    action: `${containers}/${verb}`,
    isOnData: false,
    run,
  });
  const onBlob = (verb: string, run: () => Answer): Operation => ({
    action: `${containers}/blobs/${verb}`,
    isOnData: true,
    run,
  });
  const what = [
    call.method,
    address.blob !== undefined ? "blob" : address.container !== undefined ? "container" : "account",
    call.query.get("comp") ?? "",
  ].join(" ");
  const place = (): Place => {
    containerAt(store, address);
    return { call, store, container: containerKey(address), name: address.blob ?? "", now };
  };
  switch (what) {
    case "GET account list":
      return onContainer("read", () => listContainers(call, store, address));
    case "PUT container ":
      return onContainer("write", () => createContainer(call, store, address, now));
    case "GET container ":
    case "HEAD container ":
      return onContainer("read", () => getContainer(store, address));
    case "DELETE container ":
      return onContainer("delete", () => deleteContainer(store, address));
    case "GET container list":
      return onBlob("read", () => listBlobs(call, store, address, now));
    case "GET blob ":
    case "HEAD blob ":
      return onBlob("read", () => getBlob(place()));
    case "PUT blob ":
      return onBlob("write", () => putBlob(place()));
    case "PUT blob metadata":
      return onBlob("write", () => setMetadata(place()));
    case "PUT blob lease":
      return onBlob("write", () => leaseBlob(call, store, blobKey({ ...address, container: address.container }), now));
    case "DELETE blob ":
      return onBlob("delete", () => deleteBlob(place()));
    default:
      return refuse("UnsupportedHttpVerb");
  }
}

function authenticated({ caller }: Call, { principals }: Settings): Principal {
  if (caller === "missing") {
    return refuse("NoAuthenticationInformation", {
      "WWW-Authenticate": `Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize resource_id=${storageAudience}`,
    });
  }
  const principal = typeof caller === "string" ? undefined : principals.find(({ id }) => id === caller.oid);
  if (typeof caller === "string" || principal === undefined || caller.aud.replace(/\/$/, "") !== storageAudience) {
    return refuse("InvalidAuthenticationInfo");
  }
  return principal;
}
