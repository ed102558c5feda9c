import type { State } from "./state.js";
import type { Live, ThingId } from "./thing.js";

/** Everything that a plan rests on beside the sources: all of it only read. */
export interface Readings {
  readonly live: readonly Live[];
  readonly state: State;
  /** What was published, is there, and may not be viewed by whoever reads. */
  readonly hidden: readonly ThingId[];
}
