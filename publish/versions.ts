import { ChangedMeanwhile } from "./plane.js";
import { isSame } from "./records.js";
import type { Step } from "./step.js";
import type { Live, ThingId } from "./thing.js";
import type { Triggers } from "./triggers.js";

/** What a plane's steps hold against what is there, where an earlier step of ours may have given a thing another version. */
export class Versions {
  /** What a thing's version is since an earlier step of ours, after what was read. */
  private readonly since = new Map<ThingId, string>();

  /** @param isMade whether what is there is what a step makes, as the service has it */
  constructor(
    private readonly readAgain: (step: Step) => Promise<Live | undefined>,
    private readonly isMade: (step: Step, now: Live) => boolean,
  ) {}

  /** Everything is read anew. */
  forget(): void {
    this.since.clear();
  }

  /** What must be there before a step. */
  before({ thing, before }: Step): string | undefined {
    return this.since.get(thing) ?? before;
  }

  /** What is there has the version, or is what the step was about to make: an answer of ours was lost. */
  async expect(step: Step, version: string | undefined): Promise<Live | undefined> {
    const now = await this.readAgain(step);
    if (now?.version === version || (now !== undefined && this.isMade(step, now))) return now;
    throw new ChangedMeanwhile(step.thing);
  }

  /** Of a thing that a later step goes on with. */
  async remember(step: Step): Promise<void> {
    this.found(step, await this.readAgain(step));
  }

  /** The same where it was read already. */
  found(step: Step, now: Live | undefined): void {
    if (now === undefined || !this.isMade(step, now)) throw new ChangedMeanwhile(step.thing, true);
    this.since.set(step.thing, now.version);
  }

  /** Stopping gives a trigger a new version: that its body is the same is held against what was there before. */
  async stop(step: Step, triggers: Triggers): Promise<void> {
    const before = await this.expect(step, step.before);
    if (before === undefined) throw new ChangedMeanwhile(step.thing);
    await triggers.stop(before);
    const now = await this.readAgain(step);
    if (now === undefined || !isSame(now.value, before.value)) throw new ChangedMeanwhile(step.thing, true);
    this.since.set(step.thing, now.version);
  }
}
