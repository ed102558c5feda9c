import { identityOf, type Lock } from "../lock/lock.js";

/** How a query and its checkpoint are told from others: what the lock says of it. */
export function checkpointOf(id: string, lock: Lock): { readonly id: string; readonly identity: string } {
  const locked = lock.get(id);
  if (locked === undefined) throw new Error(`the lock has no ${id}`);
  return { id, identity: identityOf(locked) };
}
