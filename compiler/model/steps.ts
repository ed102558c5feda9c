import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { Named } from "./parts.js";
import type { Poisoned } from "./poisoned.js";

/** How the steps of a pipeline that is started are tried, and who is told when it fails; undefined: as the target has it. */
export interface Steps {
  /** How often it is tried again. */
  readonly attempts: number | undefined;
  readonly wait: Lasting | Poisoned | undefined;
  readonly timeout: Lasting | Poisoned | undefined;
  readonly tablesAtOnce: number | undefined;
  /** The secret that holds the address of who is told. */
  readonly webhook: Named | undefined;
}

export interface Lasting {
  readonly kind: "lasting";
  readonly origin: Origin;
  readonly duration: Duration;
}
