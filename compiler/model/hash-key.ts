import type { Origin } from "../source/origin.js";
import type { Poisoned } from "./poisoned.js";
import type { Label } from "./sensitive.js";

/** A secret key that `keyed_hash` hashes by. */
export interface HashKey {
  readonly kind: "hash-key";
  readonly origin: Origin;
  readonly name: string;
  /** Its name in the vault. */
  readonly secret: string;
  /** What is not in the hash of a value any more, though it is in the value. */
  readonly clears: readonly Label[];
}

/** By the names that expressions call them. */
export type HashKeys = ReadonlyMap<string, HashKey | Poisoned>;
