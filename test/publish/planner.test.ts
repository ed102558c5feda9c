import { afterEach, expect, it } from "vitest";
import { artifacts, job } from "../../publish/shop.fixture.js";
import type { SentArtifact } from "../../publish/wanted.js";
import { Cloud, planner, publisher } from "./cloud.fixture.js";

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
  expect(found).toEqual([publisher, planner, other]);
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
      message: `was made by publishing (its number is ${id}), and whoever plans now may not view it: give them Can View on it, or name them as the environment's 'planner' and publish once, without a plan's file, as who published it`,
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

it("says who gives back a right that was taken away: not publishing, which has nothing to do", async () => {
  cloud = await Cloud.start();
  cloud.named = planner;
  const { publish } = cloud.sources(withPlanner());
  await publish();
  const [{ job_id: id }] = JSON.parse(await cloud.workspace("GET", "2.1/jobs/list")).jobs;
  await cloud.workspace("PUT", `2.0/permissions/jobs/${id}`, {
    access_control_list: [{ service_principal_name: publisher, permission_level: "IS_OWNER" }],
  });
  expect((await cloud.planned(withPlanner())).obstacles).toEqual([
    {
      thing: "job/shop-orders",
      message: `was made by publishing (its number is ${id}), and whoever plans now may not view it: in the workspace, under the job's permissions, give them Can View. Publishing has given it to ${planner}, the environment's 'planner'; where it was taken away since, it is not given again`,
    },
  ]);
  await publish();
  expect((await cloud.planned(withPlanner())).obstacles).toHaveLength(1);
  await cloud.workspace("PATCH", `2.0/permissions/jobs/${id}`, {
    access_control_list: [{ service_principal_name: planner, permission_level: "CAN_VIEW" }],
  });
  expect(await cloud.planned(withPlanner())).toMatchObject({ steps: [], obstacles: [] });
});

it("does not make a second time what a publisher made that was killed right after", async () => {
  cloud = await Cloud.start();
  let isMade = false;
  cloud.control.play(({ path, isWrite }) => {
    if (path.endsWith("jobs/create")) isMade = true;
    // Of what comes after it, only that it was made is still written.
    return isMade && !path.endsWith("jobs/create") && !(isWrite && path.endsWith("/prod.json"))
      ? { kind: "cut", when: "before" }
      : undefined;
  });
  const sources = [...others, job()];
  await cloud
    .sources(sources)
    .publish()
    .catch(() => undefined);
  cloud.control.play(undefined);
  cloud.afterAMinute();
  const [{ job_id: id }] = JSON.parse(await cloud.workspace("GET", "2.1/jobs/list")).jobs;
  const { obstacles } = await cloud.planned(sources);
  expect(obstacles.map(({ thing }) => thing)).toEqual(["job/shop-orders"]);
  expect(obstacles[0]?.message).toContain(`was made by publishing (its number is ${id})`);
  expect(await cloud.sources(sources).publish()).toMatchObject({ kind: "published" });
  expect(JSON.parse(await cloud.workspace("GET", "2.1/jobs/list")).jobs).toHaveLength(1);
});
