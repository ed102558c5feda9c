import type { Json } from "../compiler/emit/json.js";

/** Why a field is written. */
export type Because =
  /** The sources say something else than what was last published. */
  | "sources"
  /** Somebody changed it in the service since. */
  | "drift"
  /** Both. */
  | "both"
  /** It was never published by us. */
  | "unknown"
  /** All that is the project's goes. */
  | "destroyed";

/** A field that an update changes. */
export interface Change {
  /** `properties.activities[look].policy.timeout`. */
  readonly path: string;
  /** Undefined: it is not there now. */
  readonly old: Json | undefined;
  /** Undefined: it is taken away. */
  readonly new: Json | undefined;
  readonly because: Because;
}

/** What an update comes to. */
export interface Merged {
  /** What is sent: what the sources say, with all that is kept. */
  readonly value: Json;
  readonly changes: readonly Change[];
  /** Fields of the service that neither the sources nor what was published know. */
  readonly kept: readonly string[];
}
