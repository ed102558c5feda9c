import { type Facts, fingerprint } from "./identity.js";

/** What stands in `sluice.lock`: every streaming query that the project has or had, by id (`readings/silver.readings`). */
export type Lock = ReadonlyMap<string, LockedQuery>;

export interface LockedQuery {
  /** Rises by one with every change, so that what is put back as it was does not open an old checkpoint again. */
  readonly generation: number;
  /** Rows that generations before this one wrote may be removed: `backfill` was raised, here or above. 1: there are none. */
  readonly clearsBefore: number;
  /** The highest `backfill` so far; 0: never written. */
  readonly backfill: number;
  /** The identity of each query whose rows it reads. */
  readonly reads: { readonly [id: string]: string };
  readonly facts: Facts;
  /** The identities, the latest first, of which it goes on with what was the last of them that ran; it begins where that one stopped. */
  readonly goesOnFrom: readonly string[];
  /** With `strict_checkpoints`: what decides its rows beside the facts. It is no part of the identity, so switching it on or off changes none. */
  readonly logic?: Facts;
  /** No part of the identity: of a lock that an earlier version wrote it is not known, and then taken for what is there now. */
  readonly reader?: Reader;
  /** The project has no such query now. Its rows and its checkpoint are where they were. */
  readonly isRemoved: boolean;
}

/** What finds new files: Auto Loader on Databricks, Spark's own source anywhere else. */
export type Reader = "auto_loader" | "files";

export const isReader = (text: string): text is Reader => text === "auto_loader" || text === "files";

export const lockPath = "sluice.lock";

/**
 * The symbolic identity of a query's checkpoint: `generation-fingerprint`, the same in every environment. Spark accepts many
 * changes on an old checkpoint and then gives wrong rows, so each fact that matters is part of the path.
 */
export function identityOf(query: LockedQuery): string {
  const known = identities.get(query);
  if (known !== undefined) return known;
  const identity = `${query.generation}-${contentOf(query)}`;
  identities.set(query, identity);
  return identity;
}

/** A query is asked for its own by each that reads it, and once more when it is lowered. */
const identities = new WeakMap<LockedQuery, string>();

/** What its readers know it by: what goes on where another stopped writes rows that are all read as that one's. */
export const lineageOf = (query: LockedQuery): string => query.goesOnFrom.at(-1) ?? identityOf(query);

/** The fingerprint of all that a query's checkpoint depends on. */
export const contentOf = ({ facts, reads }: Pick<LockedQuery, "facts" | "reads">): string =>
  fingerprint({ ...facts, reads });

/** The generation that an identity is of. */
export const generationOf = (identity: string): number => Number.parseInt(identity, 10);
