import { CancelledSince } from "./cancelled-since.js";
import { isAsSent } from "./comparable.js";
import type { Notes } from "./journal.js";
import { ChangedMeanwhile, type Plane } from "./plane.js";
import type { SparkBatches } from "./spark-batches.js";
import { isDefinition, poolOf, type SparkJob, sparkJobOf } from "./spark-job.js";
import type { Step } from "./step.js";
import type { Live, ThingId, Wanted } from "./thing.js";
import { Versions } from "./versions.js";

/** Spark job definitions with the applications that run them: to the service these are two things, and here they are one job. */
export class SparkJobs implements Plane {
  private readonly versions = new Versions(
    (step) => this.readAgain(step),
    ({ kind, value }, now) => isAsSent(kind, value ?? null, now.value ?? null),
  );
  /** Those that were started by a step of ours, or may have been. */
  private readonly started = new Set<ThingId>();
  private readonly cancelled = new CancelledSince();
  private readonly wantedPools: ReadonlyMap<ThingId, string | undefined>;

  /** @param artifacts takes the definitions themselves */
  constructor(
    private readonly artifacts: Plane,
    private readonly runs: SparkBatches,
    wanted: readonly Wanted[],
  ) {
    this.wantedPools = new Map(wanted.filter(isDefinition).map(({ id, value }) => [id, poolOf(value)]));
  }

  /** All that the workspace has; of jobs that carry the project's name whether they run, too. */
  async read(): Promise<readonly Live[]> {
    this.versions.forget();
    this.started.clear();
    const listed = await this.artifacts.read();
    const ours = listed.filter((one) => isDefinition(one) && one.isMarked);
    const seen = await this.runs.seenOf(ours.map((one) => this.jobOf(one)));
    const all = listed.map((one) => ({ ...one, ...seen[ours.indexOf(one)] }));
    this.cancelled.read(all);
    return all;
  }

  readAgain(step: Step): Promise<Live | undefined> {
    return this.artifacts.readAgain(step);
  }

  async carryOut(step: Step, notes: Notes): Promise<void> {
    switch (step.action) {
      case "start":
        return this.start(step, notes);
      case "stop":
        return this.stop(step, notes);
      case "create":
        await this.forgetEnded(step, notes);
        await this.artifacts.carryOut(step, notes);
        return this.versions.remember(step);
      case "update":
        await this.artifacts.carryOut(step, notes);
        // It is started afterwards.
        return this.versions.remember(step);
      default:
        return this.artifacts.carryOut(step, notes);
    }
  }

  /**
   * A pool remembers applications of a definition that there was before. That the last one was cancelled is nobody's wish for the new
   * one: it is noted as if it was stopped for it.
   */
  private async forgetEnded({ thing, name, value }: Step, notes: Notes): Promise<void> {
    const { state, run } = await this.runs.seen(sparkJobOf(name, value, this.wantedPools.get(thing)));
    if (state === "Cancelled" && run !== undefined) await notes.cancels(thing, run);
  }

  private async stop(step: Step, notes: Notes): Promise<void> {
    const now = await this.versions.expect(step, step.before);
    if (now !== undefined) this.cancelled.check(step.thing, await this.runs.seen(this.jobOf(now)), notes);
    await this.end(now, step, notes);
  }

  /** What is started is what was written, or where nothing was, what the plan saw. */
  private async start(step: Step, notes: Notes): Promise<void> {
    const { thing, after } = step;
    const now = await this.readAgain(step);
    if (now === undefined) throw new ChangedMeanwhile(thing);
    // Whoever has started it since the plan was made did so on half of what is new.
    if (after.length > 0 && !this.started.has(thing)) await this.end(now, step, notes);
    await this.runs.start(this.jobOf(now), async () => {
      this.cancelled.check(thing, await this.runs.seen(this.jobOf(now)), notes);
      const found = await this.readAgain(step);
      if (found?.version !== this.versions.before(step)) throw new ChangedMeanwhile(thing);
      this.started.add(thing);
    });
    await notes.started(thing);
  }

  private async end(now: Live | undefined, { thing }: Step, notes: Notes): Promise<void> {
    if (now === undefined) throw new ChangedMeanwhile(thing);
    await this.runs.end(this.jobOf(now), (run) => notes.cancels(thing, run));
  }

  private jobOf({ id, name, value }: Live): SparkJob {
    return sparkJobOf(name, value, this.wantedPools.get(id));
  }
}
