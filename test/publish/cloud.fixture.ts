import { type Azure, startAzure } from "../../local/azure/azure.js";
import type { Grant } from "../../local/azure/principal.js";
import type { PipelineRun, Store } from "../../local/azure/store.js";
import type { Credential } from "../../publish/access.js";
import type { Destination } from "../../publish/destination.js";
import { makePlan, planOfDestruction, planOfRollback } from "../../publish/make-plan.js";
import type { Patience } from "../../publish/patience.js";
import type { Plan } from "../../publish/plan.js";
import { type Published, publish } from "../../publish/publish.js";
import { scriptsOf } from "../../publish/script.js";
import { servicesOf } from "../../publish/services.js";
import { shop, subscription } from "../../publish/shop.fixture.js";
import { type Status, statusOf } from "../../publish/status.js";
import type { StepId } from "../../publish/step.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";

export const publisher = "11111111-1111-1111-1111-111111111111";
/** Its application's id too, which is how jobs name it. */
export const planner = "33333333-3333-3333-3333-333333333333";
/** Publishes too, and is not shown the jobs of the first. */
export const another = "44444444-4444-4444-4444-444444444444";
export const administrator = "22222222-2222-2222-2222-222222222222";

/** Short enough for tests. */
export const impatient: Patience = { retries: 1, retryDelay: 1, operation: 20_000, poll: 1, requests: 4 };

export interface CloudRequest {
  /** What the publisher may do; default: everything. */
  readonly actions?: readonly string[];
  readonly dataActions?: readonly string[];
  /** Whether the publisher may make jobs; default: yes. */
  readonly createsJobs?: boolean;
  /** Who only plans; default: may read everything that is not a job. */
  readonly planner?: Pick<Grant, "actions" | "dataActions"> & { readonly reads: readonly string[] };
  /** How long operations take, and a run until it has begun or ended, in milliseconds; default: none. */
  readonly operationTime?: number;
}

const mayRead = {
  actions: ["*/read", "*/geteventsubscriptionstatus/action", "*/querypipelineruns/action"],
  dataActions: ["*/read"],
  reads: ["/Shared"],
};

/** The stand-in of Azure with an empty factory, a lake and a workspace. */
export class Cloud {
  /** How much later it is in the cloud than here: what is to run out does. */
  private later = 0;
  /** Who plans, as the environment says it. */
  named: string | undefined;

  static async start(request: CloudRequest = {}): Promise<Cloud> {
    const { actions = ["*"], dataActions = ["*"], planner: reader = mayRead, operationTime = 0 } = request;
    const now = () => Date.now() + (cloud?.later ?? 0);
    const everything = { scope: "/", actions: ["*"], dataActions: ["*"] };
    const workspace = { manages: ["/Shared"], reads: [], createsJobs: request.createsJobs ?? true };
    let cloud: Cloud | undefined;
    let store: Store | undefined;
    const azure = await startAzure({
      seed: (made) => {
        store = made;
      },
      principals: [
        { id: publisher, client: publisher, grants: [{ scope: "/", actions, dataActions }], workspace },
        { id: another, client: another, grants: [everything], workspace: { ...workspace, createsJobs: true } },
        {
          id: planner,
          client: planner,
          grants: [{ scope: "/", ...reader }],
          workspace: { manages: [], reads: reader.reads, createsJobs: false },
        },
        {
          id: administrator,
          client: administrator,
          grants: [everything],
          workspace: { ...workspace, manages: ["/"], reads: ["/"] },
        },
      ],
      settings: { now, pageSize: 3, operationTime },
    });
    if (store === undefined) throw new Error("There is nothing to be seeded");
    cloud = new Cloud(azure, store);
    await cloud.put(cloud.factoryPath, { location: "westeurope" });
    await cloud.ask("PUT", `${azure.blob}/shopprod/lake?restype=container`, "https://storage.azure.com");
    return cloud;
  }

  private constructor(
    readonly azure: Azure,
    private readonly store: Store,
  ) {}

  readonly factoryPath =
    `/subscriptions/${subscription}/resourceGroups/shop-prod/providers/Microsoft.DataFactory/factories/shop-prod`;

  get destination(): Destination {
    const { arm, databricks, blob, files } = this.azure;
    const found = shop({ arm, databricks, blob: `${blob}/shopprod`, files: `${files}/shopprod` });
    return { ...found, databricks: found.databricks && { ...found.databricks, planner: this.named } };
  }

  get control() {
    return this.azure.control;
  }

  /** A lease whose holder is dead ends. */
  afterAMinute(): void {
    this.later += 61_000;
  }

  private audience(scope: string): string {
    return scope.replace(/\/\.default$/, "").replace(this.azure.arm, "https://management.azure.com");
  }

  private credential(principal: string): Credential {
    return { token: async (scope) => this.azure.token(principal, this.audience(scope), 86_400) };
  }

  /** What a publisher of these sources has. */
  sources(sources: readonly SentArtifact[], patience: Patience = impatient, project = "shop", who = publisher) {
    const destination = { ...this.destination, project };
    const wanted = wantedOf(sources, destination);
    const scripts = scriptsOf(sources, destination);
    const services = servicesOf(destination, wanted, this.credential(who), patience);
    const planAnew = async () => {
      const readings = await services.read();
      return { plan: makePlan({ sluice: "1", destination, wanted, scripts, readings }), readings };
    };
    const published = (agreed?: { readonly digest: string }, allowed: readonly StepId[] = []): Promise<Published> =>
      publish({ services, wanted, scripts, patience, allowed, planAnew, agreed, now: () => 0, onStep: () => {} });
    return { plan: async () => (await planAnew()).plan, publish: published, services, wanted };
  }

  /** The plan for these sources, made by whoever only plans. */
  async planned(sources: readonly SentArtifact[]): Promise<Plan> {
    const { destination } = this;
    const wanted = wantedOf(sources, destination);
    const readings = await servicesOf(destination, wanted, this.credential(planner), impatient).read();
    return makePlan({ sluice: "1", destination, wanted, scripts: scriptsOf(sources, destination), readings });
  }

  /** What whoever only plans is told of what runs. */
  async status(): Promise<Status> {
    const { destination } = this;
    const services = servicesOf(destination, [], this.credential(planner), impatient);
    return statusOf(destination, services, impatient, new Date());
  }

  /** A pipeline has run, or runs. */
  ran(pipelineName: string, run: Pick<PipelineRun, "runId" | "startedAt" | "endsAt" | "failure">): void {
    const factory = this.factoryPath;
    this.store.runs.set(run.runId, { ...run, factory, pipelineName, parameters: {} });
  }

  /** Ids of what can be gone back to, the latest first. */
  async releases(): Promise<readonly number[]> {
    const found = await servicesOf(this.destination, [], this.credential(publisher), impatient).releases.list();
    return found.map(({ id }) => id);
  }

  /** What somebody has who goes back to a release. */
  async rollback(id: number, patience: Patience = impatient) {
    const { destination } = this;
    const who = this.credential(publisher);
    const release = await servicesOf(destination, [], who, impatient).releases.read(id);
    if (release === undefined) throw new Error(`There is no release ${id}`);
    const { wanted, scripts } = release;
    const services = servicesOf(destination, wanted, who, patience);
    const planAnew = async () => {
      const readings = await services.read();
      return { plan: planOfRollback({ sluice: "1", destination, wanted, scripts, readings }), readings };
    };
    const rollBack = (allowed: readonly StepId[] = []): Promise<Published> =>
      publish({
        ...{ services, wanted, scripts, patience, allowed, planAnew },
        agreed: undefined,
        now: () => 0,
        onStep: () => {},
      });
    return { plan: async () => (await planAnew()).plan, rollBack };
  }

  /** What somebody has who wants nothing of the project to be left. */
  destruction(patience: Patience = impatient, project = "shop") {
    const destination = { ...this.destination, project };
    const services = servicesOf(destination, [], this.credential(publisher), patience);
    const planAnew = async () => {
      const readings = await services.read();
      return { plan: planOfDestruction({ sluice: "1", destination, readings }), readings };
    };
    const destroy = (allowed: readonly StepId[] = []): Promise<Published> =>
      publish({
        ...{ services, patience, allowed, planAnew },
        ...{ wanted: [], scripts: [], agreed: undefined, now: () => 0, onStep: () => {} },
      });
    return { plan: async () => (await planAnew()).plan, destroy };
  }

  /** As an administrator, past all publishers. */
  async ask(
    method: string,
    url: string,
    audience: string,
    body?: object | string,
    headers: object = {},
  ): Promise<string> {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${this.azure.token(administrator, audience, 86_400)}`,
        "x-ms-version": "2025-11-05",
        ...(typeof body === "object" ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
    return text;
  }

  put(path: string, body: object): Promise<string> {
    return this.ask("PUT", `${this.azure.arm}${path}?api-version=2018-06-01`, "https://management.azure.com", body);
  }

  blob(method: string, name: string): Promise<string> {
    return this.ask(method, `${this.azure.blob}/shopprod/lake/${name}`, "https://storage.azure.com");
  }

  workspace(method: string, path: string, body?: object): Promise<string> {
    return this.ask(method, `${this.azure.databricks}/api/${path}`, "2ff814a6-3304-4ab8-85cb-cd0e6f879c1d", body);
  }

  /** Everything that is there, without what another run of the same would have different: versions, numbers, times. */
  async everything(): Promise<string> {
    const { azure } = this;
    const factory: string[] = [];
    for (const kind of ["globalParameters", "linkedservices", "datasets", "dataflows", "pipelines", "triggers"]) {
      for (let url = `${azure.arm}${this.factoryPath}/${kind}?api-version=2018-06-01`; url !== ""; ) {
        const page = JSON.parse(await this.ask("GET", url, "https://management.azure.com"));
        for (const { name, properties } of page.value) factory.push(`${kind}/${name} ${JSON.stringify(properties)}`);
        url = page.nextLink ?? "";
      }
    }
    const state = await this.ask(
      "GET",
      `${azure.blob}/shopprod/lake/_ops/publish/shop/prod.json`,
      "https://storage.azure.com",
    ).catch(() => "{}");
    const { serial: _, addresses: __, ...kept } = JSON.parse(state);
    return [...factory.sort(), ...(await this.notebooks("/Shared")), ...(await this.jobs()), JSON.stringify(kept)].join(
      "\n",
    );
  }

  /** The runs of a job that go on. */
  async running(job: number): Promise<number> {
    const answer = await this.workspace("GET", `2.1/jobs/runs/list?job_id=${job}&active_only=true`);
    return (JSON.parse(answer).runs ?? []).length;
  }

  /** The numbers of jobs, by name. */
  async jobIds(): Promise<ReadonlyMap<string, number>> {
    const found = (await this.listedJobs()).map(({ job_id, settings }): [string, number] => [settings.name, job_id]);
    return new Map(found);
  }

  private async jobs(): Promise<readonly string[]> {
    const listed = await this.listedJobs();
    const shown = listed.map(
      async ({ job_id, settings }) => `${JSON.stringify(settings)} runs ${await this.running(job_id)}`,
    );
    return (await Promise.all(shown)).sort();
  }

  private async listedJobs(): Promise<
    readonly { readonly job_id: number; readonly settings: { readonly name: string } }[]
  > {
    return JSON.parse(await this.workspace("GET", "2.1/jobs/list?expand_tasks=true&limit=100")).jobs ?? [];
  }

  private async notebooks(folder: string): Promise<readonly string[]> {
    const listed = JSON.parse(await this.workspace("GET", `2.0/workspace/list?path=${folder}`)).objects ?? [];
    const found = await Promise.all(
      listed.map(async ({ path, object_type }: { readonly path: string; readonly object_type: string }) =>
        object_type === "DIRECTORY"
          ? this.notebooks(path)
          : [
              `${path} ${await this.workspace("GET", `2.0/workspace/export?path=${path}&format=SOURCE&direct_download=true`)}`,
            ],
      ),
    );
    return found.flat().sort();
  }
}
