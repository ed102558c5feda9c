import type { Notes } from "./journal.js";
import type { PipelineRun } from "./pipeline-runs.js";
import type { Step } from "./step.js";
import type { Live, ThingId } from "./thing.js";

/** Who asks a service. */
export interface Viewer {
  /** As the service calls them. */
  readonly name: string;
  /** Whether lists show them everything. */
  readonly seesAll: boolean;
}

/** A control plane: one client for all things of one service. */
export interface Plane {
  /** Everything that is there, ours or not. Only reads. */
  read(): Promise<readonly Live[]>;
  /** Whether what no list shows is there all the same, for others to view; without it lists show everything. */
  isHidden?(address: string): Promise<boolean>;
  /** Who asks. Without it lists show the same to all. */
  viewer?(): Promise<Viewer>;
  /** The last run of a pipeline; undefined: none is known. Without it the service has no pipelines. */
  lastRun?(pipeline: string, now: Date): Promise<PipelineRun | undefined>;
  /** One thing as it is now; undefined: there is none. */
  readAgain(step: Step): Promise<Live | undefined>;
  /**
   * Does a step. Where the service can be told to write only over the version that was read, it is; else the thing is read again
   * right before it is written.
   */
  carryOut(step: Step, notes: Notes): Promise<void>;
}

/** Somebody was there in between. */
export class ChangedMeanwhile extends Error {
  /** @param isTouched whether the step itself has done something nevertheless */
  constructor(
    thing: ThingId,
    readonly isTouched = false,
  ) {
    super(thing);
  }
}

/** Waits for a deletion. A request that was sent again because its answer was lost is refused, and all is well. */
export async function gone(deletion: Promise<unknown>, readAgain: () => Promise<unknown>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if ((await readAgain()) !== undefined) throw error;
  }
}
