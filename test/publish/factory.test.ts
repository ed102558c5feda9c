import { afterAll, expect, it } from "vitest";
import { emit, everything } from "../adf/fixture.js";
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
