import type { State } from "./state.js";
import type { Live } from "./thing.js";

/** Everything that a plan rests on beside the sources: all of it only read. */
export interface Readings {
  readonly live: readonly Live[];
  readonly state: State;
}
