import type { DataFactoryManagementClient } from "@azure/arm-datafactory";
import type { FactoryPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import type { Live } from "./thing.js";
import { isOfEvents } from "./trigger-kinds.js";

/**
 * Starts and stops the triggers of a factory. One of events is subscribed to them before it is started, and unsubscribed before it is
 * stopped, and each time it is waited until that is so.
 * https://learn.microsoft.com/azure/data-factory/continuous-integration-delivery-sample-script
 */
export class ArmTriggers {
  constructor(
    private readonly client: DataFactoryManagementClient,
    private readonly place: FactoryPlace,
    private readonly patience: Patience,
  ) {}

  async start(trigger: Live): Promise<void> {
    if (isOfEvents(trigger.value)) {
      await this.whenMade(trigger, () => this.client.triggers.beginSubscribeToEventsAndWait(...this.at(trigger)));
      await this.until(trigger, "Enabled");
    }
    if (trigger.state === "Stopped") await this.whenMade(trigger, () => this.begin(trigger.name));
  }

  /** Of a trigger that needs no subscription, or has it. */
  async begin(name: string): Promise<void> {
    await this.client.triggers.beginStartAndWait(...this.at({ name }));
  }

  async stop(trigger: Live): Promise<void> {
    if (isOfEvents(trigger.value)) {
      await this.whenMade(trigger, () => this.client.triggers.beginUnsubscribeFromEventsAndWait(...this.at(trigger)));
      await this.until(trigger, "Disabled");
    }
    await this.client.triggers.beginStopAndWait(...this.at(trigger));
  }

  /** What is started, and gets no events, is known by asking: a publisher may have been killed between the two. */
  async seen(trigger: Live): Promise<Live> {
    if (trigger.state !== "Started" || !isOfEvents(trigger.value)) return trigger;
    return (await this.statusOf(trigger)) === "Enabled" ? trigger : { ...trigger, state: "Unsubscribed" };
  }

  private async statusOf({ name }: Live): Promise<string | undefined> {
    const { resourceGroup, name: factory } = this.place;
    return (await this.client.triggers.getEventSubscriptionStatus(resourceGroup, factory, name)).status;
  }

  private until(trigger: Live, wanted: "Enabled" | "Disabled"): Promise<void> {
    return this.again(
      `${trigger.id} to be ${wanted === "Enabled" ? "" : "un"}subscribed`,
      async () => (await this.statusOf(trigger)) === wanted,
    );
  }

  /** A new trigger of events is refused all operations for a while: https://github.com/Azure/Azure-DataFactory/issues/612 */
  private whenMade(trigger: Live, operation: () => Promise<unknown>): Promise<void> {
    return this.again(`${trigger.id} to be provisioned`, async () => {
      try {
        await operation();
        return true;
      } catch (error) {
        if (error instanceof Error && error.message.includes("cannot be updated during provisioning")) return false;
        throw error;
      }
    });
  }

  private async again(what: string, isDone: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + this.patience.operation; !(await isDone()); ) {
      if (Date.now() > end) throw new Error(`Waited ${this.patience.operation / 1000} seconds for ${what}`);
      await new Promise((resolve) => setTimeout(resolve, this.patience.poll));
    }
  }

  private at({ name }: Pick<Live, "name">) {
    const { poll, operation } = this.patience;
    const options = { updateIntervalInMs: poll, abortSignal: AbortSignal.timeout(operation) };
    return [this.place.resourceGroup, this.place.name, name, options] as const;
  }
}
