import type { Origin } from "../source/origin.js";
import type { Named } from "./parts.js";
import type { Steps } from "./steps.js";

/** Tables of a pipeline that are computed apart from its others. */
export interface Job {
  readonly kind: "job";
  readonly origin: Origin;
  readonly name: string;
  readonly tables: readonly Named[];
  /** Undefined: the pipeline's. */
  readonly compute: Named | undefined;
  /** Undefined: as the pipeline says. */
  readonly steps: Pick<Steps, "attempts" | "wait" | "timeout">;
}
