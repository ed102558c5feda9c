import { afterEach, beforeEach, expect, it } from "vitest";
import { planText } from "../../publish/plan-text.js";
import type { Published } from "../../publish/publish.js";
import { arrived, artifacts } from "../../publish/shop.fixture.js";
import { Cloud, impatient } from "./cloud.fixture.js";
import { goingWrong, requestsOf } from "./mishaps.fixture.js";

const all = [...artifacts, arrived()];
const leave = ["delete:job/shop-orders"];

let cloud: Cloud;
beforeEach(async () => {
  cloud = await Cloud.start();
});
afterEach(async () => {
  await cloud.azure.stop();
});

const ids = (done: Published): readonly string[] => ("plan" in done ? done.plan.steps.map(({ id }) => id) : []);

it("takes away everything of the project, triggers stopped first, and then there is nothing to do", async () => {
  const { publish, plan: planAgain } = cloud.sources(all);
  await publish();
  const { plan, destroy } = cloud.destruction();
  cloud.control.clearLog();
  expect(planText(await plan())).toBe(
    `shop → prod: 8 to delete, 1 to clear, 3 to stop
  ! delete:job/shop-orders loses the record of the job's runs. It needs --allow delete:job/shop-orders
  ■ stop job/shop-orders: a job that runs is stopped before it is deleted
  ■ stop trigger/arrived: a trigger that fires cannot be deleted
  ■ stop trigger/nightly: a trigger that fires cannot be deleted
  - delete trigger/arrived: is this project's
  - delete trigger/nightly: is this project's
  - delete pipeline/orders: is this project's
  - delete dataset/orders_csv: is this project's
  - delete linkedService/lake: is this project's
  - delete job/shop-orders: is this project's
  - delete notebook/Shared/shop/common: is this project's
  - delete notebook/Shared/shop/orders/tables: is this project's
  - clear globalParameters/default: is this project's
      properties.lake: {"type":"String","value":"shopprod"} → nothing (is this project's)
  Stays in the workspace with its empty folders, and the rights that were given on it: /Shared/shop
  Runs of pipelines that are under way fail where they come to a notebook that was deleted.
`,
  );
  expect(cloud.control.writes()).toEqual([]);
  expect(await destroy()).toMatchObject({ kind: "not-allowed", steps: [{ id: "delete:job/shop-orders" }] });
  expect(ids(await destroy(leave))).toHaveLength(12);
  const left = (await cloud.everything()).split("\n");
  expect(left.slice(0, -1)).toEqual(["globalParameters/default {}"]);
  expect(JSON.parse(left.at(-1) ?? "")).toMatchObject({ published: {}, begun: null });
  expect(await destroy()).toMatchObject({ kind: "published", plan: { steps: [] } });
  expect((await planAgain()).steps.filter(({ action }) => action === "create")).toHaveLength(8);
});

it("leaves what is not the project's to the byte, and nothing goes while others need it", async () => {
  await cloud.put(`${cloud.factoryPath}/globalParameters/default`, {
    properties: { theirs: { type: "Int", value: 7 } },
  });
  await cloud.sources(all).publish();
  const theirs = { properties: { activities: [], annotations: ["sluice: project=shops"], unknown: { a: [1] } } };
  await cloud.put(`${cloud.factoryPath}/pipelines/theirs`, theirs);
  const uses = {
    properties: {
      ...{ type: "DelimitedText", linkedServiceName: { referenceName: "lake", type: "LinkedServiceReference" } },
      typeProperties: { location: { type: "AzureBlobFSLocation", fileSystem: "lake" } },
    },
  };
  await cloud.put(`${cloud.factoryPath}/datasets/theirs`, uses);
  const before = await cloud.everything();
  const { destroy, plan } = cloud.destruction();
  expect((await plan()).obstacles).toMatchObject([{ thing: "linkedService/lake" }]);
  expect(await destroy(leave)).toMatchObject({ kind: "obstacles" });
  expect(await cloud.everything()).toBe(before);

  const path = `${cloud.azure.arm}${cloud.factoryPath}/datasets/theirs?api-version=2018-06-01`;
  await cloud.ask("DELETE", path, "https://management.azure.com");
  const pipeline = before.split("\n").find((line) => line.startsWith("pipelines/theirs"));
  expect(await destroy(leave)).toMatchObject({ kind: "published" });
  expect((await cloud.everything()).split("\n").slice(0, -1)).toEqual([
    'globalParameters/default {"theirs":{"type":"Int","value":7}}',
    pipeline,
  ]);
});

it.each(["killed before", "killed after", "answer lost", "429", "500", "operation that never ends"])(
  "%s at any request: destroyed again, the end is the same",
  async (name) => {
    const published = cloud.sources(all);
    await published.publish();
    cloud.control.clearLog();
    await cloud.destruction().destroy(leave);
    const [requests, end] = [requestsOf(cloud.control.log), await cloud.everything()];
    expect(requests.length).toBeGreaterThan(15);
    const strays: string[] = [];
    for (const at of requests) {
      await published.publish();
      goingWrong(cloud.control, name, at);
      await cloud
        .destruction({ ...impatient, operation: 500 })
        .destroy(leave)
        .catch(() => undefined);
      cloud.control.play(undefined);
      cloud.afterAMinute();
      const { kind } = await cloud.destruction().destroy(leave);
      if (kind !== "published" || (await cloud.everything()) !== end) strays.push(`${name} at ${at}: ${kind}`);
    }
    expect(strays).toEqual([]);
  },
  120_000,
);
