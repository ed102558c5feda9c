import { afterEach, expect, it } from "vitest";
import { arrived, type artifacts, having, job, notebook, pipeline } from "../../publish/shop.fixture.js";
import { isWell, type Status } from "../../publish/status.js";
import { statusText } from "../../publish/status-text.js";
import { compileCase, readCase } from "../golden.js";
import { Cloud, planner, publisher } from "./cloud.fixture.js";
import { SynapseCloud } from "./synapse-cloud.fixture.js";
import { pipelineAndAll } from "./synapse-pipeline.fixture.js";

let clouds: (Cloud | SynapseCloud)[] = [];
afterEach(async () => {
  await Promise.all(clouds.map(({ azure }) => azure.stop()));
  clouds = [];
});

const shared = (name?: string) => job(undefined, name, undefined, { sluice_planner: planner });
const minutesAgo = (minutes: number): number => Date.now() - minutes * 60_000;
const minute = (instant: number): string => `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;

async function cloudWith(...more: readonly (typeof artifacts)[number][]): Promise<Cloud> {
  const cloud = await Cloud.start();
  clouds.push(cloud);
  await cloud.sources([...having(shared()), ...more]).publish();
  return cloud;
}

const firstJob = async (cloud: Cloud): Promise<number> => (await cloud.jobIds()).get("shop-orders") ?? Number.NaN;
const cancel = async (cloud: Cloud): Promise<number> => {
  const path = `2.1/jobs/runs/list?job_id=${await firstJob(cloud)}&active_only=true`;
  const [{ run_id }] = JSON.parse(await cloud.workspace("GET", path)).runs;
  await cloud.workspace("POST", "2.1/jobs/runs/cancel", { run_id });
  await expect.poll(async () => cloud.running(await firstJob(cloud))).toBe(0);
  return run_id;
};
const jobsOf = ({ jobs }: Status) => jobs.map(({ name, state, ended }) => [name, state, ended]);

it("says of each pipeline how it ran last, by whatever number of runs, and changes nothing", async () => {
  const cloud = await cloudWith(pipeline(undefined, "refunds"), pipeline(undefined, "returns"), arrived());
  const [failedAt, runningSince] = [minutesAgo(300), minutesAgo(2)];
  for (const at of Array(7).keys())
    cloud.ran("orders", { runId: `o${at}`, startedAt: minutesAgo(400 + at), endsAt: minutesAgo(399 + at) });
  const failure = "Operation on target look failed:\n  no such file";
  cloud.ran("orders", { runId: "last", startedAt: failedAt, endsAt: failedAt + 60_000, failure });
  cloud.ran("refunds", { runId: "long ago", startedAt: minutesAgo(46 * 1440), endsAt: minutesAgo(46 * 1440 - 1) });
  cloud.ran("returns", { runId: "now", startedAt: runningSince, endsAt: undefined });
  cloud.ran("others", { runId: "of another", startedAt: runningSince, endsAt: undefined });
  cloud.control.clearLog();
  const status = await cloud.status();
  expect(cloud.control.writes()).toEqual([]);
  expect(status.pipelines.map(({ name, run }) => [name, run?.id, run?.state])).toEqual([
    ["orders", "last", "Failed"],
    ["refunds", undefined, undefined],
    ["returns", "now", "InProgress"],
  ]);
  expect(statusText(status)).toBe(
    `shop → prod
  Pipelines, each by its last run
    orders   Failed from ${minute(failedAt)} to ${minute(failedAt + 60_000)}: Operation on target look failed: no such file
    refunds  no run in the last 45 days
    returns  InProgress from ${minute(runningSince)}
  Triggers
    arrived  fires
    nightly  fires
  Jobs that are kept running
    shop-orders  runs (run ${status.jobs[0]?.run})
`,
  );
  expect(isWell(status)).toBe(false);
  cloud.ran("orders", { runId: "mended", startedAt: minutesAgo(1), endsAt: minutesAgo(0) });
  expect(isWell(await cloud.status())).toBe(true);
});

it("says who or what has stopped a job, and which may not be viewed", async () => {
  const cloud = await cloudWith();
  expect(jobsOf(await cloud.status())).toEqual([["shop-orders", "running", null]]);
  await cancel(cloud);
  const cancelled = await cloud.status();
  expect(jobsOf(cancelled)).toEqual([["shop-orders", "cancelled", "USER_CANCELED"]]);
  expect(isWell(cancelled)).toBe(true);

  await cloud.workspace("POST", "2.0/workspace/delete", { path: "/Shared/shop/orders/tables" });
  await cloud.workspace("POST", "2.1/jobs/run-now", { job_id: await firstJob(cloud) });
  const ended = await cloud.status();
  expect(jobsOf(ended)).toEqual([["shop-orders", "ended", "RUN_EXECUTION_ERROR"]]);
  expect(isWell(ended)).toBe(false);

  await cloud.sources(having(shared())).publish();
  let isDead = false;
  cloud.control.play(({ path, principal }) => {
    if (principal !== publisher) return undefined;
    if (isDead) return { kind: "cut", when: "before" };
    isDead = path.endsWith("runs/cancel");
    return isDead ? { kind: "cut", when: "after" } : undefined;
  });
  await cloud
    .sources(having(shared(), notebook("rows = 3")))
    .publish()
    .catch(() => undefined);
  cloud.control.play(undefined);
  const left = await cloud.status();
  expect(jobsOf(left)).toEqual([["shop-orders", "handed-over", "USER_CANCELED"]]);
  expect(isWell(left)).toBe(false);

  cloud.afterAMinute();
  await cloud.sources(having(job())).publish();
  await cloud.workspace("PUT", `2.0/permissions/jobs/${await firstJob(cloud)}`, {
    access_control_list: [{ service_principal_name: publisher, permission_level: "IS_OWNER" }],
  });
  const unseen = await cloud.status();
  expect(unseen).toMatchObject({ jobs: [], hidden: ["job/shop-orders"] });
  expect(statusText(unseen)).toContain("  Not to be viewed by whoever asks\n    job/shop-orders\n");
  expect(isWell(unseen)).toBe(false);
});

it("says the same of a workspace of Synapse", async () => {
  const cloud = await SynapseCloud.start({
    planner: { actions: ["*/read"], dataActions: ["*/read"], synapse: ["*/artifacts/read"] },
  });
  clouds.push(cloud);
  await cloud.sources(pipelineAndAll()).publish();
  for (const at of Array(5).keys())
    cloud.ran("orders", { runId: `${at}`, startedAt: minutesAgo(10 - at), endsAt: minutesAgo(9 - at), failure: "no" });
  const status = await cloud.status();
  expect(status.pipelines.map(({ name, run }) => [name, run?.id, run?.state, run?.message])).toEqual([
    ["orders", "4", "Failed", "no"],
  ]);
  expect(status.triggers.length).toBeGreaterThan(0);
  expect(isWell(status)).toBe(false);
});

it("says of a job of a workspace whether an application runs it, and who has ended that", async () => {
  const cloud = await SynapseCloud.start({
    planner: { actions: ["*/read"], dataActions: ["*/read"], synapse: ["*/artifacts/read", "*/useCompute/action"] },
  });
  clouds.push(cloud);
  const { artifacts: all } = compileCase(readCase("e2e-telemetry-synapse"));
  await cloud.sources(all.filter(({ plane, kind }) => plane === "lake" || kind === "sparkJobDefinition")).publish();
  const definition = all.find(({ kind }) => kind === "sparkJobDefinition");
  const { properties } = JSON.parse(definition?.body ?? "{}");
  const jobProperties = { ...properties.jobProperties, name: "theirs", file: "theirs.py" };
  const targetBigDataPool = { referenceName: "streaming", type: "BigDataPoolReference" };
  await cloud.put("sparkJobDefinitions/telemetry_theirs", { ...properties, targetBigDataPool, jobProperties });
  const status = await cloud.status();
  expect(status.jobs).toMatchObject([{ name: "telemetry_readings", state: "running", run: "streaming/0" }]);
  expect(isWell(status)).toBe(true);
  await cloud.batches("DELETE", "/0");
  expect((await cloud.status()).jobs).toMatchObject([{ state: "cancelled", ended: "Cancelled" }]);
});
