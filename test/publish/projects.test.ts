import { afterAll, expect, it } from "vitest";
import { diskHost } from "../../cli/disk-host.js";
import { compile } from "../../compiler/compile.js";
import { targets } from "../../targets/index.js";
import { compileCase, readCase } from "../golden.js";
import { Cloud, impatient } from "./cloud.fixture.js";

const cloud = await Cloud.start();
afterAll(() => cloud.azure.stop());

it("the pizza store, a project to copy, is published as it is compiled; then nothing is left to do; and it can be destroyed", async () => {
  const { artifacts, diagnostics } = compile(diskHost("pipelines/pizza-store"), targets, { environments: ["prod"] });
  expect(diagnostics).toEqual([]);
  await cloud.put(`${cloud.factoryPath}/integrationRuntimes/self-hosted`, { properties: { type: "SelfHosted" } });
  await cloud.put(`${cloud.factoryPath}/credentials/sql_deployer`, { properties: { type: "ManagedIdentity" } });
  const { plan, publish } = cloud.sources(artifacts, impatient, "pizza-store");
  expect((await plan()).obstacles).toEqual([]);
  // What roles hold in the warehouse is not known before its scripts run.
  const scripts = "run:pipeline/pizza-store_serverless_scripts";
  expect(await publish()).toMatchObject({ kind: "not-allowed", steps: [{ id: scripts }] });
  expect(await publish(undefined, [scripts])).toMatchObject({ kind: "published" });
  const again = await plan();
  expect(again).toMatchObject({ steps: [], obstacles: [] });
  expect(again.unchanged).toEqual(expect.arrayContaining(["pipeline/tills", "trigger/every_quarter"]));

  const { plan: planned, destroy } = cloud.destruction(impatient, "pizza-store");
  const leave = (await planned()).steps.filter(({ loses }) => loses !== undefined).map(({ id }) => id);
  expect(await destroy(leave)).toMatchObject({ kind: "published" });
  expect((await cloud.everything()).split("\n").slice(0, -1)).toEqual(["globalParameters/default {}"]);
});

it("what reads a PostgreSQL database is published as it is compiled; then nothing is left to do", async () => {
  const own = await Cloud.start();
  await own.put(`${own.factoryPath}/integrationRuntimes/self-hosted`, { properties: { type: "SelfHosted" } });
  const { artifacts } = compileCase(readCase("project-postgres"));
  const { plan, publish } = own.sources(artifacts, impatient, "shop");
  expect((await plan()).obstacles).toEqual([]);
  expect(await publish()).toMatchObject({ kind: "published" });
  const again = await plan();
  expect(again).toMatchObject({ steps: [], obstacles: [] });
  expect(again.unchanged).toEqual(expect.arrayContaining(["linkedService/shop_db", "dataset/shop_db_table"]));
  await own.azure.stop();
});

it("so is a mapping data flow: after what it reads and before the pipeline that runs it", async () => {
  const { artifacts, diagnostics } = compile(diskHost("pipelines/imdb"), targets, { environments: ["prod"] });
  expect(diagnostics).toEqual([]);
  const other = await Cloud.start();
  try {
    const { plan, publish } = other.sources(artifacts, impatient, "imdb");
    const { steps, obstacles } = await plan();
    expect(obstacles).toEqual([]);
    const at = (id: string): number => steps.findIndex(({ thing }) => thing === id);
    const order = [
      "dataset/imdb_lake_parquet",
      "dataflow/imdb_imdb_silver_title_genres",
      "pipeline/imdb",
      "trigger/weekly",
    ].map(at);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(await publish()).toMatchObject({ kind: "published" });
    const again = await plan();
    expect(again).toMatchObject({ steps: [], obstacles: [] });
    expect(again.unchanged).toContain("dataflow/imdb_imdb_silver_title_genres");

    const changed = artifacts.map((one) =>
      one.kind === "dataflow" ? { ...one, body: one.body.replace("trim(genre, ' ')", "genre") } : one,
    );
    expect((await other.sources(changed, impatient, "imdb").plan()).steps.map(({ thing }) => thing)).toEqual([
      "dataflow/imdb_imdb_silver_title_genres",
    ]);
  } finally {
    await other.azure.stop();
  }
});
