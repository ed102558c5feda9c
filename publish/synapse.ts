import { isAsSent } from "./comparable.js";
import type { Destination } from "./destination.js";
import { liveOf } from "./live-artifact.js";
import type { Patience } from "./patience.js";
import { lastRunOf, type PipelineRun } from "./pipeline-runs.js";
import { ChangedMeanwhile, gone, type Plane } from "./plane.js";
import { isReturning } from "./returned.js";
import type { Step } from "./step.js";
import type { SynapseClient } from "./synapse-client.js";
import {
  isSynapseArtifact,
  type SynapseArtifactKindName,
  synapseArtifactKindNames,
  synapseArtifactKinds,
} from "./synapse-kinds.js";
import { synapseTriggers } from "./synapse-triggers.js";
import type { Live } from "./thing.js";
import { Triggers } from "./triggers.js";
import { Versions } from "./versions.js";

/**
 * The artifacts of a Synapse workspace, each written and deleted by an operation that is waited for. Updates are bound to the version
 * that was read (`If-Match`, which the page of each kind has:
 * https://learn.microsoft.com/rest/api/synapse/data-plane/notebook/create-or-update-notebook#request-header); a creation and a
 * deletion have no such condition: there the thing is read again right before.
 */
export class Synapse implements Plane {
  private readonly versions = new Versions((step) => this.readAgain(step), isMade);
  private readonly triggers: Triggers;

  constructor(
    private readonly client: SynapseClient,
    private readonly destination: Destination,
    patience: Patience,
  ) {
    this.triggers = new Triggers(synapseTriggers(client), patience);
  }

  async read(): Promise<readonly Live[]> {
    this.versions.forget();
    return (await Promise.all(synapseArtifactKindNames.map((kind) => this.list(kind)))).flat();
  }

  private async list(kind: SynapseArtifactKindName): Promise<readonly Live[]> {
    const listed = await this.client.list(synapseArtifactKinds[kind].route);
    const found = listed.map((one) => liveOf(kind, one, this.destination)).filter((one) => one !== undefined);
    return this.triggers.read(found);
  }

  lastRun(pipeline: string, now: Date): Promise<PipelineRun | undefined> {
    return lastRunOf(pipeline, (body) => this.client.ask("queryPipelineRuns", { body }), now);
  }

  async readAgain(step: Step): Promise<Live | undefined> {
    const answered = await this.client.get(pathOf(step));
    return answered === undefined ? undefined : liveOf(kindOf(step), answered, this.destination);
  }

  async carryOut(step: Step): Promise<void> {
    const before = this.versions.before(step);
    switch (step.action) {
      case "create":
        await this.versions.expect(step, undefined);
        return this.put(step, undefined);
      case "update":
        await this.put(step, before);
        // It may be cleared afterwards.
        if (isReturning(step.value)) await this.versions.remember(step);
        return;
      case "clear":
        return this.put(step, before);
      case "delete":
        await this.versions.expect(step, before);
        return gone(this.client.change("DELETE", pathOf(step)), () => this.readAgain(step));
      case "start":
        return this.triggers.start(step, () => this.readAgain(step));
      case "stop":
        return this.versions.stop(step, this.triggers);
      case "run":
        throw new Error(`${step.id}: pipelines of a workspace run no scripts`);
    }
  }

  private async put(step: Step, ifMatch: string | undefined): Promise<void> {
    const { name, value } = step;
    this.triggers.note(step.thing, value);
    const body = { name, ...(typeof value === "object" ? value : {}) };
    if (await this.client.change("PUT", pathOf(step), { body, ifMatch })) return;
    // It may have been our own request: its answer was lost, and it was sent again.
    if (!isMade(step, await this.readAgain(step))) throw new ChangedMeanwhile(step.thing);
  }
}

/** What a step was about to make is there: an answer of ours was lost. */
const isMade = ({ kind, value }: Step, now: Live | undefined): boolean =>
  value !== undefined && now?.value !== undefined && isAsSent(kind, value, now.value);

function kindOf({ kind }: Step): SynapseArtifactKindName {
  if (isSynapseArtifact(kind.name)) return kind.name;
  throw new Error(`A workspace's endpoint has no ${kind.name}`);
}

const pathOf = (step: Step): string => `${synapseArtifactKinds[kindOf(step)].route}/${encodeURIComponent(step.name)}`;
