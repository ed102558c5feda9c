import type { Step } from "./step.js";
import type { Live } from "./thing.js";

/** A control plane: one client for all things of one service. */
export interface Plane {
  /** Everything that is there, ours or not. Only reads. */
  read(): Promise<readonly Live[]>;
  /** One thing as it is now; undefined: there is none. */
  readAgain(step: Step): Promise<Live | undefined>;
  /**
   * Does a step. Where the service can be told to write only over the version that was read, it is; `guard` is called right before a
   * write that it cannot be told so of.
   */
  carryOut(step: Step): Promise<void>;
}

/** Somebody was there in between. */
export class ChangedMeanwhile extends Error {}
