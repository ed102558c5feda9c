import { randomBytes } from "node:crypto";
import type { Call } from "../call.js";
import type { Headers } from "../store.js";
import { refuse } from "./refusals.js";

/** Another one for each write. */
export const newEtag = (): string => `"0x8D${randomBytes(6).toString("hex").toUpperCase()}"`;

/** What every answer about a blob or a container says. */
export const blobHeaders = ({ etag, modifiedAt }: { readonly etag: string; readonly modifiedAt: number }): Headers => ({
  ETag: etag,
  "Last-Modified": new Date(modifiedAt).toUTCString(),
});

const kept = ["Type", "Encoding", "Language", "Disposition", "MD5"];

/** How the caller wants the content to be answered: https://learn.microsoft.com/rest/api/storageservices/put-blob#request-headers-all-blob-types */
export function contentHeaders(call: Call): Headers {
  const given = [
    ...kept.map((name) => [`Content-${name}`, call.header(`x-ms-blob-content-${name}`)] as const),
    ["Cache-Control", call.header("x-ms-blob-cache-control")] as const,
  ];
  const set = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { "Content-Type": call.header("content-type") ?? "application/octet-stream", ...Object.fromEntries(set) };
}

/**
 * Names are identifiers of C#, of which here those of plain letters; all together has at most 8 KiB:
 * https://learn.microsoft.com/rest/api/storageservices/setting-and-retrieving-properties-and-metadata-for-blob-resources
 */
export function metadataIn(call: Call): Headers {
  const given = call.headerNames
    .filter((name) => name.startsWith("x-ms-meta-"))
    .map((name) => [name, call.header(name) ?? ""] as const);
  if (!given.every(([name]) => /^x-ms-meta-[a-z_]\w*$/.test(name))) refuse("InvalidMetadata");
  const size = given.reduce((sum, [name, value]) => sum + name.length - "x-ms-meta-".length + value.length, 0);
  if (size > 8 * 1024) refuse("MetadataTooLarge");
  return Object.fromEntries(given);
}
