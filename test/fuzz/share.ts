import type { Tree } from "../golden.js";

/** What one worker is to do: the inputs from `from` to `until` (without it), `step` apart. */
export interface Share {
  readonly seed: number;
  readonly from: number;
  readonly step: number;
  readonly until: number;
  /** The worker puts here which input it is at. */
  readonly at: Int32Array;
}

export interface Finding {
  readonly index: number;
  readonly what: string;
  /** Shrunk, but for one that never came to an end. */
  readonly files: Tree;
}
