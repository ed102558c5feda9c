import { afterEach, beforeEach, expect, it } from "vitest";
import { furtherRights } from "../../publish/further-rights.js";
import { homesOf } from "../../publish/homes.js";
import { permissionsOf } from "../../publish/permissions.js";
import { planText } from "../../publish/plan-text.js";
import { messageOf, type Published } from "../../publish/publish.js";
import {
  arrived,
  artifacts,
  having,
  job,
  linkedService,
  notebook,
  nowhere,
  pipeline,
  trigger,
} from "../../publish/shop.fixture.js";
import { type SentArtifact, wantedOf } from "../../publish/wanted.js";
import { Cloud, impatient } from "./cloud.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";

const script = (body: string): SentArtifact => ({
  ...{ path: "common/sql/control.sql", plane: "sql", kind: "script", body },
  dependsOn: [],
});
const first = [...artifacts, arrived(), pipeline("0.01:00:00", "returns"), script("SELECT 1;\n")];
/** Another timeout, hour and text; a notebook more, and a pipeline and a trigger less. */
const second = [
  ...having(pipeline("0.02:00:00"), notebook("rows = 3"), notebook("rows = 5", "new"), trigger(3)),
  script("SELECT 2;\n"),
];

let cloud: Cloud;
beforeEach(async () => {
  cloud = await Cloud.start();
});
afterEach(async () => {
  await cloud.azure.stop();
});

const ids = (done: Published): readonly string[] => ("plan" in done ? done.plan.steps.map(({ id }) => id) : []);

it("makes everything what it was after an earlier publishing, and forward again", async () => {
  await cloud.sources(first).publish();
  const once = await cloud.everything();
  await cloud.sources(second).publish();
  const twice = await cloud.everything();
  await cloud.sources(second).publish(); // nothing to do is no release
  const [latest = 0, earliest = 0, ...others] = await cloud.releases();
  expect([others, latest > earliest]).toEqual([[], true]);

  const { plan, rollBack } = await cloud.rollback(earliest);
  cloud.control.clearLog();
  const planned = await plan();
  expect(cloud.control.writes()).toEqual([]);
  expect(planText(planned)).toMatch(/^shop → prod: .*\n {2}Here 'the sources' are those of the release/);
  expect(planText(planned)).toContain("generated/common/sql/control.sql, as it was in that release\n");
  expect(await rollBack()).toMatchObject({ kind: "published" });
  expect(await cloud.everything()).toBe(once);
  expect((await plan()).steps).toEqual([]);
  expect((await cloud.sources(first).plan()).steps).toEqual([]);

  expect(ids(await (await cloud.rollback(latest)).rollBack())).toContain("create:notebook/Shared/shop/new");
  expect(await cloud.everything()).toBe(twice);
  expect(await cloud.releases()).toHaveLength(4);
});

const stateBlob = "_ops/publish/shop/prod.json";

it("overwrites no release where the state was deleted, as when a factory moves", async () => {
  await cloud.sources(first).publish();
  const once = await cloud.everything();
  await cloud.sources(second).publish();
  const before = await cloud.releases();
  await cloud.blob("DELETE", stateBlob);
  await cloud.put(`${cloud.factoryPath}/globalParameters/default`, { properties: {} });
  expect(await cloud.sources(having(...second, notebook("rows = 6", "newer"))).publish()).toMatchObject({
    kind: "published",
  });
  const [latest = 0, ...others] = await cloud.releases();
  expect(others).toEqual(before);
  expect(latest).toBeGreaterThan(before[0] ?? 0);
  await (await cloud.rollback(before[1] ?? 0)).rollBack();
  expect(await cloud.everything()).toBe(once);
});

it("keeps one release of a publishing that was broken off right after it, and one more where the sources changed then", async () => {
  const cutAt = (path: RegExp) => {
    let isDead = false;
    cloud.control.play((exchange) => {
      if (isDead) return { kind: "cut", when: "before" };
      isDead = exchange.method === "PUT" && path.test(exchange.path);
      return isDead ? { kind: "cut", when: "after" } : undefined;
    });
  };
  const again = async (sources: readonly SentArtifact[]) => {
    cloud.control.play(undefined);
    cloud.afterAMinute();
    expect(await cloud.sources(sources).publish()).toMatchObject({ kind: "published" });
    return cloud.releases();
  };
  cutAt(/prod\/\d+\.json/);
  expect(await cloud.sources(first).publish()).toMatchObject({ kind: "broken-off", step: undefined });
  const kept = await again(first);
  expect(kept).toHaveLength(1);
  cutAt(/prod\/\d+\.json/);
  expect(await cloud.sources(second).publish()).toMatchObject({ kind: "broken-off", step: undefined });
  const more = await again(first);
  expect(more).toHaveLength(3);
  expect(more.at(-1)).toBe(kept[0]);
  const [, between = 0] = more;
  await (await cloud.rollback(between)).rollBack();
  expect((await cloud.sources(second).plan()).steps).toEqual([]);
});

it("writes a release over no other one that somebody wrote in between, and knows its own again", async () => {
  const { services, wanted } = cloud.sources(first);
  const lease = (await services.state.lease(60)) ?? expect.unreachable();
  const release = (all: typeof wanted) => ({ homes: homesOf(cloud.destination), wanted: all, scripts: [] });
  const write = (from: number, all: typeof wanted) => services.releases.write(from, release(all), lease);
  expect(await write(2, wanted)).toBe(2);
  expect(await write(2, wanted.slice(1))).toBe(3);
  expect(await write(2, wanted)).toBe(2);
  expect(await write(2, [])).toBe(4);
  expect(await services.releases.read(2)).toEqual(release(wanted));
  await lease.end();
});

it("needs exactly the further rights that it names where a release has what the sources do not", async () => {
  const runtime = { connectVia: { referenceName: "own", type: "IntegrationRuntimeReference" } };
  const properties = {
    type: "AzureBlobFS",
    typeProperties: { url: "https://shopprod.dfs.core.windows.net" },
    ...runtime,
  };
  const body = JSON.stringify({ name: "lake", properties: { ...properties, annotations: ["sluice: project=shop"] } });
  const [wanted, now] = [having(arrived(), { ...linkedService, body }), artifacts].map((one) => wantedOf(one, nowhere));
  const further = furtherRights(nowhere, wanted ?? [], now ?? []);
  expect(further).toEqual([
    "Microsoft.DataFactory/factories/integrationRuntimes/read in the role 'sluice shop prod factory'",
    "Microsoft.DataFactory/factories/triggers/subscribetoevents/action in the role 'sluice shop prod factory'",
    expect.stringMatching(/^Microsoft.EventGrid\/eventSubscriptions\/write at \/subscriptions\/.+\/shopfiles$/),
  ]);
  expect(furtherRights(nowhere, now ?? [], wanted ?? [])).toEqual([]);

  const { factory, state } = permissionsOf(nowhere, now ?? [], "publish");
  const back = async (rights: readonly string[]): Promise<string> => {
    const actions = [...(factory?.Actions ?? []), ...rights.map((right) => right.replace(/ .*/, ""))];
    const limited = await Cloud.start({ actions, dataActions: state.DataActions });
    await limited.put(`${limited.factoryPath}/integrationRuntimes/own`, { properties: { type: "SelfHosted" } });
    const { services, publish } = limited.sources(artifacts);
    expect(await publish()).toMatchObject({ kind: "published" });
    const lease = (await services.state.lease(60)) ?? expect.unreachable();
    const release = { homes: homesOf(limited.destination), wanted: wanted ?? [], scripts: [] };
    const id = await services.releases.write(9, release, lease);
    await lease.end();
    const { rollBack } = await limited.rollback(id);
    const said = await rollBack().then((done) => ("error" in done ? messageOf(done.error) : done.kind), messageOf);
    await limited.azure.stop();
    return said;
  };
  expect(await back(further)).toBe("published");
  for (const missing of further)
    expect((await back(further.filter((one) => one !== missing))).toLowerCase()).toContain(
      missing.replace(/ .*/, "").toLowerCase(),
    );
}, 60_000);

it("asks for leave where going back loses something, and brings back what was destroyed", async () => {
  await cloud.sources([notebook(), job()]).publish();
  const once = await cloud.everything();
  await cloud.sources([notebook(), job("00000000")]).publish(undefined, ["update:job/shop-orders"]);
  const [, earliest = 0] = await cloud.releases();
  const { rollBack } = await cloud.rollback(earliest);
  expect(await rollBack()).toMatchObject({ kind: "not-allowed", steps: [{ id: "update:job/shop-orders" }] });
  await cloud.destruction().destroy(["delete:job/shop-orders"]);
  expect(await cloud.releases()).toHaveLength(2);
  expect(await rollBack()).toMatchObject({ kind: "published" });
  expect(await cloud.everything()).toBe(once);
});

it.each(["killed before", "killed after", "answer lost", "429", "500", "operation that never ends"])(
  "%s at any request: rolled back again, the end is the same",
  async (name) => {
    await cloud.sources(first).publish();
    const [release = 0] = await cloud.releases();
    const next = cloud.sources(second);
    await next.publish();
    cloud.control.clearLog();
    await (await cloud.rollback(release)).rollBack();
    const [requests, end] = [requestsOf(cloud.control.log), await cloud.everything()];
    expect(requests.length).toBeGreaterThan(15);
    const strays: string[] = [];
    for (const at of requests) {
      await next.publish();
      goingWrong(cloud.control, name, at);
      await cloud
        .rollback(release, { ...impatient, operation: 500 })
        .then(({ rollBack }) => rollBack())
        .catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await (await cloud.rollback(release)).rollBack();
      if (kind !== "published" || (await cloud.everything()) !== end) strays.push(`${name} at ${at}: ${kind}`);
    }
    expect(strays).toEqual([]);
  },
  120_000,
);
