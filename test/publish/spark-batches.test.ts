import { afterEach, expect, it } from "vitest";
import type { Exchange } from "../../local/azure/control.js";
import { planText } from "../../publish/plan-text.js";
import { messageOf, type Published } from "../../publish/publish.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { impatient } from "./cloud.fixture.js";
import { goingWrong, isOfState, once, requestsOf } from "./mishaps.fixture.js";
import { SynapseCloud, type SynapseCloudRequest } from "./synapse-cloud.fixture.js";

// The applications that run a Spark job definition: started, handed over, stopped, and whose they are.

let cloud: SynapseCloud;
const start = async (request: SynapseCloudRequest = {}): Promise<void> => {
  cloud = await SynapseCloud.start(request);
};
afterEach(async () => {
  await cloud.azure.stop();
});

const readings = "synapse.sparkJobDefinition/telemetry_readings";
const golden = readCase("e2e-telemetry-synapse");
const all: readonly SentArtifact[] = compileCase(golden).artifacts;
/** The job with its files: no notebooks, which nothing but people look at. */
const ofJob = ({ plane, path }: SentArtifact) =>
  plane === "lake" || path.includes("env/prod/synapse/sparkJobDefinition/");
const now = all.filter(ofJob);
const having = (from: string, to: string): readonly SentArtifact[] =>
  now.map((one) => ({ ...one, body: one.body.replaceAll(from, to) }));
/** Files change, and by their places the definition. */
const readingsFile = golden.input["pipelines/readings.yaml"] ?? "";
const news = compileCase({
  ...golden,
  input: { ...golden.input, "pipelines/readings.yaml": readingsFile.replace("between -60 and", "between -70 and") },
}).artifacts.filter(ofJob);
const moved = having('silver_readings_place\\":\\"', 'silver_readings_place\\":\\"f');

const plain = (text: string): string => text.replace(/(_jobs\/telemetry\/)[0-9a-f]{12}\//g, "$1");
const ids = (done: Published): readonly string[] => ("plan" in done ? done.plan.steps.map(({ id }) => plain(id)) : []);
const publish = (sources: readonly SentArtifact[], patience = impatient) =>
  cloud.sources(sources, patience).publish(undefined, [`update:${readings}`]);
const textOf = async (sources: readonly SentArtifact[]) => planText(await cloud.sources(sources).plan());
const names = () => cloud.running().map(({ request }) => request["name"]);
const numbers = () => cloud.running().map(({ id }) => id);
const cancelByHand = async (): Promise<void> => {
  for (const id of numbers()) await cloud.batches("DELETE", `/${id}`);
  await expect.poll(numbers).toEqual([]);
};
/** The request of a submission by the definition that is there. */
const submission = () => cloud.running().map(({ request: { tags: _, ...one } }) => one)[0] ?? {};
const isOfBatches = ({ path, isWrite }: Exchange) => isWrite && path.includes("/batches");

it("starts a job once it is made, by what the definition says, and leaves it alone while nothing of it changes", async () => {
  await start({ operationTime: 20 });
  expect(ids(await publish(all)).slice(-2)).toEqual([`create:${readings}`, `start:${readings}`]);
  const definition = JSON.parse(now.find(({ plane }) => plane === "synapse-workspace")?.body ?? "{}");
  expect(cloud.running()).toMatchObject([{ request: definition.properties.jobProperties }]);
  expect(cloud.running()[0]?.request["tags"]).toMatchObject({
    sluice_project: "telemetry",
    sluice_job: "telemetry_readings",
  });
  expect((await cloud.sources(all).plan()).steps).toEqual([]);
  cloud.control.clearLog();
  const described = all.map((one) => ({
    ...one,
    body: one.body.replace('"description": "Device', '"description": "All device'),
  }));
  expect(ids(await publish(described)).filter((id) => id.endsWith(readings))).toEqual([`update:${readings}`]);
  expect(cloud.control.log.filter(isOfBatches)).toEqual([]);
});

it("stops a job when its new files are there, changes it when its application has ended, and starts it", async () => {
  await start({ operationTime: 20 });
  await publish(now);
  const [before] = numbers();
  cloud.control.clearLog();
  const isRunning: boolean[] = [];
  cloud.control.play(({ method, path }) => {
    if (method === "PUT" && /_jobs|sparkJobDefinitions/.test(path)) isRunning.push(numbers().length === 1);
    return undefined;
  });
  expect(ids(await publish(news)).filter((id) => !id.startsWith("create:"))).toEqual(
    ["stop", "update", "start"].map((action) => `${action}:${readings}`),
  );
  expect(isRunning.at(-1)).toBe(false);
  expect(isRunning.slice(0, -1)).not.toContain(false);
  expect(isRunning.length).toBeGreaterThan(1);
  expect(numbers()).toHaveLength(1);
  expect(numbers()).not.toContain(before);
  expect((await cloud.sources(news).plan()).steps).toEqual([]);
});

it("says which query goes on and which begins anew", async () => {
  await start();
  await publish(now);
  const text = await textOf(moved);
  expect(text).toContain(
    `■ stop ${readings}: what it runs is changed: its run is cancelled, and a batch that is not finished is done again`,
  );
  expect(text).toContain(
    `▶ start ${readings}: was changed: each query opens the checkpoint that its notebook names, but for silver_readings, which begins a new one`,
  );
});

it("starts a job that does not run any more, and says why it ended", async () => {
  await start();
  await publish(now);
  const { file, ...others } = submission();
  await cancelByHand();
  await cloud.batches("POST", "", { ...others, file: String(file).replace(/[0-9a-f]{12}/, "000000000000") });
  expect(await textOf(now)).toContain(
    `▶ start ${readings}: does not run (its last run ended with Failed), and the sources say that it does`,
  );
  expect(await publish(now)).toMatchObject({ kind: "published" });
  expect(numbers()).toHaveLength(1);
});

it("leaves a job stopped whose application somebody cancelled, and names it; submitted by hand, it is watched again", async () => {
  await start();
  await publish(now);
  const request = submission();
  await cancelByHand();
  expect(await textOf(now)).toContain(
    `To be run by hand, to go on: somebody cancelled its run, and it stays stopped: ${readings}`,
  );
  expect(ids(await publish(news)).filter((id) => !id.startsWith("create:"))).toEqual([`update:${readings}`]);
  expect(numbers()).toEqual([]);
  const { id: byHand } = JSON.parse(await cloud.batches("POST", "", request));
  expect(ids(await publish(now)).filter((id) => !id.startsWith("create:"))).toEqual(
    ["stop", "update", "start"].map((action) => `${action}:${readings}`),
  );
  expect(numbers()).toHaveLength(1);
  expect(numbers()).not.toContain(byHand);
});

it("leaves it stopped also while the application that a person cancelled is still on its way to its end", async () => {
  await start();
  await publish(now);
  const before = numbers();
  cloud.control.play(({ method }) => (method === "DELETE" ? { kind: "endless" } : undefined));
  for (const id of before) await cloud.batches("DELETE", `/${id}`);
  cloud.control.play(undefined);
  expect(numbers()).toEqual(before);
  expect(await textOf(now)).toContain(`somebody cancelled its run, and it stays stopped: ${readings}`);
  expect(ids(await publish(news)).filter((id) => !id.startsWith("create:"))).toEqual([`update:${readings}`]);
  expect(numbers()).toEqual(before);
});

it("leaves it stopped where somebody cancels its application between the plan and the stop, and says so", async () => {
  await start();
  await publish(now);
  cloud.control.play(once(isOfState, cancelByHand));
  expect(await publish(news)).toMatchObject({
    kind: "broken-off",
    step: { id: `stop:${readings}` },
    leftStopped: [],
    leftHalfChanged: [],
  });
  expect(numbers()).toEqual([]);
  expect(await textOf(news)).toContain(`somebody cancelled its run, and it stays stopped: ${readings}`);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(numbers()).toEqual([]);
});

it("sees one that was submitted while the one before was still on its way to its end", async () => {
  await start();
  await publish(now);
  const request = submission();
  cloud.control.play(({ method, path }) =>
    method === "DELETE" && path.includes("/batches") ? { kind: "endless" } : undefined,
  );
  await cloud.batches("DELETE", `/${numbers()[0]}`);
  cloud.control.play(undefined);
  await cloud.batches("POST", "", request);
  const { cancelled, steps } = await cloud.sources(news).plan();
  expect(numbers()).toHaveLength(2);
  expect(cancelled).toEqual([]);
  expect(steps.filter(({ action }) => action !== "create").map(({ id }) => id)).toEqual(
    ["stop", "update", "start"].map((action) => `${action}:${readings}`),
  );
});

it("takes nothing for its own that only has its name, also behind many pages", async () => {
  await start();
  await cloud.putFile("_theirs/job.py", "x = 1");
  const file = "abfss://lake@telemetryprod.dfs.core.windows.net/_theirs/job.py";
  for (const _ of Array(25)) await cloud.batches("POST", "", { name: "telemetry_readings", file });
  const tags = { sluice_project: "telemetry2", sluice_job: "telemetry_readings" };
  await cloud.batches("POST", "", { name: "telemetry_readings", file, tags });
  const theirs = numbers();
  await publish(now);
  expect(numbers()).toHaveLength(27);
  await publish(news);
  expect((await cloud.sources(news).plan()).steps).toEqual([]);
  const { plan, destroy } = cloud.destruction();
  const planned = await plan();
  expect(planned.steps.map(({ id }) => id)).toContain(`stop:${readings}`);
  expect(await destroy(planned.steps.map(({ id }) => id))).toMatchObject({ kind: "published" });
  expect(numbers()).toEqual(theirs);
});

it("stops the application in the pool that the definition named before", async () => {
  await start({ pools: ["streaming", "larger"] });
  await publish(now);
  const larger = having('"referenceName": "streaming"', '"referenceName": "larger"');
  expect(await publish(larger)).toMatchObject({ kind: "published" });
  expect(cloud.running().map(({ pool }) => pool.replace(/^.*\//, ""))).toEqual(["larger"]);
  expect((await cloud.sources(larger).plan()).steps).toEqual([]);
});

it.each([
  ["its answer was lost", { kind: "cut", when: "after" }],
  ["it was not taken", { kind: "cut", when: "before" }],
  ["there was an error", { kind: "unable", status: 500 }],
  ["it was to wait", { kind: "unable", status: 429, retryAfter: 0 }],
] as const)("starts one application and no second one where %s", async (_, fault) => {
  await start();
  let asked = 0;
  cloud.control.play(({ method, path }) => {
    if (method !== "POST" || !path.endsWith("/batches")) return undefined;
    asked += 1;
    return asked === 1 ? fault : undefined;
  });
  expect(await publish(now)).toMatchObject({ kind: "published" });
  expect(names()).toEqual(["telemetry_readings"]);
});

it("starts again what it has stopped where the definition is refused, and says so where that fails too", async () => {
  await start();
  await publish(now);
  cloud.control.play(({ method, path }) =>
    method === "PUT" && path.includes("sparkJobDefinitions") ? { kind: "unable", status: 403 } : undefined,
  );
  expect(await publish(news)).toMatchObject({ kind: "broken-off", leftStopped: [], leftHalfChanged: [] });
  expect(names()).toEqual(["telemetry_readings"]);
  cloud.control.play(({ method, path }) =>
    (method === "PUT" && path.includes("sparkJobDefinitions")) || (method === "POST" && path.includes("/batches"))
      ? { kind: "unable", status: 403 }
      : undefined,
  );
  expect(await publish(news)).toMatchObject({ kind: "broken-off", leftStopped: [readings] });
  expect(names()).toEqual([]);
  cloud.control.play(undefined);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(names()).toEqual(["telemetry_readings"]);
});

it("waits for an application to end no longer than an operation may take", async () => {
  await start();
  await publish(now);
  cloud.control.play(({ method, path }) =>
    method === "DELETE" && path.includes("/batches") ? { kind: "endless" } : undefined,
  );
  const done = await publish(news, { ...impatient, operation: 50 });
  expect(done).toMatchObject({ kind: "broken-off", step: { id: `stop:${readings}` } });
  expect("error" in done ? messageOf(done.error) : "").toContain("for the application of telemetry_readings to stop");
});

it.each(["killed before", "killed after", "answer lost", "429", "500", "operation that never ends"])(
  "%s, at every request: published again, one application runs what is new",
  async (mishap) => {
    await start();
    const hurried = { ...impatient, operation: 40 };
    await publish(now);
    const undisturbed = async (sources: readonly SentArtifact[]) => {
      cloud.control.clearLog();
      expect(await publish(sources)).toMatchObject({ kind: "published" });
      return { requests: requestsOf(cloud.control.log), end: cloud.everything() };
    };
    await undisturbed(news);
    const [back, there] = [await undisturbed(now), await undisturbed(news)];
    await publish(now);
    expect(back.requests.length).toBeGreaterThan(10);
    const strays: string[] = [];
    for (const at of there.requests) {
      goingWrong(cloud.control, mishap, at);
      await publish(news, hurried).catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await publish(news);
      if (kind !== "published" || cloud.everything().join("\n") !== there.end.join("\n")) strays.push(`${at}: ${kind}`);
      await publish(now);
      if (cloud.everything().join("\n") !== back.end.join("\n")) strays.push(`${at}: back`);
    }
    expect(strays).toEqual([]);
  },
  60_000,
);

it("starts a job that is made again where a publisher died right before, whose application was stopped when it was deleted", async () => {
  await start();
  await publish(now);
  await publish([]);
  expect(names()).toEqual([]);
  let isDead = false;
  cloud.control.play(({ method, path }) => {
    isDead ||= method === "POST" && path.includes("/batches");
    return isDead ? { kind: "cut", when: "before" } : undefined;
  });
  await publish(now).catch(() => undefined);
  expect(isDead).toBe(true);
  cloud.control.play(undefined);
  cloud.afterAMinute();
  expect(ids(await publish(now))).toEqual([`start:${readings}`]);
  expect(names()).toEqual(["telemetry_readings"]);
});
