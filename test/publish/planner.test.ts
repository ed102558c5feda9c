import { afterEach, expect, it } from "vitest";
import { artifacts, job } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, planner } from "./cloud.fixture.js";

let cloud: Cloud;
afterEach(() => cloud.azure.stop());

const others = artifacts.filter(({ kind }) => kind !== "job");
/** The sources where the environment says who plans. */
const withPlanner = (node?: string, name?: string): readonly SentArtifact[] => [
  ...others,
  job("9f6e701d", name, node, { sluice_planner: planner }),
];

it("lets one identity plan what another publishes, again and again", async () => {
  cloud = await Cloud.start();
  const now = [
    withPlanner(),
    withPlanner("Standard_D8ds_v5"),
    [...withPlanner("Standard_D8ds_v5"), job("1", "shop-more", undefined, { sluice_planner: planner })],
  ];
  for (const sources of now) {
    const agreed = await cloud.planned(sources);
    expect(agreed).toMatchObject({ obstacles: [] });
    expect(agreed.steps.filter(({ id, value }) => id.includes(":job/") && value !== undefined)).toHaveLength(1);
    expect(await cloud.sources(sources).publish(agreed)).toMatchObject({ kind: "published" });
    expect(await cloud.planned(sources)).toMatchObject({ steps: [], obstacles: [] });
  }
});

it("lets who is named as planner look at jobs that are there already", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...others, job()]).publish();
  const sources = withPlanner();
  const { publish, plan } = cloud.sources(sources);
  expect((await plan()).steps.map(({ id }) => id)).toEqual(["update:job/shop-orders"]);
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(await cloud.planned(sources)).toMatchObject({ steps: [], obstacles: [] });
});

it("takes nothing from others who may look at a job", async () => {
  cloud = await Cloud.start();
  await cloud.sources(withPlanner()).publish();
  const [{ job_id: id }] = JSON.parse(await cloud.workspace("GET", "2.1/jobs/list")).jobs;
  const other = "22222222-2222-2222-2222-222222222222";
  await cloud.workspace("PATCH", `2.0/permissions/jobs/${id}`, {
    access_control_list: [{ service_principal_name: other, permission_level: "CAN_MANAGE_RUN" }],
  });
  await cloud.sources(withPlanner("Standard_D8ds_v5")).publish();
  const { access_control_list: access } = JSON.parse(
    await cloud.workspace("PATCH", `2.0/permissions/jobs/${id}`, { access_control_list: [] }),
  );
  const found = access.map((one: { readonly service_principal_name: string }) => one.service_principal_name);
  expect(found).toEqual(["11111111-1111-1111-1111-111111111111", planner, other]);
});

it("says that it may not view what was published, and does not make it a second time", async () => {
  cloud = await Cloud.start();
  await cloud.sources([...others, job()]).publish();
  const { publish, plan } = cloud.sources(withPlanner());
  const [{ job_id: id }] = JSON.parse(await cloud.workspace("GET", "2.1/jobs/list")).jobs;
  const { obstacles } = await cloud.planned(withPlanner());
  expect(obstacles).toEqual([
    {
      thing: "job/shop-orders",
      message: `was published (its number is ${id}), and whoever plans now may not view it: give them Can View on it, or name them as the environment's 'planner' and publish once, without a plan's file, as who published it`,
    },
  ]);
  expect(await publish()).toMatchObject({ kind: "published" });
  expect(await cloud.planned(withPlanner())).toMatchObject({ steps: [], obstacles: [] });
  // What is gone is made again, as whoever may view it sees.
  await cloud.workspace("POST", "2.1/jobs/delete", { job_id: id });
  const again = await cloud.planned(withPlanner());
  expect(again.obstacles).toEqual([]);
  expect(again.steps.map((step) => step.id)).toEqual(["create:job/shop-orders", "start:job/shop-orders"]);
  expect(again.digest).toBe((await plan()).digest);
});
