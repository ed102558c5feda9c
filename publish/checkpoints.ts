import type { Purpose } from "./plan.js";
import type { State } from "./state.js";
import type { ThingId } from "./thing.js";

/** What becomes of the checkpoint of a query, held against what runs in the environment. */
export interface CheckpointChange {
  readonly id: string;
  /** `new checkpoint, continue`, `new checkpoint, replay`, `refused without consent`, `removed`, `an earlier checkpoint`, or `an earlier checkpoint, continue`. */
  readonly class: string;
  /** Clauses that were changed since what runs was published, with the row of the table of changes (docs/state.md). */
  readonly causes: readonly {
    readonly clause: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly row: string;
  }[];
  /** The queries above that begin anew. */
  readonly follows: readonly string[];
  /** All queries below that begin anew because it does. */
  readonly followers: readonly string[];
  /** Until something is done it does not start. */
  readonly waits: readonly string[];
  /** Rows that go, once. */
  readonly removed: readonly string[];
  /** What is read, computed or sent again. */
  readonly again: readonly string[];
  /** What may be there twice after that. */
  readonly doubles: readonly string[];
  /** What runs it: see `PublishedQuery`. */
  readonly runs: readonly ThingId[];
  /** What its runs lose, which somebody must consent to; null: nothing. */
  readonly loses: string | null;
  /** All of it for people. */
  readonly lines: readonly string[];
}

/** Whether something was published, and no lock of it is known. */
export const isUnrecorded = ({ locks, published, begun }: State): boolean =>
  locks.length === 0 && (Object.keys(published).length > 0 || begun !== undefined);

/** The locks of what may run from the first step of a publishing on: what it sets out to bring beside what there was. */
export function locksBegun(state: State, purpose: Purpose, lock: string | undefined): State["locks"] {
  if (purpose === "destroy" || isUnrecorded(state)) return state.locks;
  // A release of an earlier version has no lock: what runs of it from now on is not known.
  if (lock === undefined) return [];
  return state.locks.includes(lock) ? state.locks : [...state.locks, lock];
}

/** The locks of what runs when all is done. Checkpoints and rows stay where an environment is destroyed. */
export function locksEnded(state: State, purpose: Purpose, lock: string | undefined): State["locks"] {
  if (purpose === "destroy") return state.locks;
  return lock === undefined ? [] : [lock];
}
