import type { Step } from "./step.js";
import type { ThingId } from "./thing.js";

/**
 * How long what one publishing stops stands still: from the moment that the stop is sent, as it may be done at once, until the start
 * is answered. So it is never told shorter than it was.
 */
export class Pauses {
  private readonly since = new Map<ThingId, number>();

  /** @param now milliseconds of a clock that is never set */
  constructor(private readonly now: () => number) {}

  /** A step is about to be sent. */
  begun({ action, thing }: Step): void {
    if (action === "stop") this.since.set(thing, this.now());
  }

  /** Of a start that is done: how long the thing stood still, in milliseconds. Undefined: it was not stopped here. */
  endedBy({ action, thing }: Step): number | undefined {
    const since = this.since.get(thing);
    return action === "start" && since !== undefined ? this.now() - since : undefined;
  }
}
