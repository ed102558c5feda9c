import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { readWalk } from "../../../local/adf/walk.js";
import type { WalkEvent } from "../../../local/adf/world.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import type { NotebookRun } from "../../../local/runner/runner.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { targets } from "../../../targets/index.js";
import { memoryHost, readCase } from "../../golden.js";

/* Pipelines that run after each other, called by the emitted master, on H2. Spark is not needed to see which of them run. */

const project = `
version: 1
project: shop
platform: { orchestrator: adf, spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
control: { connection: db }
compute: { small: { workers: 1 } }
connections:
  db: { kind: sql-server, server: sql, database: shop, identity: { user: etl, secret: shop-password } }
environments: { local: { on: this-machine } }
`;

const pipeline = (name: string, triggers: string) => `
pipeline: ${name}
${triggers}
sources:
  ${name}: { kind: sql-server, connection: db, table: dbo.${name}, primary_key: [id], changes: upsert, read: incremental, cursor: { column: version, start: 0, in_commit_order: true }, columns: { id: bigint, version: bigint } }
bronze:
  ${name}: { from: sources.${name}, format: csv }
silver:
  ${name}: { from: bronze.${name}, apply_changes: { keys: [id], sequence_by: [version], scd_type: 1 } }
`;

const folder = mkdtempSync(join(tmpdir(), "sluice-chain-"));
let databases: Databases;

beforeAll(async () => {
  const engine = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(engine, { folder: join(folder, "sql") });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

const chain = (): Promise<Compiled> =>
  compiled("orders_master", {
    "sluice.yaml": project,
    "orders.yaml": pipeline("orders", "on_failure: { webhook: { secret: alerts } }"),
    "stores.yaml": pipeline("stores", ""),
    "lines.yaml": pipeline("lines", "triggers: { then: { after: orders } }"),
    "sales.yaml": pipeline("sales", "triggers: { then: { after: [lines, stores] } }"),
  });

it("runs each when those that it comes after have succeeded", async () => {
  const of = await chain();
  const { failure, ended } = await run(of, "whole");
  expect(failure).toBeUndefined();
  expect(ended.toSorted()).toEqual(["lines", "orders", "sales", "stores"]);
  const at = (name: string) => ended.indexOf(name);
  expect(at("orders")).toBeLessThan(at("lines"));
  expect(Math.max(at("lines"), at("stores"))).toBeLessThan(at("sales"));
  // The next run has nothing to take, and calls all the same.
  expect(await run(of, "whole")).toMatchObject({ failure: undefined, taken: [], told: [] });
});

it("does not run what comes after one that failed, and fails", async () => {
  const of = await chain();
  const { failure, ended, taken, told } = await run(of, "failing", ["orders"]);
  expect(failure?.notebook).toBe("The pipeline 'orders_master'");
  expect(failure?.error).toMatch(/^'orders' has failed: .*no cluster/);
  expect(ended.toSorted()).toEqual(["orders Failed", "stores"]);
  expect(taken).toEqual(["stores"]);
  expect(told).toEqual(["orders"]); // by the stand-in of the vault
  // Once it can run again, the rest follows, and what had succeeded has nothing to do.
  const again = await run(of, "failing");
  expect(again).toMatchObject({ failure: undefined });
  expect(again.taken.toSorted()).toEqual(["lines", "orders", "sales"]);
});

it("lands every table once where one pipeline has no room for them, and takes what has landed", async () => {
  const of = await compiled("many", readCase("adf-split").input);
  const { failure, ended, landed, taken } = await run(of, "split");
  expect(failure).toBeUndefined();
  expect(ended.toSorted()).toEqual(["land part 1", "land part 2"]);
  expect(landed.toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => `dbo.t_${at + 1}`).toSorted());
  expect(taken).toEqual(["many"]);
  expect(await run(of, "split")).toMatchObject({ failure: undefined, landed: [], taken: [] });
});

it("runs the jobs of one pipeline in the order of what they read, and takes nothing as taken until all have succeeded", async () => {
  const jobs = "jobs: { sums: { tables: [gold.sums] }, copies: { tables: [silver.copies] } }";
  const gold = `  copies: { from: silver.orders, write: replace, columns: { id: id } }
gold:
  sums: { from: silver.copies, write: replace, group_by: [id], aggregates: { orders: count(*) } }
`;
  const of = await compiled("orders", { "sluice.yaml": project, "orders.yaml": `${pipeline("orders", jobs)}${gold}` });
  expect(of.flow.jobs).toEqual(["orders", "orders_copies", "orders_sums"]);
  const { failure, taken } = await run(of, "jobs", ["orders_copies"]);
  expect(failure?.error).toContain("no cluster");
  expect(taken).toEqual(["orders"]);
  expect(await run(of, "jobs")).toMatchObject({
    failure: undefined,
    taken: ["orders", "orders_copies", "orders_sums"],
  });
  expect(await run(of, "jobs")).toMatchObject({ failure: undefined, taken: [] });
});

interface Compiled {
  readonly artifactsDir: string;
  readonly flow: LocalFlow;
}

async function compiled(name: string, files: Readonly<Record<string, string>>): Promise<Compiled> {
  const { artifacts, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const artifactsDir = join(folder, name);
  for (const { path, body } of artifacts) {
    mkdirSync(dirname(join(artifactsDir, path)), { recursive: true });
    writeFileSync(join(artifactsDir, path), body);
  }
  const flow = await loadFlow(artifactsDir, name);
  if (flow === undefined) throw new Error(`There is no flow '${name}'.`);
  return { artifactsDir, flow };
}

/** Walks the pipeline over tables with one row each; the notebooks of these pipelines fail. */
async function run({ artifactsDir, flow }: Compiled, name: string, failing: readonly string[] = []) {
  const own = { database: (of: string) => databases.database(`${of}-${name}`), stop: databases.stop };
  await makeDatabases(own, flow, artifactsDir);
  for (const { linked_service, tables } of flow.databases)
    for (const { schema, table } of tables)
      await own
        .database(linked_service)
        .run([
          `MERGE INTO [${schema}].[${table}] AS t USING (SELECT 1 AS [id], 1 AS [version]) AS n ON t.[id] = n.[id] WHEN NOT MATCHED THEN INSERT ([id], [version]) VALUES (n.[id], n.[version])`,
        ]);
  const taken: string[] = [];
  const runner = {
    run: async ([notebook]: readonly NotebookRun[]) => {
      const [, of = ""] = /notebook\/(\w+)\/batch/.exec(notebook?.path ?? "") ?? [];
      if (failing.includes(of)) return { kind: "failed", notebook: of, error: "no cluster", traceback: "" } as const;
      taken.push(of);
      return { kind: "done" } as const;
    },
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const places = { state: join(folder, `state-${name}`), kafka: "" };
  const walk = readWalk({ flow, artifactsDir, places, databases: own, runner, signal: undefined });
  const ended: string[] = [];
  const landed: string[] = [];
  const told: string[] = [];
  const onActivity = ({ type, activity, within, state, properties }: WalkEvent) => {
    if (type === "ExecutePipeline" && state !== "started")
      ended.push(state === "Succeeded" ? activity : `${activity} ${state}`);
    if (activity === "tell of the failure" && state === "Succeeded") told.push(...within);
    if (type === "Copy" && state === "Succeeded") landed.push(String(properties["Table"]));
  };
  const failure = await walk({ onActivity, onNotebook: () => {} });
  return { failure, ended, landed, taken, told };
}
