import type { Notes } from "./journal.js";
import { ChangedMeanwhile } from "./plane.js";
import type { Live, ThingId } from "./thing.js";

/** Tells runs of jobs that were cancelled before everything was read from those that a person has cancelled since. */
export class CancelledSince {
  private readonly known = new Map<ThingId, string | undefined>();

  /** What is there now is what a plan is made of. */
  read(all: readonly Live[]): void {
    this.known.clear();
    for (const { id, state, run } of all) if (state === "Cancelled") this.known.set(id, run);
  }

  /**
   * Asked right before a job is stopped, or started: who has cancelled its run since does not wish it to be started. What publishing has
   * cancelled is nobody's wish.
   */
  check(job: ThingId, { state, run }: Pick<Live, "state" | "run">, notes: Pick<Notes, "hasCancelled">): void {
    if (state !== "Cancelled" || (this.known.has(job) && this.known.get(job) === run)) return;
    if (run === undefined || !notes.hasCancelled(job, run)) throw new ChangedMeanwhile(job);
  }
}
