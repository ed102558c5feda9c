import type { Json } from "../compiler/emit/json.js";
import type { Patience } from "./patience.js";
import { ChangedMeanwhile } from "./plane.js";
import type { Step } from "./step.js";
import type { Live, ThingId } from "./thing.js";
import { isOfEvents } from "./trigger-kinds.js";
import { until } from "./until.js";

/** What a service does with a trigger when it is asked to; each call ends when the service says that its operation has ended. */
export interface TriggerCalls {
  readonly start: (name: string) => Promise<unknown>;
  readonly stop: (name: string) => Promise<unknown>;
  readonly subscribe: (name: string) => Promise<unknown>;
  readonly unsubscribe: (name: string) => Promise<unknown>;
  /** Of its subscription: `Enabled`, `Disabled`, or what it is on its way to one of them. */
  readonly status: (name: string) => Promise<string | undefined>;
}

/**
 * Starts and stops the triggers of a factory or of a workspace. One of events is subscribed to them before it is started, and
 * unsubscribed before it is stopped, and each time it is waited until that is so.
 * https://learn.microsoft.com/azure/data-factory/continuous-integration-delivery-sample-script
 */
export class Triggers {
  /** Those of events. */
  private readonly heard = new Set<ThingId>();

  constructor(
    private readonly calls: TriggerCalls,
    private readonly patience: Patience,
  ) {}

  /** Remembers what a trigger is now, or is about to be. */
  note(id: ThingId, value: Json | undefined): void {
    if (isOfEvents(value)) this.heard.add(id);
    else this.heard.delete(id);
  }

  /** Of others than those of events nothing has to be known: what was stopped is started again although the service does not answer. */
  async start({ name, thing }: Step, readAgain: () => Promise<Live | undefined>): Promise<void> {
    if (!this.heard.has(thing)) {
      await this.calls.start(name);
      return;
    }
    const now = await readAgain();
    if (now === undefined) throw new ChangedMeanwhile(thing);
    if (isOfEvents(now.value)) {
      await this.whenMade(now, () => this.calls.subscribe(name));
      await this.until(now, "Enabled");
    }
    if (now.state === "Stopped") await this.whenMade(now, () => this.calls.start(name));
  }

  async stop(trigger: Live): Promise<void> {
    const { name } = trigger;
    if (isOfEvents(trigger.value)) {
      await this.whenMade(trigger, () => this.calls.unsubscribe(name));
      await this.until(trigger, "Disabled");
    }
    await this.calls.stop(name);
  }

  /** What a list has, with what it does not say of triggers. Of others' nothing more is asked. */
  read(listed: readonly Live[]): Promise<readonly Live[]> {
    for (const { id, value } of listed) this.note(id, value);
    return Promise.all(listed.map((one) => (one.isMarked ? this.seen(one) : one)));
  }

  /** What is started, and gets no events, is known by asking: a publisher may have been killed between the two. */
  private async seen(trigger: Live): Promise<Live> {
    if (trigger.state !== "Started" || !isOfEvents(trigger.value)) return trigger;
    return (await this.calls.status(trigger.name)) === "Enabled" ? trigger : { ...trigger, state: "Unsubscribed" };
  }

  private until({ id, name }: Live, wanted: "Enabled" | "Disabled"): Promise<void> {
    return until(
      this.patience,
      `${id} to be ${wanted === "Enabled" ? "" : "un"}subscribed`,
      async () => (await this.calls.status(name)) === wanted,
    );
  }

  /** A new trigger of events is refused all operations for a while: https://github.com/Azure/Azure-DataFactory/issues/612 */
  private whenMade({ id }: Live, operation: () => Promise<unknown>): Promise<void> {
    return until(this.patience, `${id} to be provisioned`, async () => {
      try {
        await operation();
        return true;
      } catch (error) {
        if (error instanceof Error && error.message.includes("cannot be updated during provisioning")) return false;
        throw error;
      }
    });
  }
}
