import type { Tree } from "../golden.js";

/** What one worker is to do: the inputs from `from` to `until` (without it), `step` apart. */
export interface Share {
  readonly seed: number;
  readonly from: number;
  readonly step: number;
  readonly until: number;
}

export interface Finding {
  readonly index: number;
  readonly what: string;
  /** Shrunk, but for one that never came to an end. */
  readonly files: Tree;
}

/** What a worker writes, a line of JSON each: which input it compiles next (the same one again while it is shrunk), and what it found. */
export type Told = { readonly at: number } | { readonly found: Finding };
