import type { Call } from "../call.js";
import type { Blob, Headers, Lease } from "../store.js";
import { refuse } from "./refusals.js";

export type LeaseState = "available" | "leased" | "breaking" | "broken" | "expired";

/** https://learn.microsoft.com/rest/api/storageservices/lease-blob#lease-states */
export function stateOf(lease: Lease | undefined, now: number): LeaseState {
  if (lease === undefined) return "available";
  if (lease.breaksAt !== undefined) return now < lease.breaksAt ? "breaking" : "broken";
  return lease.expiresAt !== undefined && lease.expiresAt <= now ? "expired" : "leased";
}

/** A blob with a lease is written only by who has it: https://learn.microsoft.com/rest/api/storageservices/lease-blob#outcomes-of-use-attempts-on-blobs-by-lease-state */
export function checkWritable(call: Call, { lease }: Blob, now: number): void {
  const given = call.header("x-ms-lease-id");
  const state = stateOf(lease, now);
  if (state === "leased" || state === "breaking") {
    if (given === undefined) refuse("LeaseIdMissing");
    if (given.toLowerCase() !== lease?.id) refuse("LeaseIdMismatchWithBlobOperation");
    return;
  }
  if (given === undefined) return;
  refuse(state === "available" ? "LeaseNotPresentWithBlobOperation" : "LeaseLost");
}

/** A reader need not have it; one who names another is told. */
export function checkReadable(call: Call, blob: Blob, now: number): void {
  if (call.header("x-ms-lease-id") !== undefined) checkWritable(call, blob, now);
}

/** A lease that no longer holds ends with the first write of somebody else: it cannot be renewed after that. */
export const leaseAfterWrite = (lease: Lease | undefined, now: number): Pick<Blob, "lease"> =>
  lease !== undefined && ["leased", "breaking"].includes(stateOf(lease, now)) ? { lease } : {};

export function leaseHeaders({ lease }: Blob, now: number): Headers {
  const state = stateOf(lease, now);
  const isLocked = state === "leased" || state === "breaking";
  return {
    "x-ms-lease-state": state,
    "x-ms-lease-status": isLocked ? "locked" : "unlocked",
    ...(state === "leased" ? { "x-ms-lease-duration": lease?.expiresAt === undefined ? "infinite" : "fixed" } : {}),
  };
}
