import { afterEach, beforeEach, expect, it } from "vitest";
import { planText } from "../../publish/plan-text.js";
import type { Published } from "../../publish/publish.js";
import { arrived, artifacts, having, job, notebook, pipeline, trigger } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
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
