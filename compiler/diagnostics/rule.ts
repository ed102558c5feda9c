import type { Severity } from "./diagnostic.js";

/** A declared diagnostic without its message: what a report's reader may look up. */
export interface Rule {
  readonly code: string;
  readonly severity: Severity;
  readonly explanation: string;
}
