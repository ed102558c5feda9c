import type { ReleaseId } from "./release.js";
import type { State } from "./state.js";
import type { Live, ThingId } from "./thing.js";

export interface MadePerhaps {
  readonly thing: ThingId;
  /** As whom it was made, if it was. */
  readonly maker: string;
}

/** Everything that a plan rests on beside the sources: all of it only read. */
export interface Readings {
  readonly live: readonly Live[];
  readonly state: State;
  /** What was published, is there, and may not be viewed by whoever reads. */
  readonly hidden: readonly ThingId[];
  /** What a publishing that was broken off may have made, and whoever reads would not see. */
  readonly unsure: readonly MadePerhaps[];
  /** The releases that are kept; undefined: that was not asked, as no checkpoint is abandoned. */
  readonly releases?: readonly ReleaseId[];
}
