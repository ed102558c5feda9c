import type { Answer, Call } from "../call.js";
import type { Blob, Store } from "../store.js";
import { containerKey } from "./address.js";
import { containerAt } from "./containers.js";
import { leaseHeaders } from "./lease-state.js";
import { refuse } from "./refusals.js";
import type { StorageRequest } from "./request.js";
import { type Tree, xml } from "./xml.js";

/** https://learn.microsoft.com/rest/api/storageservices/list-blobs; with a delimiter, what lies deeper is one prefix. */
export function listBlobs(request: StorageRequest): Answer {
  const { call, store, address, now } = request;
  const { name: container } = containerAt(request);
  const prefix = call.query.get("prefix") ?? "";
  const delimiter = call.query.get("delimiter") ?? "";
  const entries = new Map<string, Blob | undefined>();
  for (const blob of blobsOf(store, containerKey(address))) {
    if (!blob.name.startsWith(prefix)) continue;
    const cut = delimiter === "" ? -1 : blob.name.indexOf(delimiter, prefix.length);
    entries.set(cut === -1 ? blob.name : blob.name.slice(0, cut + delimiter.length), cut === -1 ? blob : undefined);
  }
  const isWithMetadata = (call.query.get("include") ?? "").split(",").includes("metadata");
  const { page, next } = pageOf(call, [...entries]);
  const blobs = page.map(([name, blob]): readonly [string, Tree] =>
    blob === undefined ? ["BlobPrefix", [["Name", name]]] : ["Blob", blobTree(blob, isWithMetadata, now)],
  );
  const attributes = ` ServiceEndpoint="${call.origin}/${address.account}/" ContainerName="${container}"`;
  return listing(call, attributes, [
    ["Blobs", blobs],
    ["NextMarker", next],
  ]);
}

/** https://learn.microsoft.com/rest/api/storageservices/list-containers2 */
export function listContainers({ call, store, address: { account } }: StorageRequest): Answer {
  const prefix = call.query.get("prefix") ?? "";
  const all = [...store.containers.values()]
    .filter((one) => one.account === account && one.name.startsWith(prefix))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { page, next } = pageOf(
    call,
    all.map((one) => [one.name, one] as const),
  );
  const containers = page.map(([name, { etag, modifiedAt }]): readonly [string, Tree] => [
    "Container",
    [
      ["Name", name],
      [
        "Properties",
        [
          ["Last-Modified", new Date(modifiedAt).toUTCString()],
          ["Etag", etag],
        ],
      ],
    ],
  ]);
  return listing(call, ` ServiceEndpoint="${call.origin}/${account}/"`, [
    ["Containers", containers],
    ["NextMarker", next],
  ]);
}

/** In the order of the names' bytes. */
const blobsOf = (store: Store, container: string): readonly Blob[] =>
  [...store.blobs.values()]
    .filter((blob) => blob.container === container)
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));

/**
 * What comes from the caller's marker on, and the next marker: the first name of the next page, which may be gone by then. How many:
 * https://learn.microsoft.com/rest/api/storageservices/enumerating-blob-resources#set-maximum-results
 */
function pageOf<T>(
  { query }: Call,
  entries: readonly (readonly [name: string, value: T])[],
): { readonly page: readonly (readonly [name: string, value: T])[]; readonly next: string } {
  const marker = Buffer.from(query.get("marker") ?? "", "base64url");
  const wanted = Number(query.get("maxresults") ?? 5000);
  if (!(Number.isInteger(wanted) && wanted > 0)) refuse("OutOfRangeQueryParameterValue");
  const size = Math.min(wanted, 5000);
  const from = entries.findIndex(([name]) => Buffer.compare(Buffer.from(name), marker) >= 0);
  const page = from === -1 ? [] : entries.slice(from, from + size);
  const next = from === -1 ? undefined : entries[from + size]?.[0];
  return { page, next: next === undefined ? "" : Buffer.from(next).toString("base64url") };
}

const blobTree = (blob: Blob, isWithMetadata: boolean, now: number): Tree => {
  const lease = leaseHeaders(blob, now);
  const metadata = Object.entries(blob.metadata).map(
    ([name, value]) => [name.replace(/^x-ms-meta-/, ""), value] as const,
  );
  return [
    ["Name", blob.name],
    [
      "Properties",
      [
        ["Creation-Time", new Date(blob.createdAt).toUTCString()],
        ["Last-Modified", new Date(blob.modifiedAt).toUTCString()],
        ["Etag", blob.etag.replaceAll('"', "")],
        ["Content-Length", Buffer.byteLength(blob.content, "base64")],
        ["Content-Type", blob.headers["Content-Type"]],
        ["Content-MD5", blob.headers["Content-MD5"]],
        ["BlobType", "BlockBlob"],
        ["LeaseStatus", lease["x-ms-lease-status"]],
        ["LeaseState", lease["x-ms-lease-state"]],
        ["LeaseDuration", lease["x-ms-lease-duration"]],
      ],
    ],
    ["Metadata", isWithMetadata ? metadata : undefined],
  ];
};

function listing({ query }: Call, attributes: string, tree: readonly (readonly [string, Tree])[]): Answer {
  const asked = (["prefix", "marker", "maxresults", "delimiter"] as const).map((name): readonly [string, Tree] => [
    { prefix: "Prefix", marker: "Marker", maxresults: "MaxResults", delimiter: "Delimiter" }[name],
    query.get(name) ?? undefined,
  ]);
  const body = `<?xml version="1.0" encoding="utf-8"?>${xml("EnumerationResults", [...asked, ...tree], attributes)}`;
  return { status: 200, headers: { "Content-Type": "application/xml" }, body };
}
