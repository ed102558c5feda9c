import { afterEach, expect, it } from "vitest";
import type { Exchange } from "../../local/azure/control.js";
import { planText } from "../../publish/plan-text.js";
import { job, notebook } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, publisher } from "./cloud.fixture.js";

// Whose a run is that was started or cancelled while a publishing was broken off, or goes on.

let cloud: Cloud;
afterEach(async () => {
  await cloud.azure.stop();
});

const orders = "job/shop-orders";
const old = [notebook(), job()];
/** All of it changes: the notebook, and the job in a way that loses nothing. */
const news = [notebook("rows = 3"), job("9f6e701d", "shop-orders", "Standard_D8ds_v5")];
const restarted = [`stop:${orders}`, `start:${orders}`];

type Request = Omit<Exchange, "status">;
const publish = (sources: readonly SentArtifact[]) => cloud.sources(sources).publish();
const stepsFor = async (sources: readonly SentArtifact[]) =>
  (await cloud.sources(sources).plan()).steps.map(({ id }) => id);
const jobId = async () => (await cloud.jobIds()).get("shop-orders") ?? Number.NaN;
const runs = async (query = ""): Promise<readonly { readonly run_id: number }[]> =>
  JSON.parse(await cloud.workspace("GET", `2.1/jobs/runs/list?job_id=${await jobId()}${query}`)).runs ?? [];
const active = () => runs("&active_only=true");
const runByHand = async (): Promise<number> =>
  JSON.parse(await cloud.workspace("POST", "2.1/jobs/run-now", { job_id: await jobId() })).run_id;
const cancelByHand = async (): Promise<void> => {
  for (const { run_id } of await active()) await cloud.workspace("POST", "2.1/jobs/runs/cancel", { run_id });
  await expect.poll(active).toEqual([]);
};

const isState = ({ path, isWrite }: Request) => isWrite && path.endsWith("/prod.json");

/** Publishes, and dies at the first request that is so, which is still done. */
async function diesAfter(isLast: (request: Request) => boolean, sources: readonly SentArtifact[]): Promise<void> {
  let isDead = false;
  cloud.control.play((request) => {
    if (request.principal !== publisher) return undefined;
    if (isDead) return { kind: "cut", when: "before" };
    isDead = isLast(request);
    return isDead ? { kind: "cut", when: "after" } : undefined;
  });
  await publish(sources).catch(() => undefined);
  expect(isDead).toBe(true);
  cloud.control.play(undefined);
  cloud.afterAMinute();
}

it("leaves a job stopped whose run a person cancelled after a publisher died that had not stopped it yet", async () => {
  cloud = await Cloud.start();
  await publish(old);
  await diesAfter(isState, news);
  await cancelByHand();
  expect(planText(await cloud.sources(news).plan())).toContain(
    "To be run by hand, to go on: somebody cancelled its run, and it stays stopped: job/shop-orders",
  );
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(await active()).toEqual([]);
});

it("leaves it stopped also where it had stopped it, and the person has started it in between", async () => {
  cloud = await Cloud.start();
  await publish(old);
  await diesAfter(({ path }) => path.endsWith("runs/cancel"), news);
  await runByHand();
  await cancelByHand();
  expect(await stepsFor(news)).toEqual(["update:notebook/Shared/shop/orders/tables", `update:${orders}`]);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(await active()).toEqual([]);
});

it("leaves it stopped also while the run that a person cancelled is still on its way to its end", async () => {
  cloud = await Cloud.start({ operationTime: 120_000 });
  await publish(old);
  const [run] = await active();
  await cloud.workspace("POST", "2.1/jobs/runs/cancel", { run_id: run?.run_id });
  const { cancelled, steps } = await cloud.sources(news).plan();
  expect(await active()).toHaveLength(1);
  expect(cancelled).toEqual([orders]);
  expect(steps.map(({ action }) => action)).toEqual(["update", "update"]);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  cloud.afterAMinute();
  cloud.afterAMinute();
  expect(await active()).toEqual([]);
  expect(await runs()).toHaveLength(1);
  expect(await cloud.sources(news).plan()).toMatchObject({ steps: [], cancelled: [orders] });
});

it("waits for the end of a run that a publisher cancelled which died, before anything is changed", async () => {
  cloud = await Cloud.start({ operationTime: 120_000 });
  await publish(old);
  await diesAfter(({ path }) => path.endsWith("runs/cancel"), news);
  expect(await active()).toHaveLength(1);
  expect(await stepsFor(news)).toEqual([
    `stop:${orders}`,
    "update:notebook/Shared/shop/orders/tables",
    `update:${orders}`,
    `start:${orders}`,
  ]);
});

it("starts what it has stopped itself, also where two publishers died one after the other", async () => {
  cloud = await Cloud.start();
  await publish(old);
  await diesAfter(({ path }) => path.endsWith("runs/cancel"), news);
  await diesAfter(({ path }) => path.endsWith("workspace/import"), news);
  expect(await stepsFor(news)).toEqual([`update:${orders}`, `start:${orders}`]);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(await active()).toHaveLength(1);
  // From here on it is as if nothing had happened.
  await cancelByHand();
  expect(await stepsFor(news)).toEqual([]);
});

it("ends a run that a person started before a publishing came to its end, whatever is left to change", async () => {
  cloud = await Cloud.start();
  await publish(old);
  await diesAfter(({ path }) => path.endsWith("jobs/reset"), news);
  const byHand = await runByHand();
  expect(planText(await cloud.sources(news).plan())).toBe(
    `shop → prod: 1 to stop, 1 to start, 1 unchanged
  ■ stop job/shop-orders: somebody started it, or it was not stopped yet, when publishing was broken off: it may run a part of what is new
  ▶ start job/shop-orders: was stopped: each query opens the checkpoint that its notebook names
`,
  );
  expect(await stepsFor(news)).toEqual(restarted);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect((await active()).map(({ run_id }) => run_id)).not.toContain(byHand);
  expect(await active()).toHaveLength(1);
  expect(await stepsFor(news)).toEqual([]);
});

it("ends a run that a person starts while it goes on with what was broken off", async () => {
  cloud = await Cloud.start();
  await publish(old);
  await diesAfter(({ path }) => path.endsWith("runs/cancel"), news);
  let byHand = 0;
  cloud.control.play(async ({ path }) => {
    if (path.endsWith("workspace/import") && byHand === 0) byHand = await runByHand();
    return undefined;
  });
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect((await active()).map(({ run_id }) => run_id)).not.toContain(byHand);
  expect(await active()).toHaveLength(1);
});

it("looks for the last run that began behind any number that were skipped", async () => {
  cloud = await Cloud.start();
  await publish(old);
  for (const _ of Array(45)) await runByHand();
  await cancelByHand();
  expect(await cloud.sources(old).plan()).toMatchObject({ steps: [], cancelled: [orders] });
});

it("starts nothing that somebody has changed since it was written", async () => {
  cloud = await Cloud.start();
  await publish(old);
  const change = async () => {
    const { settings } = JSON.parse(await cloud.workspace("GET", `2.1/jobs/get?job_id=${await jobId()}`));
    await cloud.workspace("POST", "2.1/jobs/reset", {
      job_id: await jobId(),
      new_settings: { ...settings, max_concurrent_runs: 2 },
    });
  };
  let writes = 0;
  cloud.control.play(async ({ path, principal }) => {
    if (principal !== publisher) return undefined;
    if (path.endsWith("jobs/reset")) writes += 1;
    // The last look at what runs, after which it is started.
    else if (writes === 1 && path.includes("runs/list")) {
      writes += 1;
      await change();
    }
    return undefined;
  });
  const done = await publish(news);
  expect(writes).toBe(2);
  expect(done).toMatchObject({ kind: "broken-off", step: { id: `start:${orders}` }, leftStopped: [orders] });
  expect(await active()).toEqual([]);
  cloud.control.play(undefined);
  expect(await stepsFor(news)).toEqual([`update:${orders}`, `start:${orders}`]);
  expect(await publish(news)).toMatchObject({ kind: "published" });
  expect(await active()).toHaveLength(1);
});

it("takes a change for done that was refused only when it was asked for again, as no answer had come", async () => {
  cloud = await Cloud.start();
  await publish(old);
  let asked = 0;
  cloud.control.play(({ path }) => {
    if (!path.endsWith("workspace/import")) return undefined;
    asked += 1;
    return asked === 1 ? { kind: "cut", when: "after" } : { kind: "unable", status: 403 };
  });
  expect(await publish(news)).toMatchObject({ kind: "broken-off", leftStopped: [], leftHalfChanged: [orders] });
  expect(asked).toBeGreaterThan(1);
  expect(await active()).toEqual([]);
});

it("takes a change for done that cannot be looked at", async () => {
  cloud = await Cloud.start();
  await publish(old);
  let isChanged = false;
  cloud.control.play(({ path }) => {
    if (path.endsWith("jobs/reset")) isChanged = true;
    return isChanged && path.includes("jobs/get") ? { kind: "unable", status: 403 } : undefined;
  });
  expect(await publish([notebook(), ...news.slice(1)])).toMatchObject({
    kind: "broken-off",
    leftStopped: [],
    leftHalfChanged: [orders],
  });
  expect(await active()).toEqual([]);
});
