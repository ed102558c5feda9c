import { afterEach, expect, it } from "vitest";
import type { Published } from "../../publish/publish.js";
import { job, notebook } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { compileCase, readCase } from "../golden.js";
import { administrator, another, Cloud, impatient, planner, publisher } from "./cloud.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";
import { second as publishesToo, SynapseCloud } from "./synapse-cloud.fixture.js";

// A workspace shows a job to those who may view it. Where one publisher was broken off and another one goes on, no job is made twice.

let cloud: Cloud;
let workspace: SynapseCloud | undefined;
afterEach(async () => {
  await Promise.all([cloud?.azure.stop(), workspace?.azure.stop()]);
  workspace = undefined;
});

const orders = "job/shop-orders";
const sources = [notebook(), job()];
const publish = (who: string, given: readonly SentArtifact[] = sources): Promise<Published | undefined> =>
  cloud
    .sources(given, impatient, "shop", who)
    .publish(undefined, [`delete:${orders}`])
    .catch(() => undefined);

interface Listed {
  readonly job_id: number;
  readonly settings: { readonly name: string };
}
const listed = async (): Promise<readonly Listed[]> =>
  JSON.parse(await cloud.workspace("GET", "2.1/jobs/list?limit=100")).jobs ?? [];
const obstaclesOf = (done: Published | undefined): readonly string[] =>
  done?.kind === "obstacles" ? done.plan.obstacles.map(({ thing, message }) => `${thing} ${message}`) : [];
const allow = (id: number, who: string) =>
  cloud.workspace("PATCH", `2.0/permissions/jobs/${id}`, {
    access_control_list: [{ service_principal_name: who, permission_level: "CAN_MANAGE" }],
  });

const perhaps = `${orders} may have been made as ${publisher}, by a publishing that was broken off`;
const known = `${orders} was made by publishing (its number is`;

/** What publishing asks for that makes everything, and what there is then. */
async function undisturbed() {
  cloud = await Cloud.start();
  await publish(publisher);
  const end = { requests: requestsOf(cloud.control.log), all: await cloud.everything() };
  await cloud.azure.stop();
  return end;
}

it.each([
  ["killed before", "another one", another, [perhaps, known]],
  ["killed after", "another one", another, [perhaps, known]],
  ["killed after", "an administrator", administrator, []],
] as const)(
  "%s, at every request: %s who goes on makes no second job, nor does the first one then",
  async (mishap, _, second, messages) => {
    const { requests, all } = await undisturbed();
    expect(requests.length).toBeGreaterThan(8);
    const said: string[] = [];
    const strays: string[] = [];
    for (const at of requests) {
      cloud = await Cloud.start();
      goingWrong(cloud.control, mishap, at);
      await publish(publisher);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const before = await listed();
      const done = await publish(second);
      // It takes up what it sees, makes what is not there, or says why it does not know, and changes nothing.
      const wanted = done?.kind === "published" ? 1 : before.length;
      if ((await listed()).length !== wanted) strays.push(`${at}: ${(await listed()).length} jobs`);
      if (done?.kind !== "published" && obstaclesOf(done).length !== 1) strays.push(`${at}: ${done?.kind}`);
      said.push(...obstaclesOf(done));
      const last = await publish(done?.kind === "published" ? second : publisher);
      if (last?.kind !== "published" || (await cloud.everything()) !== all) strays.push(`${at}: then ${last?.kind}`);
      await cloud.azure.stop();
    }
    expect(strays).toEqual([]);
    expect(said.filter((one) => messages.every((message) => !one.startsWith(message)))).toEqual([]);
    expect(messages.filter((message) => said.every((one) => !one.startsWith(message)))).toEqual([]);
  },
  120_000,
);

/** A publisher dies when the job is made or asked for, and its number is not noted. */
async function madeUnnoted(
  given: readonly SentArtifact[] = sources,
  when: "before" | "after" = "after",
): Promise<void> {
  let isMade = false;
  cloud.control.play(({ path }) => {
    if (isMade) return { kind: "cut", when: "before" };
    isMade = path.endsWith("jobs/create");
    return isMade ? { kind: "cut", when } : undefined;
  });
  await publish(publisher, given);
  cloud.control.play(undefined);
  cloud.afterAMinute();
}

it("takes up the one that was made, and never another one of that name, whosever it is", async () => {
  cloud = await Cloud.start();
  for (const tags of [{}, { sluice_project: "other" }])
    await cloud.workspace("POST", "2.1/jobs/create", { ...JSON.parse(job().body), tags });
  const theirs = await listed();
  for (const { job_id } of theirs) await allow(job_id, another);
  await madeUnnoted();
  const isTheirs = ({ job_id }: Listed) => theirs.some((one) => one.job_id === job_id);
  const [ours, ...others] = (await listed()).filter((one) => !isTheirs(one)).map(({ job_id }) => job_id);
  expect(others).toEqual([]);
  // Who sees strangers' jobs of that name knows no more of ours.
  expect(obstaclesOf(await publish(another))).toEqual([expect.stringContaining(perhaps)]);
  await allow(ours ?? 0, another);
  expect(await publish(another)).toMatchObject({ kind: "published" });
  expect((await listed()).filter(isTheirs)).toEqual(theirs);
  expect(await listed()).toHaveLength(3);
  for (const { job_id } of await listed()) expect(await cloud.running(job_id)).toBe(job_id === ours ? 1 : 0);
});

it("notes the number of one that it takes up at once: who dies after that leaves no doubt", async () => {
  cloud = await Cloud.start();
  await madeUnnoted();
  cloud.control.play(({ path, isWrite, plane }) =>
    plane === "databricks" && isWrite && !path.includes("/_ops/") ? { kind: "cut", when: "before" } : undefined,
  );
  expect(await publish(administrator)).toMatchObject({ kind: "broken-off" });
  cloud.control.play(undefined);
  expect(obstaclesOf(await publish(another))).toEqual([expect.stringContaining(known)]);
  expect(await listed()).toHaveLength(1);
});

it("does not doubt what was refused, or never asked for", async () => {
  cloud = await Cloud.start({ createsJobs: false });
  expect(await publish(publisher)).toMatchObject({ kind: "broken-off", step: { id: `create:${orders}` } });
  expect(await publish(another)).toMatchObject({ kind: "published" });
  expect(await listed()).toHaveLength(1);
  await cloud.azure.stop();
  cloud = await Cloud.start();
  cloud.control.play(({ path }) => (path.endsWith("workspace/import") ? { kind: "unable", status: 403 } : undefined));
  expect(await publish(publisher)).toMatchObject({
    kind: "broken-off",
    step: { id: "create:notebook/Shared/shop/orders/tables" },
  });
  cloud.control.play(undefined);
  expect(await publish(another)).toMatchObject({ kind: "published" });
  expect(await listed()).toHaveLength(1);
});

it.each(["made", "not made"])(
  "does not take a number that is no job's any more for that of one that may have been made since: it was %s",
  async (how) => {
    cloud = await Cloud.start();
    expect(await publish(publisher)).toMatchObject({ kind: "published" });
    const [first] = await listed();
    await cloud.workspace("POST", "2.1/jobs/delete", { job_id: first?.job_id });
    await madeUnnoted(sources, how === "made" ? "after" : "before");
    const made = await listed();
    expect(made.map(({ job_id }) => job_id === first?.job_id)).toEqual(how === "made" ? [false] : []);
    expect(obstaclesOf(await publish(another))).toEqual([expect.stringContaining(perhaps)]);
    expect(await listed()).toEqual(made);
    expect(await publish(publisher)).toMatchObject({ kind: "published" });
    expect(await listed()).toHaveLength(1);
  },
);

it("knows what it is to its planner, whom publishing let look when it was made", async () => {
  cloud = await Cloud.start();
  cloud.named = planner;
  const named = [notebook(), job(undefined, undefined, undefined, { sluice_planner: planner })];
  await madeUnnoted(named);
  expect(await cloud.planned(named)).toMatchObject({ obstacles: [] });
});

it("is told also by who plans to have no such job any more, until its maker takes it away", async () => {
  cloud = await Cloud.start();
  await madeUnnoted();
  for (const given of [sources, []])
    expect((await cloud.planned(given)).obstacles.map(({ thing }) => thing)).toEqual([orders]);
  expect(await cloud.status()).toMatchObject({ jobs: [], hidden: [orders] });
  expect(await publish(publisher, [])).toMatchObject({ kind: "published" });
  expect(await listed()).toEqual([]);
  expect(await cloud.planned(sources)).toMatchObject({ obstacles: [] });
});

it("killed after every request: another one who goes on submits no second application, which a pool shows to all", async () => {
  const files = compileCase(readCase("e2e-telemetry-synapse")).artifacts.filter(
    ({ plane, path }) => plane === "lake" || path.includes("env/prod/synapse/sparkJobDefinition/"),
  );
  const start = async () => {
    workspace = await SynapseCloud.start();
    return workspace;
  };
  const first = await start();
  await first.sources(files).publish();
  const [requests, all] = [requestsOf(first.control.log), first.everything()];
  await first.azure.stop();
  for (const at of requests) {
    const made = await start();
    goingWrong(made.control, "killed after", at);
    await made
      .sources(files)
      .publish()
      .catch(() => undefined);
    made.control.play(undefined);
    made.afterAMinute();
    expect(await made.sources(files, impatient, "telemetry", publishesToo).publish()).toMatchObject({
      kind: "published",
    });
    expect([at, made.running().length, made.everything()]).toEqual([at, 1, all]);
    await made.azure.stop();
  }
}, 60_000);
