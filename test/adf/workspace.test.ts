import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { nowhere } from "../../local/adf/nowhere.fixture.js";
import { readFactory } from "../../local/adf/read-factory.js";
import { runPipeline } from "../../local/adf/run-pipeline.js";
import { compileCase, readCase } from "../golden.js";
import { askedIn, at, type Json, referencesIn } from "./factory.js";

/* Pipelines of a Synapse workspace: what is otherwise than in a factory. */

const folder = mkdtempSync(join(tmpdir(), "sluice-workspace-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { artifacts } = compileCase(readCase("e2e-youflix-synapse"));
const objects = artifacts.filter(({ path }) => /\/synapse\/.*\.json$/.test(path));
const common = objects.filter(({ path }) => path.startsWith("common/"));
const of = (environment: string) =>
  new Map(
    [...common, ...objects.filter(({ path }) => path.startsWith(`env/${environment}/`))].map(
      ({ path, body }): [string, Json] => [path.split("/").slice(-2).join("/").replace(".json", ""), JSON.parse(body)],
    ),
  );
const activities = at(of("prod").get("pipeline/users"), "properties", "activities");

it("refers only to what it makes, and to the integration runtime that is there", () => {
  for (const environment of ["dev", "prod"]) {
    const made = of(environment);
    const missing = [...made.values()].flatMap(referencesIn).filter((name) => !made.has(name));
    expect([...new Set(missing)]).toEqual(["integrationRuntime/self-hosted"]);
  }
});

it("asks for what the environment's pipeline returns, when that has ended, and for no global parameter", () => {
  const asked = askedIn(activities);
  const keys = asked.flatMap(({ text, ended }) =>
    [...text.matchAll(/activity\('([\w ]+)'\)\.output\.pipelineReturnValue\.(\w+)/g)].map(([, name = "", key = ""]) => {
      expect(ended).toContain(name);
      return key;
    }),
  );
  for (const environment of ["local", "dev", "prod"])
    expect(
      returnedBy(environment)
        .map(([key]) => key)
        .toSorted(),
    ).toEqual([...new Set(keys)].toSorted());
  expect(artifacts.filter(({ body }) => body.includes("pipeline().globalParameters"))).toEqual([]);
});

it("has what an environment decides in that environment's files only", () => {
  for (const text of ["example.org", "youflixprod", "00000000-", "medium", "password"])
    expect(common.filter(({ body }) => body.includes(text)).map(({ path }) => path)).toEqual([]);
});

it("gives what a pipeline returns to the one that called it", async () => {
  const call = {
    ...{ name: "environment", type: "ExecutePipeline", dependsOn: [] },
    typeProperties: {
      pipeline: { referenceName: "youflix_environment", type: "PipelineReference" },
      waitOnCompletion: true,
    },
  };
  const after = [{ activity: "environment", dependencyConditions: ["Succeeded"] }];
  const message = { value: "@string(activity('environment').output.pipelineReturnValue)", type: "Expression" };
  const fail = { ...{ name: "tell", type: "Fail", dependsOn: after }, typeProperties: { message, errorCode: "1" } };
  mkdirSync(join(folder, "pipeline"));
  const main = { name: "main", properties: { activities: [call, fail] } };
  writeFileSync(join(folder, "pipeline", "main.json"), JSON.stringify(main));
  writeFileSync(
    join(folder, "pipeline", "youflix_environment.json"),
    JSON.stringify(of("prod").get("pipeline/youflix_environment")),
  );
  const reach = {
    hasDatabase: () => false,
    hasStore: () => false,
    hasNotebook: () => false,
    functionsOf: () => undefined,
  };
  const running = runPipeline(readFactory([folder], "main", reach), {
    ...{ world, parameters: {}, parent: undefined, within: [] },
  });
  await expect(running).rejects.toThrow(JSON.stringify(Object.fromEntries(returnedBy("prod"))));
});

const world = nowhere();

function returnedBy(environment: string): readonly (readonly [string, unknown])[] {
  const values = at(of(environment).get("pipeline/youflix_environment"), "properties", "activities");
  const list = Array.isArray(values) ? at(values[0], "typeProperties", "value") : undefined;
  return (Array.isArray(list) ? list : []).map((one) => [String(at(one, "key")), at(one, "value", "content")]);
}
