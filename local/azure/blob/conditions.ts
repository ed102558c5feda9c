import { type Call, Refusal } from "../call.js";
import type { Blob } from "../store.js";
import { refuse } from "./refusals.js";

/** https://learn.microsoft.com/rest/api/storageservices/specifying-conditional-headers-for-blob-service-operations */
export function checkRead(call: Call, blob: Blob): void {
  checkSame(call, blob);
  const noneMatch = call.header("if-none-match");
  const since = timeIn(call, "if-modified-since");
  const isKnown = noneMatch !== undefined ? matches(noneMatch, blob) : since !== undefined && seconds(blob) <= since;
  if (!isKnown) return;
  throw new Refusal({ status: 304, headers: { ETag: blob.etag, "x-ms-error-code": "ConditionNotMet" } });
}

/** `If-None-Match: *` makes sure that nothing is there: what is there is 409. */
export function checkWrite(call: Call, blob: Blob | undefined): void {
  const noneMatch = call.header("if-none-match");
  if (noneMatch === "*" && blob !== undefined) refuse("BlobAlreadyExists");
  if (blob === undefined) {
    if (call.header("if-match") !== undefined) refuse("ConditionNotMet");
    return;
  }
  checkSame(call, blob);
  const since = timeIn(call, "if-modified-since");
  if (noneMatch !== undefined && matches(noneMatch, blob)) refuse("ConditionNotMet");
  if (since !== undefined && seconds(blob) <= since) refuse("ConditionNotMet");
}

function checkSame(call: Call, blob: Blob): void {
  const match = call.header("if-match");
  const since = timeIn(call, "if-unmodified-since");
  if (match !== undefined && !matches(match, blob)) refuse("ConditionNotMet");
  if (since !== undefined && seconds(blob) > since) refuse("ConditionNotMet");
}

const matches = (wanted: string, { etag }: Blob): boolean =>
  wanted === "*" || wanted.split(",").some((one) => one.trim().replaceAll('"', "") === etag.replaceAll('"', ""));

function timeIn(call: Call, name: string): number | undefined {
  const text = call.header(name);
  const time = text === undefined ? undefined : Date.parse(text);
  return Number.isNaN(time) ? refuse("InvalidHeaderValue") : time;
}

/** Times in headers are whole seconds. */
const seconds = ({ modifiedAt }: Blob): number => Math.floor(modifiedAt / 1000) * 1000;
