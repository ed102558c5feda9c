import { randomUUID } from "node:crypto";
import { type Answer, type Call, Refusal, type Service } from "../call.js";
import { isFor } from "../issuer.js";
import { isDataGranted } from "../principal.js";
import { containerScope, type Settings } from "../settings.js";
import type { Store } from "../store.js";
import { containerKey } from "./address.js";

const codes = {
  NoAuthenticationInformation: 401,
  InvalidAuthenticationInfo: 401,
  AuthorizationPermissionMismatch: 403,
  MissingRequiredHeader: 400,
  MissingRequiredQueryParameter: 400,
  InvalidQueryParameterValue: 400,
  FilesystemNotFound: 404,
  PathNotFound: 404,
  UnsupportedHttpVerb: 405,
  DirectoryNotEmpty: 409,
  LeaseIdMissing: 412,
  InternalError: 500,
  ServerBusy: 503,
} as const;

/** https://learn.microsoft.com/rest/api/storageservices/data-lake-storage-gen2-error-codes */
const problem = (code: keyof typeof codes): Answer => ({
  status: codes[code],
  headers: { "content-type": "application/json", "x-ms-error-code": code, "x-ms-request-id": randomUUID() },
  body: JSON.stringify({ error: { code, message: code } }),
});

function refuse(code: keyof typeof codes): never {
  throw new Refusal(problem(code));
}

/**
 * The endpoint `dfs` of a storage account, of which folders are deleted here; an account without hierarchical namespace is what is stood
 * in for, which deletes so many paths with each request.
 * https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path/delete
 */
export const createFiles = (store: Store, settings: Settings): Service => ({
  plane: "files",
  answer: (call) => answered(call, store, settings),
  unable: (status) => ({ ...problem(status === 500 ? "InternalError" : "ServerBusy"), status }),
});

function answered(call: Call, store: Store, settings: Settings): Answer {
  const { caller, segments, method } = call;
  if (caller === "missing") return refuse("NoAuthenticationInformation");
  const principal = typeof caller === "string" ? undefined : settings.principals.find(({ id }) => id === caller.oid);
  if (typeof caller === "string" || principal === undefined || !isFor(caller, ["https://storage.azure.com"]))
    return refuse("InvalidAuthenticationInfo");
  if (call.header("x-ms-version") === undefined) return refuse("MissingRequiredHeader");
  const [account = "", container = "", ...names] = segments;
  const path = names.join("/");
  if (method !== "DELETE" || path === "") return refuse("UnsupportedHttpVerb");
  const scope = containerScope(settings, account, container);
  const action = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete";
  if (!isDataGranted(principal.grants, action, scope)) return refuse("AuthorizationPermissionMismatch");
  const place = containerKey({ account, container, blob: undefined });
  if (!store.containers.has(place)) return refuse("FilesystemNotFound");
  return deleted(call, store, `${place}/${path}`, settings);
}

function deleted({ query }: Call, { blobs }: Store, key: string, { pageSize, now }: Settings): Answer {
  const below = [...blobs.keys()].filter((one) => one.startsWith(`${key}/`)).sort();
  const found = blobs.has(key) ? [...below, key] : below;
  if (found.length === 0) return refuse("PathNotFound");
  const recursive = query.get("recursive");
  if (below.length > 0) {
    if (recursive === null) return refuse("MissingRequiredQueryParameter");
    if (recursive !== "true") return refuse("DirectoryNotEmpty");
  }
  const token = query.get("continuation");
  const tokenOf = (name: string): string => Buffer.from(name).toString("base64url");
  if (token !== null && !found.some((name) => tokenOf(name) === token)) return refuse("InvalidQueryParameterValue");
  const page = found.slice(0, pageSize);
  const isLeased = page.some((name) => {
    const lease = blobs.get(name)?.lease;
    return lease !== undefined && (lease.expiresAt === undefined || lease.expiresAt > now());
  });
  if (isLeased) return refuse("LeaseIdMissing");
  for (const name of page) blobs.delete(name);
  const [next] = found.slice(page.length);
  return { status: 200, headers: { ...(next === undefined ? {} : { "x-ms-continuation": tokenOf(next) }) } };
}
