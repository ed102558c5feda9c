import { randomUUID } from "node:crypto";
import type { Answer, Call } from "../call.js";
import type { Blob, Headers, Lease } from "../store.js";
import { blobKey } from "./address.js";
import { blobHeaders } from "./blob-headers.js";
import { checkWrite } from "./conditions.js";
import { stateOf } from "./lease-state.js";
import { refuse } from "./refusals.js";
import type { StorageRequest } from "./request.js";

interface LeaseCall {
  readonly call: Call;
  readonly blob: Blob;
  readonly now: number;
}

/** What becomes of the lease, and the answer. */
interface Outcome {
  readonly status: number;
  readonly lease: Lease | undefined;
  readonly headers: Headers;
}

const actions: Readonly<Record<string, (request: LeaseCall) => Outcome>> = {
  acquire,
  renew,
  change,
  release,
  break: broken,
};

/** https://learn.microsoft.com/rest/api/storageservices/lease-blob; a lease changes neither the ETag nor the time of the last change. */
export function leaseBlob({ call, store, address, now }: StorageRequest): Answer {
  const key = blobKey(address);
  const blob = store.blobs.get(key) ?? refuse("BlobNotFound");
  checkWrite(call, blob);
  const action = actions[call.header("x-ms-lease-action") ?? ""] ?? refuse("InvalidHeaderValue");
  const { status, lease, headers } = action({ call, blob, now });
  const { lease: _, ...rest } = blob;
  store.blobs.set(key, lease === undefined ? rest : { ...rest, lease });
  return { status, headers: { ...blobHeaders(blob), ...headers } };
}

/** https://learn.microsoft.com/rest/api/storageservices/lease-blob#outcomes-of-lease-operations-on-blobs-by-lease-state, here and below */
function acquire({ call, blob: { lease }, now }: LeaseCall): Outcome {
  const seconds = Number(call.header("x-ms-lease-duration") ?? refuse("MissingRequiredHeader"));
  if (seconds !== -1 && !(Number.isInteger(seconds) && seconds >= 15 && seconds <= 60)) refuse("InvalidHeaderValue");
  const id = idIn(call, "x-ms-proposed-lease-id", randomUUID());
  const state = stateOf(lease, now);
  if (state === "breaking") {
    refuse(lease?.id === id ? "LeaseIsBreakingAndCannotBeAcquired" : "LeaseAlreadyPresent");
  }
  if (state === "leased" && lease?.id !== id) refuse("LeaseAlreadyPresent");
  return {
    status: 201,
    lease: lasting(id, seconds === -1 ? undefined : seconds, now),
    headers: { "x-ms-lease-id": id },
  };
}

/** An expired lease is renewed as long as nobody else has written or leased. */
function renew(request: LeaseCall): Outcome {
  const { id, duration } = owned(request);
  const state = stateOf(request.blob.lease, request.now);
  if (state === "breaking" || state === "broken") refuse("LeaseIsBrokenAndCannotBeRenewed");
  return { status: 200, lease: lasting(id, duration, request.now), headers: { "x-ms-lease-id": id } };
}

function change(request: LeaseCall): Outcome {
  const { call, blob, now } = request;
  const proposed = idIn(call, "x-ms-proposed-lease-id");
  idIn(call, "x-ms-lease-id");
  // Who asks again for the change that was made has made it.
  const lease = blob.lease?.id === proposed ? blob.lease : owned(request);
  const state = stateOf(lease, now);
  if (state === "breaking") refuse("LeaseIsBreakingAndCannotBeChanged");
  if (state !== "leased") refuse("LeaseNotPresentWithLeaseOperation");
  return { status: 200, lease: { ...lease, id: proposed }, headers: { "x-ms-lease-id": proposed } };
}

function release(request: LeaseCall): Outcome {
  owned(request);
  return { status: 200, lease: undefined, headers: {} };
}

/** Needs no id. What is left of the lease, or the period that is asked for if that is less, has to pass. */
function broken({ call, blob: { lease }, now }: LeaseCall): Outcome {
  if (lease === undefined) return refuse("LeaseNotPresentWithLeaseOperation");
  const text = call.header("x-ms-lease-break-period");
  const period = text === undefined ? undefined : Number(text);
  if (period !== undefined && !(Number.isInteger(period) && period >= 0 && period <= 60)) refuse("InvalidHeaderValue");
  const left = Math.max(0, (lease.breaksAt ?? lease.expiresAt ?? now) - now);
  const isEndless = lease.breaksAt === undefined && lease.expiresAt === undefined;
  const wait = isEndless ? (period ?? 0) * 1000 : Math.min(left, (period ?? Number.POSITIVE_INFINITY) * 1000);
  const headers = { "x-ms-lease-time": String(Math.ceil(wait / 1000)) };
  return { status: 202, lease: { ...lease, breaksAt: now + wait }, headers };
}

function owned({ call, blob: { lease } }: LeaseCall): Lease {
  const id = idIn(call, "x-ms-lease-id");
  if (lease === undefined) return refuse("LeaseNotPresentWithLeaseOperation");
  return lease.id === id ? lease : refuse("LeaseIdMismatchWithLeaseOperation");
}

const lasting = (id: string, duration: number | undefined, now: number): Lease =>
  duration === undefined ? { id } : { id, duration, expiresAt: now + duration * 1000 };

function idIn(call: Call, name: string, fallback?: string): string {
  const id = (call.header(name) ?? fallback)?.toLowerCase();
  if (id === undefined) return refuse("MissingRequiredHeader");
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : refuse("InvalidHeaderValue");
}
