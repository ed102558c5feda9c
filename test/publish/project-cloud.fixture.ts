import { destinationOf } from "../../cli/azure-destination.js";
import { type CompileResult, compile } from "../../compiler/compile.js";
import type { Artifact } from "../../compiler/emit/artifact.js";
import { startAzure } from "../../local/azure/azure.js";
import type { Principal } from "../../local/azure/principal.js";
import { type Seed, seeded, user } from "../../local/azure/seed.js";
import type { Settings } from "../../local/azure/settings.js";
import type { Store } from "../../local/azure/store.js";
import { type Destination, isOpened } from "../../publish/destination.js";
import { makePlan, type PlanRequest, planOfDestruction } from "../../publish/make-plan.js";
import type { Patience } from "../../publish/patience.js";
import { publish } from "../../publish/publish.js";
import { scriptsOf } from "../../publish/script.js";
import { servicesOf } from "../../publish/services.js";
import { wantedOf } from "../../publish/wanted.js";
import { targets } from "../../targets/index.js";
import { memoryHost, type Tree } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { type HandedBatch, handedTo } from "./deployment.fixture.js";

const environment = "prod";

/** A stand-in of Azure with all that a project finds there, to which versions of the project are published as the command does it. */
export async function projectCloud(
  files: Tree,
  others: readonly Principal[] = [],
  /** Where databases are, and the passwords of their users, by the secrets' names. */
  databases: {
    readonly postgres?: string;
    readonly redis?: string;
    /** With it publishing itself runs scripts in T-SQL. */
    readonly sql?: string;
    readonly cassandra?: string;
    readonly passwords?: Readonly<Record<string, string>>;
  } = {},
  {
    onRun,
    resources = [],
    ...settings
  }: Partial<Pick<Settings, "onRun" | "accounts" | "operationTime">> & Pick<Seed, "resources"> = {},
) {
  /** The batches that the databases of a warehouse were last given of each script. */
  const given = new Map<string, readonly string[]>();
  const keepsGiven: Settings["onRun"] = (pipeline, parameters) => {
    const failure = onRun?.(pipeline, parameters);
    if (failure !== undefined) return failure;
    const batches = handedTo(parameters);
    const nameOf = ({ where, script }: HandedBatch): string => `${where} ${script}`;
    for (const one of new Set(batches.map(nameOf))) {
      const own = batches.filter((batch) => nameOf(batch) === one);
      given.set(
        one,
        own.map(({ text }) => text),
      );
    }
    return undefined;
  };
  const place = azureOf(files);
  let later = 0;
  let store: Store | undefined;
  const azure = await startAzure({
    principals: [user, ...others],
    seed: (made, now) => {
      store = made;
      const secrets = Object.entries(databases.passwords ?? {}).map(([name, one]) => `${place.vault}/${name}=${one}`);
      seeded({ ...place.seed, secrets, resources })(made, now);
    },
    settings: { ...settings, now: () => Date.now() + later, onRun: keepsGiven },
  });
  const destination = destinationIn(files, {
    SLUICE_ARM: azure.arm,
    SLUICE_DATABRICKS: azure.databricks,
    SLUICE_SYNAPSE: `${azure.synapse}/${place.name}`,
    SLUICE_BLOB: `${azure.blob}/${place.account}`,
    SLUICE_VAULT: `${azure.vault}/${place.vault}`,
    SLUICE_POSTGRES: databases.postgres ?? "",
    SLUICE_REDIS: databases.redis ?? "",
    SLUICE_SQL: databases.sql ?? "",
    SLUICE_CASSANDRA: databases.cassandra ?? "",
  });
  const credentialOf = (who: string) => ({
    token: async (scope: string) =>
      azure.token(who, scope.replace(/\/\.default$/, "").replace(azure.arm, "https://management.azure.com"), 86_400),
  });

  /** Makes of the environment what a version says. */
  async function become(version: Version, patience: Patience = impatient, who = user.id) {
    const { artifacts } = version;
    const lock = version.lock?.text;
    const [wanted, scripts] = [wantedOf(artifacts, destination), scriptsOf(artifacts, destination)];
    const services = servicesOf(destination, wanted, credentialOf(who), patience);
    const planAnew = async () => {
      const readings = await services.read();
      const request: PlanRequest = { sluice: "1", destination, wanted, scripts, readings, lock };
      return { plan: version === nothing ? planOfDestruction(request) : makePlan(request), readings };
    };
    const { plan } = await planAnew();
    if (plan.obstacles.length > 0) throw new Error(JSON.stringify(plan.obstacles));
    const allowed = plan.steps.filter(({ loses }) => loses !== undefined).map(({ id }) => id);
    const done = await publish({
      ...{ services, wanted, scripts, lock, patience, allowed, planAnew },
      ...{ agreed: undefined, now: () => 0, onStep: () => {} },
    });
    return {
      kind: done.kind,
      // As it is told.
      ...("error" in done ? { error: String(done.error) } : {}),
      steps: plan.steps.map(({ id }) => id),
      /** What each step waits for. */
      after: new Map<string, readonly string[]>(plan.steps.map(({ id, after }) => [id, after])),
    };
  }

  return {
    azure,
    destination,
    credentialOf,
    control: azure.control,
    /** The applications of Spark pools, as the cloud itself has them. */
    get batches(): Store["batches"] {
      if (store === undefined) throw new Error("Nothing was seeded");
      return store.batches;
    },
    /** Unity Catalog, as the cloud itself has it. */
    get unity(): Pick<Store, "securables" | "identities"> {
      if (store === undefined) throw new Error("Nothing was seeded");
      return store;
    },
    become,
    /** A lease whose holder is dead ends. */
    afterAMinute: () => {
      later += 61_000;
    },
    everything: () => [everythingIn(store), ...[...given].map((one) => one.join(" ")).sort()].join("\n"),
    stop: azure.stop,
  };
}

/** Everything that is there, without what another run of the same would have different: versions, numbers, times. */
function everythingIn(store: Store | undefined): string {
  if (store === undefined) throw new Error("Nothing was seeded");
  const { resources, blobs, objects, jobs, securables } = store;
  const kept = [...blobs.values()].filter(({ name }) => !/^_ops\/publish\/[^/]+\/[^/]+\/\d+\.json$/.test(name));
  return [
    ...[...resources.values()].map(({ id, properties }) => `${id} ${JSON.stringify(properties)}`).sort(),
    ...[...objects.values()].map(({ path, content }) => `${path} ${content ?? ""}`).sort(),
    ...[...jobs.values()].map(({ settings }) => JSON.stringify(settings)).sort(),
    ...[...securables].map(([key, { held }]) => `${key} ${rightsText(held)}`).sort(),
    ...kept.map(({ name, content }) => `${name} ${textOf(name, content, jobs)}`).sort(),
  ].join("\n");
}

const rightsText = (held: Readonly<Record<string, readonly string[]>>): string =>
  JSON.stringify(
    Object.entries(held)
      .map(([who, rights]) => [who, ...[...rights].sort()])
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );

function textOf(name: string, base64: string, jobs: Store["jobs"]): string {
  const text = Buffer.from(base64, "base64").toString("utf8");
  if (!name.startsWith("_ops/publish/")) return text;
  // The numbers of jobs, which are given once, are told by whose they are.
  const ofJob = (number: string): string =>
    JSON.stringify(jobs.get(Number(number))?.settings["name"] ?? "no job that is there");
  return text.replace(/"serial": \d+/, "").replace(/"(\d+)"/g, (_, number) => ofJob(number));
}

/** What an environment is to be. */
export interface Version {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: CompileResult["diagnostics"];
  readonly lock?: CompileResult["lock"];
}

/** Nothing of the project is there. */
export const nothing: Version = { artifacts: [], diagnostics: [] };

export const versionOf = (files: Tree): Version => compiled(files);

function compiled(files: Tree) {
  const result = compile(memoryHost(files), targets, { environments: [environment] });
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  if (result.understood === undefined) throw new Error(JSON.stringify(errors));
  return { ...result, ir: result.understood.ir };
}

function destinationIn(files: Tree, variables: Readonly<Record<string, string>>): Destination {
  const destination = destinationOf(compiled(files).ir, environment, variables, (variables["SLUICE_SQL"] ?? "") !== "");
  if ("kind" in destination) throw new Error(JSON.stringify(destination));
  return destination;
}

/** What others have made for the project. */
function azureOf(files: Tree) {
  const { factory, synapse, databases, state } = destinationIn(files, {});
  const [vault = ""] = new URL(databases.find(isOpened)?.password.vault ?? "https://none").hostname.split(".");
  const [account = ""] = new URL(state.endpoint).hostname.split(".");
  const pathOf = (home: { readonly subscription: string; readonly resourceGroup: string; readonly name: string }) =>
    `${home.subscription}/${home.resourceGroup}/${home.name}`;
  const text = Object.values(files).join("\n");
  return {
    account,
    vault,
    name: synapse?.name ?? "",
    seed: {
      factories: factory ? [pathOf(factory)] : [],
      workspaces: synapse ? [pathOf(synapse)] : [],
      pools: [...text.matchAll(/pool: ([\w-]+)/g)].map(([, name = ""]) => name),
      runtimes: [...text.matchAll(/integration_runtime: ([\w-]+)/g)].map(([, name = ""]) => name),
      credentials: [...text.matchAll(/deploy_as: (\w+)/g)].map(([, name = ""]) => name),
      containers: [`${account}/${state.container}`],
    },
  };
}
