import { afterEach, expect, it } from "vitest";
import { jobFile } from "../../compiler/emit/lake.js";
import { homesOf } from "../../publish/homes.js";
import { permissionsOf } from "../../publish/permissions.js";
import { planJson } from "../../publish/plan-file.js";
import { planMarkdown } from "../../publish/plan-markdown.js";
import { planText } from "../../publish/plan-text.js";
import { messageOf, type Published } from "../../publish/publish.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";
import { emptyNotebook, SynapseCloud, type SynapseCloudRequest, telemetry } from "./synapse-cloud.fixture.js";
import { pipelineAndAll } from "./synapse-pipeline.fixture.js";

let clouds: SynapseCloud[] = [];
const aCloud = async (request: SynapseCloudRequest = {}): Promise<SynapseCloud> => {
  const cloud = await SynapseCloud.start(request);
  clouds.push(cloud);
  return cloud;
};
afterEach(async () => {
  await Promise.all(clouds.map(({ azure }) => azure.stop()));
  clouds = [];
});

/** The telemetry project on Synapse, as it is and with some of its words replaced. */
function compiled(...changes: readonly (readonly [string, string])[]): readonly SentArtifact[] {
  const golden = readCase("e2e-telemetry-synapse");
  const path = "pipelines/readings.yaml";
  const text = changes.reduce((before, [from, to]) => {
    expect(before).toContain(from);
    return before.replaceAll(from, to);
  }, golden.input[path] ?? "");
  const { artifacts, diagnostics } = compileCase({ ...golden, input: { ...golden.input, [path]: text } });
  expect(diagnostics).toEqual([]);
  return artifacts;
}

const now = compiled();
/** Without what of a file's place is its content. */
const plain = (text: string): string => text.replace(/(_jobs\/telemetry\/)[0-9a-f]{12}\//, "$1");
const ids = (done: Published): readonly string[] => ("plan" in done ? done.plan.steps.map(({ id }) => plain(id)) : []);

it("publishes telemetry to a workspace and its lake by operations that take their time, and then there is nothing to do", async () => {
  const cloud = await aCloud({ operationTime: 20 });
  const { plan, publish } = cloud.sources(now);
  const first = await plan();
  expect(cloud.control.writes()).toEqual([]);
  expect(first.obstacles).toEqual([]);
  const steps = first.steps.map(({ id }) => plain(id));
  // Modules, then the main file, then notebooks, and what names the files last.
  expect([...steps.slice(0, 6).toSorted(), ...steps.slice(6)]).toEqual([
    "create:file/_jobs/telemetry/telemetry_common.py",
    "create:file/_jobs/telemetry/telemetry_readings_bronze_readings.py",
    "create:file/_jobs/telemetry/telemetry_readings_gold_readings_5_minutes.py",
    "create:file/_jobs/telemetry/telemetry_readings_silver_readings.py",
    "create:file/_jobs/telemetry/telemetry_readings_sinks_averages.py",
    "create:file/_jobs/telemetry/telemetry_readings_tables.py",
    "create:file/_jobs/telemetry/telemetry_readings.py",
    "create:synapse.linkedService/telemetry_vault",
    "create:synapse.notebook/telemetry_common",
    "create:synapse.notebook/telemetry_readings_bronze_readings",
    "create:synapse.notebook/telemetry_readings_gold_readings_5_minutes",
    "create:synapse.notebook/telemetry_readings_silver_readings",
    "create:synapse.notebook/telemetry_readings_sinks_averages",
    "create:synapse.notebook/telemetry_readings_tables",
    "create:synapse.sparkJobDefinition/telemetry_readings",
    "start:synapse.sparkJobDefinition/telemetry_readings",
  ]);
  expect(await publish(first)).toMatchObject({ kind: "published" });
  const again = await plan();
  expect(again).toMatchObject({
    steps: [],
    kept: [],
    obstacles: [],
    foreign: ["synapse.pool/streaming"],
  });
  expect(again.unchanged).toHaveLength(15);
  cloud.control.clearLog();
  expect(await publish(again)).toMatchObject({ kind: "published" });
  expect(cloud.control.writes().filter(({ path }) => !path.includes("comp=lease"))).toEqual([]);
  expect(await publish(first)).toMatchObject({ kind: "other-plan" });
});

it("sends each artifact as it stands, so that the files are where the definition says", async () => {
  const cloud = await aCloud();
  await cloud.sources(now).publish();
  const there = cloud.everything();
  const body = (path: string) => now.find((one) => one.path === path)?.body ?? "";
  const definition = JSON.parse(body("env/prod/synapse/sparkJobDefinition/telemetry_readings.json"));
  const { file, pyFiles } = definition.properties.jobProperties;
  for (const address of [file, ...pyFiles]) {
    const name = address.replace("abfss://lake@telemetryprod.dfs.core.windows.net/", "");
    const path = plain(name).replace("_jobs/telemetry/", "common/synapse/python/");
    expect(there).toContain(`${name} ${body(path)}`);
  }
  expect(there.join("\n")).toContain(
    `/sparkJobDefinitions/telemetry_readings ${JSON.stringify(definition.properties)}`,
  );
});

it("does nothing where a pool that a job names is not there, and says which", async () => {
  const cloud = await aCloud({ pools: ["other"] });
  const { plan, publish } = cloud.sources(now);
  expect((await plan()).obstacles).toEqual([
    {
      thing: "synapse.sparkJobDefinition/telemetry_readings",
      message: "refers to synapse.pool/streaming, which the workspace does not have, or not yet",
    },
  ]);
  expect(await publish()).toMatchObject({ kind: "obstacles" });
  expect(cloud.everything().filter((line) => /_jobs|notebooks/.test(line))).toEqual([]);
});

it("waits for no pool that is being made: publishing is for when it is there", async () => {
  const cloud = await aCloud();
  cloud.provisioning();
  const { publish } = cloud.sources(now);
  expect(await publish()).toMatchObject({ kind: "obstacles" });
  cloud.afterAMinute();
  expect(await publish()).toMatchObject({ kind: "published" });
});

it("looks at an operation as seldom as it is asked to", async () => {
  const cloud = await aCloud({ operationTime: 1000 });
  const { publish } = cloud.sources(now.filter(({ path }) => path.endsWith("notebook/telemetry_common.json")));
  expect(await publish()).toMatchObject({ kind: "published" });
  const looks = cloud.control.log.filter(({ path }) => path.includes("OperationResults"));
  expect(looks.length).toBeLessThan(4);
});

it("what is added where nothing is said is no difference, and what somebody adds stays and is shown", async () => {
  const cloud = await aCloud();
  const { plan, publish } = cloud.sources(now);
  await publish();
  const propertiesOf = (path: string) => JSON.parse(now.find((one) => one.path === path)?.body ?? "{}").properties;
  const definition = propertiesOf("env/prod/synapse/sparkJobDefinition/telemetry_readings.json");
  const notebook = propertiesOf("common/synapse/notebook/telemetry_common.json");
  await cloud.put("sparkJobDefinitions/telemetry_readings", {
    scanFolder: false,
    ...definition,
    jobProperties: { className: "", jars: [], files: [], archives: [], ...definition.jobProperties },
  });
  const cells = notebook.cells.map(
    ({ cell_type, source }: { readonly cell_type: string; readonly source: unknown }) => ({
      cell_type,
      source,
    }),
  );
  await cloud.put("notebooks/telemetry_common", { ...notebook, bigDataPool: null, cells });
  expect(await plan()).toMatchObject({ steps: [], kept: [] });
  await cloud.put("notebooks/telemetry_common", { ...notebook, description: "theirs" });
  expect(await plan()).toMatchObject({
    steps: [],
    kept: [{ thing: "synapse.notebook/telemetry_common", path: "properties.description" }],
  });
});

it("asks for leave where a checkpoint is given up", async () => {
  const cloud = await aCloud();
  await cloud.sources(now).publish();
  const moved = now.map((one) => ({
    ...one,
    body: one.body.replace('silver_readings_place\\":\\"', 'silver_readings_place\\":\\"f'),
  }));
  const { plan, publish } = cloud.sources(moved);
  expect(await plan()).toMatchObject({
    steps: [
      { action: "stop" },
      { action: "update", loses: "the checkpoint of silver_readings: what it has read and remembered" },
      { action: "start" },
    ],
  });
  const step = "update:synapse.sparkJobDefinition/telemetry_readings";
  expect(await publish()).toMatchObject({ kind: "not-allowed", steps: [{ id: step }] });
  expect(await publish(undefined, [step])).toMatchObject({ kind: "published" });
});

it("leaves the files that an application may have been started with, as long as its job is there", async () => {
  const cloud = await aCloud();
  await cloud.sources(now).publish();
  const { plan, publish } = cloud.sources(compiled(["between -60 and", "between -70 and"]));
  const changed = ["gold_readings_5_minutes", "silver_readings", "sinks_averages"];
  const file = (name: string) => `file/_jobs/telemetry/telemetry_readings_${name}.py`;
  expect(ids(await publish()).toSorted()).toEqual(
    [
      ...changed.map((name) => `create:${file(name)}`),
      ...changed.map((name) => `update:synapse.notebook/telemetry_readings_${name}`),
      "start:synapse.sparkJobDefinition/telemetry_readings",
      "stop:synapse.sparkJobDefinition/telemetry_readings",
      "update:synapse.sparkJobDefinition/telemetry_readings",
    ].toSorted(),
  );
  const again = await plan();
  expect(again).toMatchObject({ steps: [], foreign: ["synapse.pool/streaming"] });
  expect(again.superseded.map(plain).toSorted()).toEqual(changed.map(file));
  expect(planText(again)).toContain("3 earlier versions of files stay");
  const nothing = cloud.sources([]);
  await nothing.publish();
  expect(cloud.everything().filter((line) => line.startsWith("_jobs/"))).toEqual([]);
});

it("destroys what is the project's in the workspace and the lake, earlier versions of files too, and nothing else", async () => {
  const cloud = await aCloud();
  await cloud.put("notebooks/theirs", emptyNotebook);
  await cloud.putFile("bronze/readings/part-0.parquet", "rows");
  const empty = cloud.everything();
  await cloud.sources(now).publish();
  await cloud.sources(compiled(["between -60 and", "between -70 and"])).publish();
  const { plan, destroy } = cloud.destruction();
  const planned = await plan();
  expect(planned).toMatchObject({
    obstacles: [],
    superseded: [],
    foreign: expect.arrayContaining(["synapse.notebook/theirs"]),
  });
  const definitions = planned.steps
    .filter(({ kind }) => kind.name === "synapse.sparkJobDefinition")
    .filter(({ action }) => action === "delete")
    .map(({ id }) => id);
  const files = planned.steps.filter(({ kind }) => kind.name === "file");
  const common = planned.steps.find(({ id }) => id === "delete:synapse.notebook/telemetry_common");
  expect(definitions.length).toBeGreaterThan(0);
  expect(files.length).toBeGreaterThan(1);
  for (const { after } of files) expect(after).toEqual(expect.arrayContaining(definitions));
  expect(common?.after).toContain("delete:synapse.notebook/telemetry_readings_tables");
  expect(await destroy(planned.steps.map(({ id }) => id))).toMatchObject({ kind: "published" });
  const left = cloud.everything().filter((line) => !line.startsWith("_ops/publish/"));
  expect(left).toEqual(empty);
});

it("stops where somebody changes a thing or a file in between", async () => {
  const changed = now.map((one) => ({ ...one, body: one.body.replaceAll("LAST_WIN", "EXCEPTION") }));
  const meet = async (path: RegExp, change: (cloud: SynapseCloud) => Promise<void>) => {
    const cloud = await aCloud();
    await cloud.sources(now).publish();
    let isDone = false;
    cloud.control.play(async ({ method, path: at }) => {
      if (isDone || method !== "PUT" || !path.test(at)) return undefined;
      isDone = true;
      await change(cloud);
      return undefined;
    });
    const done = await cloud.sources(changed).publish();
    return { done, there: cloud.everything().join("\n") };
  };
  const common = changed.find(({ path }) => path.endsWith("python/telemetry_common.py"));
  const file = jobFile("telemetry", common?.path ?? "", common?.body ?? "");
  const files = await meet(/telemetry_common\.py/, (cloud) => cloud.putFile(file, "theirs"));
  expect(files.done).toMatchObject({ kind: "broken-off", step: { id: `create:file/${file}` } });
  expect(files.there).toContain(`${file} theirs`);
  const notes = await meet(/notebooks\/telemetry_common/, (cloud) =>
    cloud.put("notebooks/telemetry_common", { ...emptyNotebook, theirs: 1 }),
  );
  expect(notes.done).toMatchObject({ kind: "broken-off", step: { id: "update:synapse.notebook/telemetry_common" } });
  expect(notes.there).toContain(`notebooks/telemetry_common ${JSON.stringify({ ...emptyNotebook, theirs: 1 })}`);
});

it("leaves alone what is not ours, to the byte, whatever its name", async () => {
  const cloud = await aCloud();
  await cloud.put("notebooks/telemetry_theirs", { ...emptyNotebook, unknown: { a: [1] } });
  await cloud.put("notebooks/theirs", emptyNotebook);
  await cloud.put("linkedservices/theirs", {
    type: "AzureBlobFS",
    annotations: ["sluice: project=telemetry2"],
    typeProperties: { url: "https://o.dfs.core.windows.net" },
  });
  await cloud.put("sqlScripts/telemetry_theirs", { content: { query: "SELECT 1" } });
  await cloud.putFile("_jobs/telemetry/theirs.py", "x = 1");
  await cloud.putFile("_jobs/telemetry2/telemetry_common.py", "x = 2");
  const theirs = () => cloud.everything().filter((line) => /theirs|telemetry2/.test(line.split(" ")[0] ?? ""));
  const before = theirs();
  expect(before).toHaveLength(6);
  expect((await cloud.sources(now).plan()).foreign).toEqual([
    "file/_jobs/telemetry/theirs.py",
    "synapse.linkedService/theirs",
    "synapse.notebook/telemetry_theirs",
    "synapse.notebook/theirs",
    "synapse.pool/streaming",
    "synapse.sqlscript/telemetry_theirs",
  ]);
  await cloud.sources(now).publish();
  const removal = await cloud.sources([]).publish();
  expect(ids(removal)).toHaveLength(16);
  expect(theirs()).toEqual(before);
  expect(cloud.everything().filter((line) => /_jobs\/telemetry\/|\/notebooks\/|Definitions/.test(line))).toHaveLength(
    3,
  );

  await cloud.put("notebooks/telemetry_common", emptyNotebook);
  expect((await cloud.sources(now).plan()).obstacles).toEqual([
    {
      thing: "synapse.notebook/telemetry_common",
      message: "is there already and is not this project's: rename one of the two, or delete it",
    },
  ]);
});

it("takes all kinds that a pipeline is made of, changes and deletes them", async () => {
  const cloud = await aCloud();
  const { plan, publish } = cloud.sources(pipelineAndAll());
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(await plan()).toMatchObject({ steps: [], kept: [], obstacles: [] });
  const later = cloud.sources(pipelineAndAll("0.02:00:00", 3));
  expect(ids(await later.publish())).toEqual([
    "update:synapse.sqlscript/telemetry_views",
    "update:synapse.pipeline/orders",
    "stop:synapse.trigger/nightly",
    "update:synapse.trigger/nightly",
    "start:synapse.trigger/nightly",
  ]);
  expect((await later.plan()).steps).toEqual([]);
  expect(cloud.everything().join("\n")).toContain('"runtimeState":"Started"');
  expect(ids(await cloud.sources([]).publish())).toEqual([
    "stop:synapse.trigger/nightly",
    "delete:synapse.trigger/nightly",
    "delete:synapse.pipeline/orders",
    "delete:synapse.dataflow/flatten",
    "delete:synapse.sqlscript/telemetry_views",
    "delete:synapse.dataset/orders_csv",
    "delete:synapse.linkedService/lake",
  ]);
});

it("lets one of two publishers win, at whatever request they meet; the other writes nothing", async () => {
  const cloud = await aCloud();
  const [first, second] = [cloud.sources(now), cloud.sources(compiled(["5 minutes", "10 minutes"]))];
  const leave = now
    .filter(({ kind }) => kind === "sparkJobDefinition")
    .map(() => "update:synapse.sparkJobDefinition/telemetry_readings");
  await first.publish();
  cloud.control.clearLog();
  await second.publish(undefined, leave);
  const requests = cloud.control.log.length;
  const outcomes = new Set<string>();
  const isWrite = ({ path }: { readonly path: string }) => !path.includes("comp=lease");
  for (let at = 1; at <= requests; at += 4) {
    const [winner, other] = (at - 1) % 8 === 0 ? [first, second] : [second, first];
    let seen = 0;
    cloud.control.clearLog();
    cloud.control.play(async () => {
      seen += 1;
      if (seen !== at) return undefined;
      seen = Number.NaN;
      cloud.control.play(undefined);
      const before = cloud.control.writes().filter(isWrite).length;
      const { kind } = await other.publish(undefined, leave);
      outcomes.add(kind);
      if (kind === "another-publisher") expect(cloud.control.writes().filter(isWrite)).toHaveLength(before);
      return undefined;
    });
    expect(await winner.publish(undefined, leave)).toMatchObject({ kind: "published" });
    cloud.control.play(undefined);
    expect((await winner.plan()).steps).toEqual([]);
  }
  expect(outcomes).toContain("another-publisher");
}, 120_000);

/** There and back: each way with every request of it, or every so many, going wrong once, in these ways by turns. */
const trips = [
  { name: "killed after, answer lost", there: ["killed after"], back: ["answer lost"], every: 1 },
  {
    name: "all else",
    there: ["500", "operation that never ends", "429", "killed before"],
    back: ["killed before", "429", "operation that never ends", "500"],
    every: 2,
  },
];

it.each(trips)(
  "broken off ($name) and published again, the end is the same",
  async ({ there, back, every }) => {
    const cloud = await aCloud();
    // Notebooks are made, changed and deleted, and the job with its files.
    const isOfJob = ({ plane, kind }: SentArtifact) => plane === "lake" || kind === "sparkJobDefinition";
    const after = compiled(["  averages:", "  means:"]).filter((one) => !isOfJob(one));
    const hurried = { ...impatient, operation: 30 };
    const undisturbed = async (sources: readonly SentArtifact[]) => {
      cloud.control.clearLog();
      expect(await cloud.sources(sources).publish()).toMatchObject({ kind: "published" });
      return { requests: requestsOf(cloud.control.log), end: cloud.everything() };
    };
    await undisturbed(now);
    const [thereClean, backClean] = [await undisturbed(after), await undisturbed(now)];
    expect(Math.min(thereClean.requests.length, backClean.requests.length)).toBeGreaterThan(15);

    const strays: string[] = [];
    const disturbed = async (
      sources: readonly SentArtifact[],
      name: string | undefined,
      at: number,
      clean: readonly string[],
    ) => {
      goingWrong(cloud.control, name ?? "", at);
      await cloud
        .sources(sources, hurried)
        .publish()
        .catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await cloud.sources(sources).publish();
      if (kind !== "published" || cloud.everything().join("\n") !== clean.join("\n"))
        strays.push(`${name} at ${at}: ${kind}`);
    };
    const most = Math.max(thereClean.requests.length, backClean.requests.length);
    for (let index = 0; index < most; index += every) {
      const [toAfter, toNow, turn] = [thereClean.requests[index], backClean.requests[index], index / every];
      if (toAfter !== undefined) await disturbed(after, there[turn % there.length], toAfter, thereClean.end);
      else await cloud.sources(after).publish();
      if (toNow !== undefined) await disturbed(now, back[turn % back.length], toNow, backClean.end);
      else await cloud.sources(now).publish();
    }
    expect(strays).toEqual([]);
  },
  240_000,
);

it("what a killed publisher made is ours, also for sources that have changed since", async () => {
  const cloud = await aCloud();
  let isDead = false;
  cloud.control.play(({ path, method }) => {
    if (isDead) return { kind: "cut", when: "before" };
    isDead = method === "PUT" && path.includes("/notebooks/");
    return isDead ? { kind: "cut", when: "after" } : undefined;
  });
  await cloud
    .sources(now)
    .publish()
    .catch(() => undefined);
  cloud.control.play(undefined);
  cloud.afterAMinute();
  const changed = now.map((one) => ({ ...one, body: one.body.replaceAll("LAST_WIN", "EXCEPTION") }));
  expect(await cloud.sources(changed).publish()).toMatchObject({ kind: "published" });
  expect(await cloud.sources(changed).plan()).toMatchObject({ steps: [], obstacles: [] });
});

it("says that an operation failed, in the service's words", async () => {
  const cloud = await aCloud();
  cloud.control.play(({ method, path }) => {
    // The pool is gone by the time that the definition is written.
    if (method === "PUT" && path.includes("sparkJobDefinitions")) cloud.withoutPools();
    return undefined;
  });
  const done = await cloud.sources(now).publish();
  expect(done).toMatchObject({
    kind: "broken-off",
    step: { id: "create:synapse.sparkJobDefinition/telemetry_readings" },
  });
  expect("error" in done ? messageOf(done.error) : "").toBe(
    "sparkJobDefinitions/telemetry_readings: 200 BadRequest The document creation or update failed because of invalid reference 'streaming'.",
  );
});

it("puts no secret into a plan, the state or a message", async () => {
  const cloud = await aCloud();
  const canary = 'canary+/= "x"';
  await cloud.put("linkedservices/theirs", {
    type: "SqlServer",
    typeProperties: { connectionString: "Server=x", password: { type: "SecureString", value: canary } },
  });
  const { plan, publish } = cloud.sources(now);
  const made = await plan();
  cloud.control.play(({ method, path }) =>
    method === "PUT" && path.includes("/notebooks/") ? { kind: "unable", status: 500 } : undefined,
  );
  const broken = await publish();
  cloud.control.play(undefined);
  const state = cloud.everything().filter((line) => line.startsWith("_ops/publish/"));
  const failed = "error" in broken ? messageOf(broken.error) : "";
  expect(failed).toContain("500");
  const said = [planText(made), planJson(made), planMarkdown(made), failed, JSON.stringify(ids(broken)), ...state];
  const token = cloud.azure.token("x", "y").slice(0, 30);
  const forms = [
    canary,
    encodeURIComponent(canary),
    JSON.stringify(canary).slice(1, -1),
    Buffer.from(canary).toString("base64"),
  ];
  for (const text of said) for (const secret of [...forms, token]) expect(text.includes(secret)).toBe(false);
});

it("needs exactly the actions that it says", async () => {
  // One of each kind is enough.
  const few = now.filter(({ path }) => /_common\.|prod\/synapse\/sparkJobDefinition/.test(path));
  const all = [...few, ...pipelineAndAll()];
  const destination = telemetry({ arm: "https://management.azure.com", synapse: "https://x", blob: "https://y" });
  const { synapse, state } = permissionsOf(destination, wantedOf(all, destination), "publish");
  const { DataActions: dataActions } = state;
  const actions = synapse?.workspace.Actions ?? [];
  const roles = [...(synapse?.artifacts.actions ?? []), ...(synapse?.compute?.actions ?? [])];
  expect(synapse?.compute?.pools).toEqual(["streaming"]);
  expect(actions).toEqual(["Microsoft.Synapse/workspaces/bigDataPools/read", "Microsoft.Synapse/workspaces/read"]);
  const changed = [
    ...few.map((one) => ({ ...one, body: one.body.replaceAll("LAST_WIN", "EXCEPTION") })),
    ...pipelineAndAll("0.02:00:00", 3),
  ];
  const trip = async (cloud: SynapseCloud): Promise<Published> => {
    for (const sources of [all, changed]) {
      const done = await cloud.sources(sources).publish();
      if (done.kind !== "published") return done;
    }
    return cloud.sources([]).publish();
  };
  expect(await trip(await aCloud({ actions, dataActions, synapse: roles }))).toMatchObject({ kind: "published" });
  for (const missing of [...actions, ...dataActions, ...roles]) {
    const without = (given: readonly string[]) => given.filter((one) => one !== missing);
    const cloud = await aCloud({
      actions: without(actions),
      dataActions: without(dataActions),
      synapse: without(roles),
    });
    const message = await trip(cloud).then(
      (done) => ("error" in done ? messageOf(done.error) : done.kind),
      (error: unknown) => messageOf(error),
    );
    expect(message).toContain(dataActions.includes(missing) ? "not authorized to perform this operation" : missing);
  }
}, 120_000);

it("stops an environment that moved to another workspace, and tells what was left where", async () => {
  const cloud = await aCloud();
  await cloud.sources(now).publish();
  const home = homesOf(telemetry(cloud.azure))["synapse-workspace"];
  expect(home).toBe(
    "/subscriptions/00000000-0000-0000-0000-000000000002/resourcegroups/telemetry-prod/providers/microsoft.synapse/workspaces/telemetry-prod",
  );
  const { obstacles } = await cloud.elsewhere(now);
  expect(obstacles[0]?.thing).toBe(`workspace ${home}`);
});
