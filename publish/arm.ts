import { DataFactoryManagementClient } from "@azure/arm-datafactory";
import type { HttpClient, PipelineRequest } from "@azure/core-rest-pipeline";
import type { Json } from "../compiler/emit/json.js";
import { listing, remove, routes } from "./arm-kinds.js";
import { armTriggers } from "./arm-triggers.js";
import { type Destination, type FactoryPlace, factoryId } from "./destination.js";
import { type ArmKindName, isArmKindName } from "./kinds.js";
import { liveOf } from "./live-artifact.js";
import type { Patience } from "./patience.js";
import { lastRunOf, type PipelineRun, runToEnd } from "./pipeline-runs.js";
import { ChangedMeanwhile, type Plane } from "./plane.js";
import { isJsonList, isSame, parsed, valueAt } from "./records.js";
import type { Step } from "./step.js";
import type { Live } from "./thing.js";
import { Triggers } from "./triggers.js";
import { vendorClient } from "./vendor-client.js";
import { Versions } from "./versions.js";
import { refusalOf, wireRequest } from "./wire.js";

const version = "api-version=2018-06-01";

/** A data factory, by way of Azure Resource Manager. */
export class Arm implements Plane {
  private readonly client: DataFactoryManagementClient;
  private readonly triggers: Triggers;
  private readonly versions = new Versions(
    (step) => this.readAgain(step),
    ({ value }, now) => value !== undefined && isSame(now.value, value),
  );

  constructor(
    private readonly destination: Destination,
    private readonly place: FactoryPlace,
    private readonly kinds: readonly ArmKindName[],
    private readonly patience: Patience,
    access: HttpClient,
  ) {
    this.client = vendorClient(
      place.endpoint,
      access,
      patience,
      (credential, options) => new DataFactoryManagementClient(credential, place.subscription, options),
    );
    this.triggers = new Triggers(armTriggers(this.client, place, patience), patience);
  }

  async read(): Promise<readonly Live[]> {
    this.versions.forget();
    return (await Promise.all(this.kinds.map((kind) => this.list(kind)))).flat();
  }

  private async list(kind: ArmKindName): Promise<readonly Live[]> {
    const pages: string[] = [];
    const reading = {
      onResponse: (response: { readonly bodyAsText?: string | null }) => void pages.push(response.bodyAsText ?? ""),
    };
    for await (const _ of listing(this.client, kind, this.place, reading));
    const found = pages.flatMap((text) => {
      const value = valueAt(parsed(text), "value");
      if (!isJsonList(value)) throw new Error(`The list of ${routes[kind]} of ${this.place.name} is none`);
      return value.map((one) => liveOf(kind, one, this.destination)).filter((one) => one !== undefined);
    });
    return this.triggers.read(found);
  }

  lastRun(pipeline: string, now: Date): Promise<PipelineRun | undefined> {
    const url = `${this.place.endpoint}${factoryId(this.place)}/queryPipelineRuns?${version}`;
    const ask = (body: Json) => this.asked(wireRequest("POST", url, { body }), `runs of ${pipeline}`);
    return lastRunOf(pipeline, ask, now);
  }

  async readAgain(step: Step): Promise<Live | undefined> {
    const response = await this.client.sendRequest(wireRequest("GET", this.url(step)));
    if (response.status === 404) return undefined;
    const body = parsed(response.bodyAsText ?? "");
    if (response.status !== 200 || body === undefined) throw refusalOf(response, step.thing);
    return liveOf(kindOf(step), body, this.destination);
  }

  async carryOut(step: Step): Promise<void> {
    switch (step.action) {
      case "create":
        await this.versions.expect(step, undefined);
        return this.put(step, undefined);
      case "update":
      case "clear": {
        const version = this.versions.before(step);
        if (step.kind.name !== "globalParameters") return this.put(step, version);
        // These have no ETag to be held against.
        await this.versions.expect(step, version);
        await this.put(step, undefined);
        return this.versions.remember(step);
      }
      case "delete":
        await this.versions.expect(step, this.versions.before(step));
        return remove(this.client, kindOf(step), this.place, step.name);
      case "start":
        return this.triggers.start(step, () => this.readAgain(step));
      case "stop":
        return this.versions.stop(step, this.triggers);
      case "run":
        return runToEnd(step, this.patience, {
          start: (body) => this.asked(wireRequest("POST", this.url(step, "/createRun"), { body }), step.id),
          look: (run) =>
            this.asked(
              wireRequest("GET", `${this.place.endpoint}${factoryId(this.place)}/pipelineruns/${run}?${version}`),
              step.id,
            ),
        });
    }
  }

  private async asked(request: PipelineRequest, what: string): Promise<Json> {
    const response = await this.client.sendRequest(request);
    const answer = parsed(response.bodyAsText ?? "");
    if (response.status !== 200 || answer === undefined) throw refusalOf(response, what);
    return answer;
  }

  private async put(step: Step, ifMatch: string | undefined): Promise<void> {
    const body = step.value ?? {};
    this.triggers.note(step.thing, body);
    const response = await this.client.sendRequest(wireRequest("PUT", this.url(step), { body, ifMatch }));
    if (response.status === 200) return;
    if (response.status !== 412) throw refusalOf(response, step.thing);
    // It may have been our own request: its answer was lost, and it was sent again.
    const now = await this.readAgain(step);
    if (!isSame(now?.value, body)) throw new ChangedMeanwhile(step.thing);
  }

  private url(step: Step, below = ""): string {
    return `${this.place.endpoint}${factoryId(this.place)}/${routes[kindOf(step)]}/${encodeURIComponent(step.name)}${below}?${version}`;
  }
}

function kindOf({ kind }: Step): ArmKindName {
  if (isArmKindName(kind.name)) return kind.name;
  throw new Error(`A factory has no ${kind.name}`);
}
