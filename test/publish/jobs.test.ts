import { afterEach, expect, it } from "vitest";
import type { Script } from "../../local/azure/control.js";
import { planText } from "../../publish/plan-text.js";
import type { Published } from "../../publish/publish.js";
import { artifacts, having, job, notebook, pipeline } from "../../publish/shop.fixture.js";
import type { Action } from "../../publish/step.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, impatient, publisher } from "./cloud.fixture.js";
import { faultAt, isOfState, once, requestsOf } from "./mishaps.fixture.js";

let cloud: Cloud;
afterEach(async () => {
  await cloud.azure.stop();
});

const orders = "job/shop-orders";
const old = [notebook(), job()];
const leave = [`update:${orders}`, `delete:${orders}`];

const ids = (done: Published): readonly string[] => ("plan" in done ? done.plan.steps.map(({ id }) => id) : []);
const publish = (sources: readonly SentArtifact[]) => cloud.sources(sources).publish(undefined, leave);
const textOf = async (sources: readonly SentArtifact[]) => planText(await cloud.sources(sources).plan());
const steps = (...actions: readonly Action[]) => actions.map((action) => `${action}:${orders}`);

/** How many runs of the job go on. */
const running = async (name = "shop-orders"): Promise<number> =>
  cloud.running((await cloud.jobIds()).get(name) ?? Number.NaN);

const cancelByHand = async (): Promise<void> => {
  const id = (await cloud.jobIds()).get("shop-orders");
  const { runs } = JSON.parse(await cloud.workspace("GET", `2.1/jobs/runs/list?job_id=${id}&active_only=true`));
  await cloud.workspace("POST", "2.1/jobs/runs/cancel", { run_id: runs[0].run_id });
  await expect.poll(() => running()).toBe(0);
};

/** What the publisher asked of the workspace that changes something. */
const writes = (): readonly string[] =>
  cloud.control
    .writes()
    .filter(({ plane }) => plane === "databricks")
    .map(({ path }) => path.replace(/^.*\/api\/2\.\d\//, ""));

it("starts a job once it is made, and leaves it alone while nothing of it changes", async () => {
  cloud = await Cloud.start({ operationTime: 20 });
  const { publish, plan } = cloud.sources(artifacts);
  expect(ids(await publish())).toContain(`start:${orders}`);
  expect((await plan()).steps).toEqual([]);
  expect(await running()).toBe(1);
  cloud.control.clearLog();
  const other = having(pipeline("0.02:00:00"), notebook("rows = 5", "common"));
  expect(ids(await cloud.sources(other).publish())).toEqual([
    "update:notebook/Shared/shop/common",
    "update:pipeline/orders",
  ]);
  expect(writes().filter((path) => path.startsWith("jobs/"))).toEqual([]);
});

it("stops a job, changes what it runs when its run has ended, and starts it", async () => {
  cloud = await Cloud.start({ operationTime: 20 });
  await publish(old);
  cloud.control.clearLog();
  cloud.control.play(noneRuns());
  expect(await textOf([notebook("rows = 3"), job("00000000")])).toBe(
    `shop → prod: 2 to update, 1 to stop, 1 to start
  ! update:job/shop-orders loses the checkpoint of silver_orders: what it has read and remembered. It needs --allow update:job/shop-orders
  ■ stop job/shop-orders: what it runs is changed: its run is cancelled, and a batch that is not finished is done again
  ~ update notebook/Shared/shop/orders/tables: the sources changed
      the text changed (the sources changed)
  ~ update job/shop-orders: the sources changed
      parameters[silver_orders_place].default: "9f6e701d" → "00000000" (the sources changed)
  ▶ start job/shop-orders: was changed: each query opens the checkpoint that its notebook names, but for silver_orders, which begins a new one
  Runs of pipelines that are under way keep their definition; a notebook that they come to from now on is the new one.
`,
  );
  expect(await publish([notebook("rows = 3"), job("00000000")])).toMatchObject({ kind: "published" });
  expect(writes()).toEqual(["jobs/runs/cancel", "workspace/import", "jobs/reset", "jobs/run-now"]);
  expect(await running()).toBe(1);
  expect((await cloud.sources([notebook("rows = 3"), job("00000000")]).plan()).steps).toEqual([]);
});

it("lets a run go on under other tags, and stops it also then if a notebook changes", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const tagged = job(undefined, undefined, undefined, { team: "till" });
  expect(ids(await publish([notebook(), tagged]))).toEqual(steps("update"));
  expect(ids(await publish([notebook("rows = 3"), job()]))).toEqual([
    `stop:${orders}`,
    "update:notebook/Shared/shop/orders/tables",
    `update:${orders}`,
    `start:${orders}`,
  ]);
});

it("stops a job before it is deleted, and before what it ran is changed", async () => {
  cloud = await Cloud.start({ operationTime: 20 });
  await publish(old);
  cloud.control.play(noneRuns());
  expect(ids(await publish([notebook("rows = 3")]))).toEqual([
    `stop:${orders}`,
    "update:notebook/Shared/shop/orders/tables",
    `delete:${orders}`,
  ]);
});

it("starts a job that does not run any more, and says why it ended", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const id = (await cloud.jobIds()).get("shop-orders");
  await cancelByHand();
  await cloud.workspace("POST", "2.0/workspace/delete", { path: "/Shared/shop/orders/tables" });
  await cloud.workspace("POST", "2.1/jobs/run-now", { job_id: id });
  await cloud.workspace("POST", "2.0/workspace/mkdirs", { path: "/Shared/shop/orders" });
  expect(await textOf(old)).toContain(
    "▶ start job/shop-orders: does not run (its last run ended with RUN_EXECUTION_ERROR), and the sources say that it does",
  );
  expect(await publish(old)).toMatchObject({ kind: "published" });
  expect(await running()).toBe(1);
});

it("leaves a job stopped whose run somebody cancelled, names it, and changes it; run by hand, it is watched again", async () => {
  cloud = await Cloud.start();
  await publish(old);
  await cancelByHand();
  expect(await textOf(old)).toBe(
    `shop → prod: nothing to do, 2 unchanged
  To be run by hand, to go on: somebody cancelled its run, and it stays stopped: job/shop-orders
`,
  );
  const changed = [notebook("rows = 3"), job("9f6e701d", "shop-orders", "Standard_D8ds_v5")];
  expect(ids(await publish(changed))).toEqual(["update:notebook/Shared/shop/orders/tables", `update:${orders}`]);
  expect(await running()).toBe(0);
  await cloud.workspace("POST", "2.1/jobs/run-now", { job_id: (await cloud.jobIds()).get("shop-orders") });
  expect(ids(await publish(old))).toEqual([
    `stop:${orders}`,
    "update:notebook/Shared/shop/orders/tables",
    `update:${orders}`,
    `start:${orders}`,
  ]);
});

it("leaves a job stopped whose run somebody cancels between the plan and the stop, and says so", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const news = [notebook("rows = 3"), job("00000000")];
  const planned = await cloud.sources(news).plan();
  cloud.control.play(once(isOfState, cancelByHand));
  expect(await cloud.sources(news).publish(planned, leave)).toMatchObject({
    kind: "broken-off",
    step: { id: `stop:${orders}` },
    leftStopped: [],
    leftHalfChanged: [],
  });
  expect(await running()).toBe(0);
  cloud.afterAMinute();
  expect(await textOf(news)).toContain(`somebody cancelled its run, and it stays stopped: ${orders}`);
  expect(ids(await publish(news))).toEqual(["update:notebook/Shared/shop/orders/tables", `update:${orders}`]);
  expect(await running()).toBe(0);
});

it("ends what somebody starts while a job is changed: it would run half of what is new", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const id = (await cloud.jobIds()).get("shop-orders");
  const before = await cloud.workspace("GET", `2.1/jobs/runs/list?job_id=${id}`);
  let byHand = 0;
  cloud.control.play(async ({ path }) => {
    if (path.endsWith("workspace/import") && byHand === 0)
      byHand = JSON.parse(await cloud.workspace("POST", "2.1/jobs/run-now", { job_id: id })).run_id;
    return undefined;
  });
  expect(await publish([notebook("rows = 3"), job()])).toMatchObject({ kind: "published" });
  const { runs } = JSON.parse(await cloud.workspace("GET", `2.1/jobs/runs/list?job_id=${id}&active_only=true`));
  expect(runs).toHaveLength(1);
  expect([byHand, ...JSON.parse(before).runs.map(({ run_id }: { readonly run_id: number }) => run_id)]).not.toContain(
    runs[0].run_id,
  );
});

it("starts a job again when nothing of the change was done, and leaves it stopped, by name, when a part was", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const news = [notebook("rows = 3"), job("00000000")];
  const refuse = (what: string) =>
    cloud.control.play(({ path }) => (path.endsWith(what) ? { kind: "unable", status: 403 } : undefined));
  refuse("workspace/import");
  expect(await publish(news)).toMatchObject({ kind: "broken-off", leftStopped: [], leftHalfChanged: [] });
  expect(await running()).toBe(1);
  refuse("jobs/reset");
  expect(await publish(news)).toMatchObject({ kind: "broken-off", leftStopped: [], leftHalfChanged: [orders] });
  expect(await running()).toBe(0);
  cloud.control.play(undefined);
  // That it was cancelled by us is known.
  expect(ids(await publish(news))).toEqual(steps("update", "start"));
  refuse("jobs/run-now");
  expect(await publish(old)).toMatchObject({ kind: "broken-off", leftStopped: [orders], leftHalfChanged: [] });
  cloud.control.play(undefined);
  expect(ids(await publish(old))).toEqual(steps("start"));
  expect(await running()).toBe(1);
});

it("starts a job only when others are stopped that may have run its queries, and leaves it stopped where one was not", async () => {
  cloud = await Cloud.start({ operationTime: 50 });
  const night = (place: string) => job(place, "shop-night");
  await publish([...old, night("00000000")]);
  const there = await Promise.all([running(), running("shop-night")]);
  expect(there).toEqual([1, 1]);
  // What `shop-orders` has run goes to `shop-night`.
  const moved = [notebook(), night("9f6e701d")];
  const allowed = [...leave, "update:job/shop-night"];
  const begun: number[] = [];
  const id = (await cloud.jobIds()).get("shop-orders");
  let isUnderWay = false;
  let isChanged: () => void = () => {};
  const changed = new Promise<void>((resolve) => {
    isChanged = resolve;
  });
  cloud.control.play(async ({ path, principal, isWrite }) => {
    if (principal !== publisher) return undefined;
    isUnderWay ||= isWrite && path.includes("/prod.json") && !path.includes("comp=lease");
    if (path.endsWith("jobs/reset")) isChanged();
    if (!isUnderWay || !path.includes(`runs/list?job_id=${id}`)) return undefined;
    await changed;
    return { kind: "unable", status: 403 };
  });
  const first = await cloud.sources(moved).publish(undefined, allowed);
  expect(first).toMatchObject({ kind: "broken-off", step: { id: `stop:${orders}` } });
  expect(await Promise.all([running(), running("shop-night")])).toEqual([1, 0]);
  expect("leftHalfChanged" in first ? first.leftHalfChanged : []).toEqual(["job/shop-night"]);
  cloud.control.play(async ({ path, principal }) => {
    if (principal === publisher && path.endsWith("run-now")) begun.push(await running());
    return undefined;
  });
  expect(await cloud.sources(moved).publish(undefined, allowed)).toMatchObject({ kind: "published" });
  expect(begun).toEqual([0]);
  expect(await running("shop-night")).toBe(1);
});

it("takes a job up again that a release had", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const [first = 0] = await cloud.releases();
  await publish([notebook("rows = 3"), job("00000000")]);
  cloud.control.play(noneRuns());
  const { rollBack } = await cloud.rollback(first);
  expect(ids(await rollBack(leave))).toEqual([
    `stop:${orders}`,
    "update:notebook/Shared/shop/orders/tables",
    `update:${orders}`,
    `start:${orders}`,
  ]);
  expect(await running()).toBe(1);
});

/** There and back, each way with every request of it going wrong once. */
it.each([
  ["killed before", "killed after"],
  ["500", "answer lost"],
  ["operation that never ends", "429"],
] as const)(
  "%s, and %s on the way back: nothing is changed under a job that runs, and published again, what is to run runs",
  async (there, back) => {
    cloud = await Cloud.start({ operationTime: 3 });
    const hurried = { ...impatient, operation: 300 };
    const strays: string[] = [];
    const undisturbed = async (sources: readonly SentArtifact[]) => {
      cloud.control.clearLog();
      await publish(sources);
      return { sources, requests: requestsOf(cloud.control.log), end: await cloud.everything() };
    };
    const disturbed = async (sources: readonly SentArtifact[], name: string, at: number, end: string) => {
      cloud.control.play(noneRuns(faultAt(name, at), strays));
      const done = await cloud
        .sources(sources, hurried)
        .publish(undefined, leave)
        .catch(() => undefined);
      cloud.control.play(noneRuns(undefined, strays));
      const named = done?.kind === "broken-off" ? [...done.leftStopped, ...done.leftHalfChanged] : [orders];
      if (!named.includes(orders) && (await running()) !== 1) strays.push(`${name} at ${at}: not named`);
      cloud.afterAMinute();
      const { kind } = await publish(sources);
      if (kind !== "published" || (await cloud.everything()) !== end) strays.push(`${name} at ${at}: ${kind}`);
      cloud.control.play(undefined);
    };
    await publish(old);
    const to = await undisturbed([notebook("rows = 3"), job("00000000")]);
    const from = await undisturbed(old);
    expect(Math.min(to.requests.length, from.requests.length)).toBeGreaterThan(15);
    for (const index of Array(Math.max(to.requests.length, from.requests.length)).keys()) {
      for (const [name, { sources, requests, end }] of [[there, to] as const, [back, from] as const]) {
        const at = requests[index];
        if (at === undefined) await publish(sources);
        else await disturbed(sources, name, at, end);
      }
    }
    expect(strays).toEqual([]);
  },
  120_000,
);

/** Sees to it that a job's notebooks and settings change only while no run of it goes on. */
function noneRuns(fault?: Script, strays?: string[]): Script {
  return async (request) => {
    const { path, isWrite, principal } = request;
    // What the test itself asks.
    if (principal !== publisher) return undefined;
    if (isWrite && /workspace\/(import|delete)|jobs\/(reset|delete)/.test(path)) {
      for (const [name, id] of await cloud.jobIds()) {
        if ((await cloud.running(id)) === 0) continue;
        if (strays === undefined) expect.unreachable(`${path} while ${name} runs`);
        strays?.push(`${path} while ${name} runs`);
      }
    }
    return fault?.(request);
  };
}
