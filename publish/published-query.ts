import type { ThingId } from "./thing.js";

/** A query of the lock, and what in an environment makes it run. */
export interface PublishedQuery {
  /** As the lock knows it. */
  readonly id: string;
  /** A `QueryKind` of the lock. */
  readonly kind: string;
  /** By which it begins to run as it is compiled: a job that is kept running, or else a notebook that others run; none: Spark does not run it. */
  readonly runs: readonly ThingId[];
  /** The folder of its checkpoint, below the lake's container; null: it has none. */
  readonly checkpoint: string | null;
  /** Those before it, of which it goes on from the one that ran last; until it has begun it needs that one. */
  readonly goesOnFrom?: readonly string[];
}
