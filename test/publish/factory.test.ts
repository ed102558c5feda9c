import { afterAll, expect, it } from "vitest";
import { emit, everything, field, flow, landing, project, users } from "../adf/fixture.js";
import { Cloud, impatient } from "./cloud.fixture.js";

const cloud = await Cloud.start();
afterAll(() => cloud.azure.stop());

it("takes all that the target for Data Factory makes, and has nothing to do then", async () => {
  const { plan, publish } = cloud.sources(emit(everything), impatient, "youflix");
  const first = await plan();
  expect(new Set(first.obstacles.map(({ message }) => message))).toEqual(
    new Set(["refers to integrationRuntime/self-hosted, which the factory does not have"]),
  );
  await cloud.put(`${cloud.factoryPath}/integrationRuntimes/self-hosted`, { properties: { type: "SelfHosted" } });
  expect(await publish()).toMatchObject({ kind: "published" });
  const again = await plan();
  expect(again).toMatchObject({ steps: [], kept: [], obstacles: [], foreign: ["integrationRuntime/self-hosted"] });
  expect(again.unchanged.length).toBeGreaterThan(8);
});

it("makes pipelines before the master that calls them, and takes the master away before them", async () => {
  const own = await Cloud.start();
  await own.put(`${own.factoryPath}/integrationRuntimes/self-hosted`, { properties: { type: "SelfHosted" } });
  const scores = landing({
    pipeline: "scores",
    table: "scores",
    columns: [field("id", "bigint")],
    cursor: { start: "0" },
  });
  const [alone, later] = [flow("users", [users]), flow("scores", [scores], { after: ["users"] })];
  try {
    const chained = own.sources(emit(project([alone, later])), impatient, "youflix");
    const names = (await chained.plan()).steps.map(({ id }) => id).filter((id) => id.includes("pipeline/"));
    expect(names).toEqual(["create:pipeline/scores", "create:pipeline/users", "create:pipeline/users_master"]);
    expect(await chained.publish()).toMatchObject({ kind: "published" });
    expect(await chained.plan()).toMatchObject({ steps: [], obstacles: [] });
    const less = own.sources(emit(project([alone])), impatient, "youflix");
    const { steps, obstacles } = await less.plan();
    expect(obstacles).toEqual([]);
    const deleted = steps.map(({ id }) => id).filter((id) => id.includes("pipeline/"));
    expect(deleted).toEqual(["delete:pipeline/users_master", "delete:pipeline/scores"]);
    expect(
      await less.publish(
        undefined,
        steps.map(({ id }) => id),
      ),
    ).toMatchObject({ kind: "published" });
  } finally {
    await own.azure.stop();
  }
});
