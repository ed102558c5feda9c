import { identityOf, type Lock } from "../lock/lock.js";
import type { Identities } from "./identities.js";
import type { AwaitedIr, CheckpointIr } from "./query.js";

/** How a query and its checkpoint are told from others, and what must be gone before it starts: what the lock says of it. */
export function checkpointOf(id: string, { ids, lock }: Identities): CheckpointIr {
  const locked = lock.get(id);
  if (locked === undefined) throw new Error(`the lock has no ${id}`);
  const elsewhere = Object.keys(locked.reads).filter((input) => ids.pipelineOf(input) !== ids.pipelineOf(id));
  return {
    id,
    identity: identityOf(locked),
    goesOnFrom: locked.goesOnFrom,
    clearsBefore: clearsBefore(id, lock),
    awaits: elsewhere.flatMap((input): readonly AwaitedIr[] => {
      const before = clearsBefore(input, lock);
      return before === undefined ? [] : [{ id: input, path: tablePath(input), clearsBefore: before }];
    }),
  };
}

/** What is replaced as a whole takes over what stands there: its readers must not find it empty meanwhile. */
function clearsBefore(id: string, lock: Lock): number | undefined {
  const locked = lock.get(id);
  const generation = locked?.facts["write"] === "replace" ? 1 : (locked?.clearsBefore ?? 1);
  return generation > 1 ? generation : undefined;
}

/** `readings/silver.readings` writes `silver/readings`. */
const tablePath = (id: string): string => id.slice(id.indexOf("/") + 1).replace(".", "/");
