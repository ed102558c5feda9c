import fc from "fast-check";
import { expect, it } from "vitest";
import { artifacts, having, notebook, pipeline, trigger } from "../../publish/shop.fixture.js";
import { compileCase, readCase } from "../golden.js";
import { Cloud } from "./cloud.fixture.js";
import { emptyNotebook, SynapseCloud } from "./synapse-cloud.fixture.js";
import { pipelineAndAll } from "./synapse-pipeline.fixture.js";

const letters = fc.stringMatching(/^[a-z0-9]{1,6}$/);

/** A name that is nearly one of ours: longer, with the prefix of this project or of another one. None is ours. */
const near = (project: string, ours: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom("", `${project}_`, `${project}2_`, `${project.toUpperCase()}_`, "other_"),
      fc.constantFrom(...ours, "theirs"),
      letters,
    )
    .map(([prefix, name, end]) => `${prefix}${name}_${end}`);

/** What is nearly the annotation by which a thing is ours. */
const annotations = (project: string) =>
  fc.array(
    fc.oneof(
      fc.constantFrom(
        ...[
          `sluice: project=${project}2`,
          `sluice: project=${project.slice(1)}`,
          `sluice: project=${project.toUpperCase()}`,
        ],
        ...[
          `sluice:project=${project}`,
          ` sluice: project=${project}`,
          `sluice: project=${project} `,
          `project=${project}`,
        ],
        ...["sluice: pipelines/orders.yaml", "sluice: project="],
      ),
      fc.string(),
    ),
    { maxLength: 3 },
  );

const unknown = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));

/** What a factory and a workspace take of each kind, beside what nobody knows. */
const bodies = {
  linkedservices: { type: "AzureBlobFS", typeProperties: { url: "https://o.dfs.core.windows.net" } },
  pipelines: { activities: [] },
  dataflows: {
    type: "MappingDataFlow",
    typeProperties: { sources: [], sinks: [], transformations: [], scriptLines: ["a"] },
  },
  triggers: {
    type: "ScheduleTrigger",
    pipelines: [],
    typeProperties: {
      recurrence: { frequency: "Day", interval: 1, startTime: "2024-01-01T00:00:00Z", timeZone: "UTC" },
    },
  },
} as const;
type Route = keyof typeof bodies;

const routed = (project: string, ours: readonly string[]) =>
  fc
    .record({
      route: fc.constantFrom<Route>("linkedservices", "pipelines", "dataflows", "triggers"),
      name: near(project, ours),
      annotations: annotations(project),
      unknown,
    })
    .map(({ route, name, ...more }) => ({ route, name, properties: { ...bodies[route], ...more } }));

const sameName = ({ name, route }: { readonly name: string; readonly route?: string }): string =>
  `${route}/${name}`.toLowerCase();
const several = { minLength: 6, maxLength: 10, selector: sameName };

it("leaves what others made to the byte, whatever it is called and marked with, in a factory, a Databricks workspace and a lake", async () => {
  const ours = ["lake", "orders", "orders_csv", "nightly", "flatten"];
  const others = fc.record({
    things: fc.uniqueArray(routed("shop", ours), several),
    notebooks: fc.uniqueArray(
      fc.tuple(fc.constantFrom("shop", "shop2", "shop/orders"), near("shop", ["tables", "common"])),
      {
        ...{ minLength: 1, maxLength: 3, selector: ([folder, name]) => `${folder}/${name}` },
      },
    ),
    jobs: fc.array(
      fc.record({
        name: fc.oneof(fc.constant("shop-orders"), near("shop", ["orders"])),
        tag: fc.constantFrom("shop2", "Shop", ""),
      }),
      { maxLength: 3 },
    ),
    files: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom("_jobs/shop/", "_jobs/shop2/", "_ops/publish/shop2/", "bronze/"),
        near("shop", ["lake"]),
      ),
      {
        ...{ minLength: 1, maxLength: 3, selector: ([folder, name]) => `${folder}/${name}` },
      },
    ),
    parameter: letters.map((name) => `lake_${name}`),
  });
  const law = fc.asyncProperty(others, async ({ things, notebooks, jobs, files, parameter }) => {
    const cloud = await Cloud.start();
    const arm = "https://management.azure.com";
    const readers: (() => Promise<string>)[] = [];
    for (const { route, name, properties } of things) {
      await cloud.put(`${cloud.factoryPath}/${route}/${name}`, { properties });
      readers.push(() =>
        cloud.ask("GET", `${cloud.azure.arm}${cloud.factoryPath}/${route}/${name}?api-version=2018-06-01`, arm),
      );
    }
    for (const [folder, name] of notebooks) {
      const path = `/Shared/${folder}/${name}`;
      const content = Buffer.from(`# Databricks notebook source\nprint("${name}")`).toString("base64");
      await cloud.workspace("POST", "2.0/workspace/mkdirs", { path: `/Shared/${folder}` });
      await cloud.workspace("POST", "2.0/workspace/import", { path, language: "PYTHON", format: "SOURCE", content });
      readers.push(() => cloud.workspace("GET", `2.0/workspace/get-status?path=${path}`));
      readers.push(() =>
        cloud.workspace("GET", `2.0/workspace/export?path=${path}&format=SOURCE&direct_download=true`),
      );
    }
    for (const { name, tag } of jobs) {
      const made = await cloud.workspace("POST", "2.1/jobs/create", { name, tags: { sluice_project: tag }, tasks: [] });
      readers.push(() => cloud.workspace("GET", `2.1/jobs/get?job_id=${JSON.parse(made).job_id}`));
    }
    for (const [folder, name] of files) {
      const url = `${cloud.azure.blob}/shopprod/lake/${folder}${name}`;
      await cloud.ask("PUT", url, "https://storage.azure.com", `of ${name}`, { "x-ms-blob-type": "BlockBlob" });
      readers.push(() => cloud.blob("GET", `${folder}${name}`));
    }
    await cloud.put(`${cloud.factoryPath}/globalParameters/default`, {
      properties: { [parameter]: { type: "Int", value: 7 } },
    });
    const url = `${cloud.azure.arm}${cloud.factoryPath}/globalParameters/default?api-version=2018-06-01`;
    readers.push(async () => JSON.stringify(JSON.parse(await cloud.ask("GET", url, arm)).properties[parameter]));
    const theirs = () => Promise.all(readers.map((read) => read()));
    const before = await theirs();
    const steps = [
      () => cloud.sources(artifacts).publish(),
      () =>
        cloud
          .sources(having(pipeline("0.02:00:00"), notebook("rows = 3"), notebook("rows = 5", "new"), trigger(3)))
          .publish(),
      async () => (await cloud.rollback(Math.min(...(await cloud.releases())))).rollBack(),
      () => cloud.destruction().destroy(["delete:job/shop-orders"]),
    ];
    for (const step of steps) {
      const done = await step();
      expect(done.kind === "published" && done.plan.steps.length > 0).toBe(true);
      expect(await theirs()).toEqual(before);
    }
    await cloud.azure.stop();
  });
  await fc.assert(law, { numRuns: 2, endOnFailure: true });
}, 60_000);

it("leaves what others made to the byte, whatever it is called and marked with, in a workspace of Synapse and its lake", async () => {
  const now = compileCase(readCase("e2e-telemetry-synapse")).artifacts;
  const ours = ["lake", "orders", "orders_csv", "nightly", "flatten", "telemetry_common", "telemetry_views"];
  const unmarked = fc
    .tuple(fc.constantFrom("notebooks", "sqlScripts"), near("telemetry", ours), unknown)
    .map(([route, name, unknown]) => ({
      route,
      name,
      properties: route === "notebooks" ? { ...emptyNotebook, unknown } : { content: { query: "SELECT 1" }, unknown },
    }));
  const others = fc.record({
    things: fc.uniqueArray(fc.oneof(routed("telemetry", ours), unmarked), several),
    files: fc.uniqueArray(
      fc.tuple(
        fc.constantFrom("_jobs/telemetry/", "_jobs/telemetry2/", "_ops/publish/telemetry2/"),
        near("telemetry", ours),
      ),
      {
        ...{ minLength: 1, maxLength: 3, selector: ([folder, name]) => `${folder}/${name}` },
      },
    ),
  });
  const law = fc.asyncProperty(others, async ({ things, files }) => {
    const cloud = await SynapseCloud.start();
    for (const { route, name, properties } of things) await cloud.put(`${route}/${name}`, properties);
    for (const [folder, name] of files) await cloud.putFile(`${folder}${name}`, `of ${name}`);
    const before = cloud.everything();
    const steps = [
      () => cloud.sources([...now, ...pipelineAndAll()]).publish(),
      () => cloud.sources([...now, ...pipelineAndAll("0.02:00:00", 3)]).publish(),
      () => cloud.destruction().destroy([]),
    ];
    for (const step of steps) {
      const done = await step();
      expect(done.kind === "published" && done.plan.steps.length > 0).toBe(true);
      const after = new Set(cloud.everything());
      expect(before.filter((line) => !after.has(line))).toEqual([]);
    }
    await cloud.azure.stop();
  });
  await fc.assert(law, { numRuns: 2, endOnFailure: true });
}, 60_000);
