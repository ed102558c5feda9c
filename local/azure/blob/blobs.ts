import { createHash } from "node:crypto";
import type { Answer, Call } from "../call.js";
import type { Blob, Headers } from "../store.js";
import { blobKey, containerKey } from "./address.js";
import { blobHeaders, contentHeaders, metadataIn, newEtag } from "./blob-headers.js";
import { checkRead, checkWrite } from "./conditions.js";
import { checkReadable, checkWritable, leaseAfterWrite, leaseHeaders } from "./lease-state.js";
import { refuse } from "./refusals.js";
import type { StorageRequest } from "./request.js";

/** https://learn.microsoft.com/rest/api/storageservices/put-blob */
export function putBlob(request: StorageRequest): Answer {
  const { call, store, address, now } = request;
  const type = call.header("x-ms-blob-type") ?? refuse("MissingRequiredHeader");
  if (type !== "BlockBlob") refuse("InvalidHeaderValue");
  const md5 = checkedMd5(call);
  const before = store.blobs.get(blobKey(address));
  checkWrite(call, before);
  if (before !== undefined) checkWritable(call, before, now);
  const blob: Blob = {
    container: containerKey(address),
    name: address.blob ?? "",
    content: call.body.toString("base64"),
    headers: { "Content-MD5": md5, ...contentHeaders(call) },
    metadata: metadataIn(call),
    etag: newEtag(),
    createdAt: before?.createdAt ?? now,
    modifiedAt: now,
    ...leaseAfterWrite(before?.lease, now),
  };
  store.blobs.set(blobKey(address), blob);
  return {
    status: 201,
    headers: { ...blobHeaders(blob), "Content-MD5": md5, "x-ms-request-server-encrypted": "true" },
  };
}

/**
 * The content's MD5, which is what the caller says it is, if it says one. Of two headers the blob's own counts:
 * https://learn.microsoft.com/archive/blogs/windowsazurestorage/windows-azure-blob-md5-overview
 */
function checkedMd5(call: Call): string {
  const md5 = createHash("md5").update(call.body).digest("base64");
  const said = call.header("x-ms-blob-content-md5") ?? call.header("content-md5");
  if (said === undefined || said === md5) return md5;
  return refuse(Buffer.from(said, "base64").length === 16 ? "Md5Mismatch" : "InvalidMd5");
}

/** https://learn.microsoft.com/rest/api/storageservices/get-blob; for HEAD the body is not sent: https://learn.microsoft.com/rest/api/storageservices/get-blob-properties */
export function getBlob(request: StorageRequest): Answer {
  const { call, now } = request;
  const blob = blobAt(request);
  checkReadable(call, blob, now);
  checkRead(call, blob);
  const content = Buffer.from(blob.content, "base64");
  const range = call.method === "HEAD" ? undefined : rangeIn(call, content.length);
  const { "Content-MD5": md5, ...headers } = blob.headers;
  const body = range === undefined ? content : content.subarray(range.from, range.to);
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      ...headers,
      ...blob.metadata,
      ...blobHeaders(blob),
      ...leaseHeaders(blob, now),
      ...md5Headers(md5, range === undefined),
      "Content-Length": String(body.length),
      "x-ms-blob-type": "BlockBlob",
      "x-ms-creation-time": new Date(blob.createdAt).toUTCString(),
      "Accept-Ranges": "bytes",
      ...(range === undefined ? {} : { "Content-Range": `bytes ${range.from}-${range.to - 1}/${content.length}` }),
    },
    body,
  };
}

/** Of a part of a blob, `Content-MD5` would be the part's. */
function md5Headers(md5: string | undefined, isWhole: boolean): Headers {
  if (md5 === undefined) return {};
  return isWhole ? { "Content-MD5": md5 } : { "x-ms-blob-content-md5": md5 };
}

/** https://learn.microsoft.com/rest/api/storageservices/set-blob-metadata */
export function setMetadata(request: StorageRequest): Answer {
  const { call, store, address, now } = request;
  const before = blobAt(request);
  checkWrite(call, before);
  checkWritable(call, before, now);
  const { lease, ...rest } = before;
  const blob = {
    ...rest,
    ...leaseAfterWrite(lease, now),
    metadata: metadataIn(call),
    etag: newEtag(),
    modifiedAt: now,
  };
  store.blobs.set(blobKey(address), blob);
  return { status: 200, headers: blobHeaders(blob) };
}

/** https://learn.microsoft.com/rest/api/storageservices/delete-blob */
export function deleteBlob(request: StorageRequest): Answer {
  const { call, store, address, now } = request;
  const blob = blobAt(request);
  checkWrite(call, blob);
  checkWritable(call, blob, now);
  store.blobs.delete(blobKey(address));
  return { status: 202 };
}

const blobAt = ({ store, address }: StorageRequest): Blob =>
  store.blobs.get(blobKey(address)) ?? refuse("BlobNotFound");

/** https://learn.microsoft.com/rest/api/storageservices/specifying-the-range-header-for-blob-service-operations */
function rangeIn(call: Call, length: number): { readonly from: number; readonly to: number } | undefined {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(call.header("x-ms-range") ?? call.header("range") ?? "") ?? [];
  if (from === undefined || to === undefined) return undefined;
  if (Number(from) >= length) return refuse("InvalidRange");
  return { from: Number(from), to: to === "" ? length : Math.min(length, Number(to) + 1) };
}
