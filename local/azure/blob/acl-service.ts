import { type Answer, type Call, Refusal, type Service } from "../call.js";
import { isFor } from "../issuer.js";
import { aclText, parsedAcl, permissionsText, wrongIn } from "./acl.js";
import type { AclTree, TreeNode } from "./acl-tree.js";

export interface AclServiceRequest {
  /** The containers of the account, by name. */
  readonly containers: ReadonlyMap<string, AclTree>;
  /** Who may do everything with them (Storage Blob Data Owner); others are refused. */
  readonly superusers: readonly string[];
  readonly pageSize: number;
  /** Called when lists are about to be set: others may be at work meanwhile. */
  readonly onSet?: (path: string) => void;
}

/**
 * The access lists of a storage account with folders, as the endpoint `dfs` has them, asked with one account's own host.
 * https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path
 */
export const createAclService = (request: AclServiceRequest): Service => ({
  plane: "blob",
  answer: (call) => answered(call, request),
  unable: (status) => problem(status, status === 500 ? "InternalError" : "ServerBusy"),
});

const problem = (status: number, code: string): Answer => ({
  status,
  headers: { "x-ms-error-code": code, "content-type": "application/json" },
  body: JSON.stringify({ error: { code, message: code } }),
});

function refuse(status: number, code: string): never {
  throw new Refusal(problem(status, code));
}

function answered(call: Call, request: AclServiceRequest): Answer {
  const { caller, segments, query, method } = call;
  if (typeof caller === "string" || !isFor(caller, ["https://storage.azure.com"]))
    return refuse(401, "InvalidAuthenticationInfo");
  if (!request.superusers.includes(caller.oid)) return refuse(403, "AuthorizationPermissionMismatch");
  const [container = "", ...names] = segments;
  const tree = request.containers.get(container);
  if (tree === undefined) return refuse(404, "FilesystemNotFound");
  const path = names.filter((name) => name !== "").join("/");
  const action = query.get("action");
  if (method === "GET" && query.get("resource") === "filesystem") return listed(tree, query, request.pageSize);
  const node = tree.nodes.get(path);
  if (node === undefined) return refuse(404, "PathNotFound");
  if (method === "HEAD" && action === "getAccessControl") return { status: 200, headers: headersOf(node) };
  if (method === "PATCH" && action === "setAccessControl") {
    request.onSet?.(path);
    return set(call, tree, path, tree.nodes.get(path));
  }
  return refuse(400, "UnsupportedRestVersion");
}

const headersOf = ({ etag, owner, group, entries, isSticky }: TreeNode): Readonly<Record<string, string>> => ({
  etag,
  "x-ms-owner": owner,
  "x-ms-group": group,
  "x-ms-permissions": permissionsText(entries, isSticky),
  "x-ms-acl": aclText(entries),
});

function set(call: Call, tree: AclTree, path: string, node: TreeNode | undefined): Answer {
  const entries = parsedAcl(call.header("x-ms-acl") ?? "");
  const condition = call.header("if-match");
  if (node === undefined) return refuse(404, "PathNotFound");
  if (condition !== undefined && condition !== "*" && condition !== node.etag) return refuse(412, "ConditionNotMet");
  if (entries === undefined || wrongIn(entries, node.isFolder) !== undefined) return refuse(400, "InvalidAcl");
  tree.setEntries(path, entries);
  return { status: 200, headers: { etag: tree.nodes.get(path)?.etag ?? "" } };
}

/** All below the root, page by page. */
function listed({ nodes }: AclTree, query: URLSearchParams, most: number): Answer {
  if (query.get("recursive") !== "true") return refuse(400, "InvalidQueryParameterValue");
  const size = Math.min(most, Number(query.get("maxResults") ?? most));
  const after = query.get("continuation") ?? "";
  const names = [...nodes.keys()].filter((name) => name !== "" && name > after).sort();
  const page = names.slice(0, size);
  const paths = page.flatMap((name) => {
    const node = nodes.get(name);
    if (node === undefined) return [];
    const { isFolder, isSticky, owner, group, entries, etag } = node;
    const place = isFolder ? { isDirectory: "true" } : {};
    return [
      { name, ...place, owner, group, permissions: permissionsText(entries, isSticky), etag, contentLength: "0" },
    ];
  });
  const next = names.length > size ? page.at(-1) : undefined;
  return {
    status: 200,
    headers: { "content-type": "application/json", ...(next === undefined ? {} : { "x-ms-continuation": next }) },
    body: JSON.stringify({ paths }),
  };
}
