import type { Origin } from "../source/origin.js";
import type { SecretRef } from "./secret.js";
import type { EveryTriggerIr } from "./trigger.js";

/** A streaming job of which the orchestrator looks whether it runs. */
export interface WatchIr {
  /** Of what looks: `readings_watch`. */
  readonly name: string;
  readonly origin: Origin;
  /** The job, by name. */
  readonly job: string;
  /** When it looks. */
  readonly trigger: EveryTriggerIr;
  /** Holds the address that gets a POST where the job does not run; undefined: nobody is told. */
  readonly webhook: SecretRef | undefined;
}
