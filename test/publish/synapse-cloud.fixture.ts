import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Grant, Principal } from "../../local/azure/principal.js";
import { seeded } from "../../local/azure/seed.js";
import type { PipelineRun, Store } from "../../local/azure/store.js";
import type { Credential } from "../../publish/access.js";
import type { Destination } from "../../publish/destination.js";
import { makePlan, planOfDestruction } from "../../publish/make-plan.js";
import type { Patience } from "../../publish/patience.js";
import type { Plan } from "../../publish/plan.js";
import { type Published, publish } from "../../publish/publish.js";
import { servicesOf } from "../../publish/services.js";
import { type Status, statusOf } from "../../publish/status.js";
import type { StepId } from "../../publish/step.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";
import { impatient } from "./cloud.fixture.js";

const publisher = "11111111-1111-1111-1111-111111111111";
const planner = "33333333-3333-3333-3333-333333333333";
/** Publishes too. */
export const second = "44444444-4444-4444-4444-444444444444";
const administrator = "22222222-2222-2222-2222-222222222222";
const place = {
  subscription: "00000000-0000-0000-0000-000000000002",
  resourceGroup: "telemetry-prod",
  name: "telemetry-prod",
};

export const telemetry = (endpoints: Pick<Azure, "arm" | "synapse" | "blob">): Destination => ({
  project: "telemetry",
  environment: "prod",
  databricks: undefined,
  databases: [],
  factory: undefined,
  synapse: { ...place, endpoint: endpoints.arm, development: `${endpoints.synapse}/${place.name}` },
  state: {
    endpoint: `${endpoints.blob}/telemetryprod`,
    files: "https://telemetryprod.dfs.core.windows.net",
    container: "lake",
  },
});

export interface SynapseCloudRequest {
  /** Of the publisher; default: everything. */
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
  readonly synapse?: readonly string[];
  /** What the publisher may do where; instead of `actions` and `dataActions`, which hold everywhere. */
  readonly grants?: readonly Grant[];
  /** What somebody else may do who only plans. */
  readonly planner?: Pick<Grant, "actions" | "dataActions"> & Pick<Principal, "synapse">;
  readonly pools?: readonly string[];
  /** Milliseconds that an operation takes. */
  readonly operationTime?: number;
}

/** A notebook without a cell. */
export const emptyNotebook = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 2 };

/** The stand-in of Azure with a Synapse workspace that has a Spark pool, and a lake. */
export class SynapseCloud {
  /** How much later it is in the cloud than here: what is to run out does. */
  private later = 0;

  static async start(request: SynapseCloudRequest = {}): Promise<SynapseCloud> {
    const { actions = ["*"], dataActions = ["*"], synapse = ["*"], pools = ["streaming"], operationTime = 0 } = request;
    const seed = seeded({
      workspaces: [`${place.subscription}/${place.resourceGroup}/${place.name}`],
      pools,
      containers: ["telemetryprod/lake"],
    });
    let store: Store | undefined;
    let cloud: SynapseCloud | undefined;
    const now = () => Date.now() + (cloud?.later ?? 0);
    const all = [{ scope: "/", actions: ["*"], dataActions: ["*"] }];
    const azure = await startAzure({
      principals: [
        { id: publisher, client: publisher, grants: request.grants ?? [{ scope: "/", actions, dataActions }], synapse },
        {
          ...{ id: planner, client: planner, synapse: request.planner?.synapse ?? [] },
          grants: [{ scope: "/", actions: [], ...request.planner }],
        },
        ...[second, administrator].map((id) => ({ id, client: id, grants: all, synapse: ["*"] })),
      ],
      seed: (made, time) => {
        store = made;
        seed(made, time);
      },
      settings: { now, pageSize: 3, operationTime },
    });
    if (store === undefined) throw new Error("Nothing was seeded");
    cloud = new SynapseCloud(azure, store);
    return cloud;
  }

  private constructor(
    readonly azure: Azure,
    private readonly store: Store,
  ) {}

  get control() {
    return this.azure.control;
  }

  /** A lease whose holder is dead ends. */
  afterAMinute(): void {
    this.later += 61_000;
  }

  /** What a publisher of these sources has. */
  sources(sources: readonly SentArtifact[], patience: Patience = impatient, project = "telemetry", who = publisher) {
    const destination = { ...telemetry(this.azure), project };
    const wanted = wantedOf(sources, destination);
    const services = servicesOf(destination, wanted, this.credential(who), patience);
    const planAnew = async () => {
      const readings = await services.read();
      return { plan: makePlan({ sluice: "1", destination, wanted, scripts: [], readings }), readings };
    };
    const published = (agreed?: { readonly digest: string }, allowed: readonly StepId[] = []): Promise<Published> =>
      publish({ services, wanted, scripts: [], patience, allowed, planAnew, agreed, now: () => 0, onStep: () => {} });
    return { plan: async () => (await planAnew()).plan, publish: published };
  }

  /** The plan for these sources, made by whoever only plans. */
  async planned(sources: readonly SentArtifact[]): Promise<Plan> {
    const destination = telemetry(this.azure);
    const wanted = wantedOf(sources, destination);
    const readings = await servicesOf(destination, wanted, this.credential(planner), impatient).read();
    return makePlan({ sluice: "1", destination, wanted, scripts: [], readings });
  }

  /** What whoever only plans is told of what runs. */
  async status(): Promise<Status> {
    const destination = telemetry(this.azure);
    const services = servicesOf(destination, [], this.credential(planner), impatient);
    return statusOf(destination, services, impatient, new Date());
  }

  /** A pipeline has run, or runs. */
  ran(pipelineName: string, run: Pick<PipelineRun, "runId" | "startedAt" | "endsAt" | "failure">): void {
    const home = [...this.store.resources.values()].find(({ type }) => type === "Microsoft.Synapse/workspaces");
    this.store.runs.set(run.runId, { ...run, factory: home?.id ?? "", pipelineName, parameters: {} });
  }

  /** What somebody has who wants nothing of the project to be left. */
  destruction(project = "telemetry") {
    const destination = { ...telemetry(this.azure), project };
    const services = servicesOf(destination, [], this.credential(publisher), impatient);
    const planAnew = async () => {
      const readings = await services.read();
      return { plan: planOfDestruction({ sluice: "1", destination, readings }), readings };
    };
    const destroy = (allowed: readonly StepId[]): Promise<Published> =>
      publish({
        ...{ services, patience: impatient, allowed, planAnew },
        ...{ wanted: [], scripts: [], agreed: undefined, now: () => 0, onStep: () => {} },
      });
    return { plan: async () => (await planAnew()).plan, destroy };
  }

  /** The plan of an environment that names another workspace now. */
  async elsewhere(sources: readonly SentArtifact[]) {
    const { synapse, ...destination } = telemetry(this.azure);
    const moved = { ...destination, synapse: synapse && { ...synapse, resourceGroup: "other" } };
    const wanted = wantedOf(sources, moved);
    const services = servicesOf(telemetry(this.azure), wanted, this.credential(publisher), impatient);
    return makePlan({ sluice: "1", destination: moved, wanted, scripts: [], readings: await services.read() });
  }

  /** The Spark pools are still being made, for half a minute. */
  provisioning(): void {
    for (const [id, one] of this.store.resources)
      if (/bigDataPools$/.test(one.type))
        this.store.resources.set(id, { ...one, isProvisioningUntil: Date.now() + 30_000 });
  }

  /** Somebody deletes the Spark pools. */
  withoutPools(): void {
    for (const [id, { type }] of this.store.resources) if (/bigDataPools$/.test(type)) this.store.resources.delete(id);
  }

  private credential(principal: string): Credential {
    return {
      token: async (scope) => {
        const audience = scope.replace(/\/\.default$/, "").replace(this.azure.arm, "https://management.azure.com");
        return this.azure.token(principal, audience, 86_400);
      },
    };
  }

  /** Makes an artifact as somebody else, past all publishers. */
  async put(path: string, properties: object): Promise<void> {
    const ask = async (method: string, url: string, body?: object): Promise<Response> =>
      fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${this.azure.token(administrator, "https://dev.azuresynapse.net", 86_400)}`,
          "content-type": "application/json",
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const begun = await ask("PUT", `${this.azure.synapse}/${place.name}/${path}?api-version=2020-12-01`, {
      name: path.replace(/^.*\//, ""),
      properties,
    });
    const ended = await ask("GET", begun.headers.get("location") ?? "");
    const text = await ended.text();
    if (ended.status !== 200 || text.includes('"Failed"')) throw new Error(`${path}: ${ended.status} ${text}`);
  }

  async putFile(name: string, text: string): Promise<void> {
    const answer = await fetch(`${this.azure.blob}/telemetryprod/lake/${name}`, {
      method: "PUT",
      headers: {
        authorization: `Bearer ${this.azure.token(administrator, "https://storage.azure.com", 86_400)}`,
        "x-ms-version": "2025-11-05",
        "x-ms-blob-type": "BlockBlob",
      },
      body: text,
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  }

  /** Everything that is there, without what another run of the same would have different: versions, numbers, times. */
  everything(): readonly string[] {
    const artifacts = [...this.store.resources.values()].map(
      ({ id, properties }) => `${id} ${JSON.stringify(properties)}`,
    );
    const isRelease = /^_ops\/publish\/[^/]+\/[^/]+\/\d+\.json$/;
    const kept = [...this.store.blobs.values()].filter(({ name }) => !isRelease.test(name));
    const blobs = kept.map(({ name, content }) => {
      const text = Buffer.from(content, "base64").toString("utf8");
      return `${name} ${name.startsWith("_ops/publish/") ? text.replace(/"serial": \d+/, "") : text}`;
    });
    const running = this.running().map(({ request }) => `running ${request["name"]} ${request["file"]}`);
    return [...artifacts, ...blobs, ...running].sort();
  }

  /** The applications that go on. */
  running() {
    const now = Date.now() + this.later;
    return [...this.store.batches.values()].filter(({ endsAt }) => endsAt === undefined || endsAt > now);
  }

  /** What somebody else asks of the applications of a pool. */
  async batches(method: "GET" | "POST" | "DELETE", path = "", body?: object, pool = "streaming"): Promise<string> {
    const route = `livyApi/versions/2019-11-01-preview/sparkPools/${pool}/batches`;
    const answer = await fetch(`${this.azure.synapse}/${place.name}/${route}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.azure.token(administrator, "https://dev.azuresynapse.net", 86_400)}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  }
}
