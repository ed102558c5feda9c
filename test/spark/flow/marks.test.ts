import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import { resolve } from "../../../local/adf/expression/resolve.js";
import { nowhere } from "../../../local/adf/nowhere.fixture.js";
import { readFactory } from "../../../local/adf/read-factory.js";
import { runPipeline } from "../../../local/adf/run-pipeline.js";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow } from "../../../local/flow.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { scriptsOf } from "../../../publish/script.js";
import { at, type Json, within } from "../../adf/factory.js";
import { writeArtifacts } from "../../artifacts.js";
import { compileCase, readCase } from "../../golden.js";
import { compileInto, projectDir } from "./project.js";

/* Marks of the emitted pipeline on H2: when rows are read again, and when the notebooks are started. No Spark is started here. */

const folder = mkdtempSync(join(tmpdir(), "sluice-marks-"));
const artifactsDir = join(folder, "artifacts");
let databases: Databases;
let flow: LocalFlow;

beforeAll(async () => {
  compileInto(artifactsDir);
  const found = await loadFlow(artifactsDir, "users");
  if (found === undefined) throw new Error("There is no flow.");
  flow = found;
  const engine = await ensureSql(await ensureSpark(() => {}), () => {});
  databases = await startDatabases(engine, { folder: join(folder, "sql") });
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

/** The pipeline over a database of its own. */
async function opened(name: string, of = { flow, artifactsDir }) {
  const own = { database: (of: string) => databases.database(`${of}-${name}`), stop: databases.stop };
  await makeDatabases(own, of.flow, of.artifactsDir);
  const given: string[] = [];
  const runner = {
    run: async (notebooks: readonly { readonly parameters: Readonly<Record<string, string>> }[]) => {
      given.push(...notebooks.map(({ parameters }) => parameters["landings"] ?? ""));
      return { kind: "done" } as const;
    },
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const places = { state: join(folder, name), kafka: "" };
  const inWarehouse = async () => {};
  const walk = readWalk({ ...of, places, databases: own, runner, inWarehouse, signal: undefined });
  const sql = async (...statements: readonly string[]) => {
    const result = (await own.database("youflix_youflix").run(statements)).at(-1);
    return result !== undefined && "rows" in result ? result.rows : [];
  };
  return {
    sql,
    /** A row of `dbo.users`, as it is from now on. */
    put: (id: number, at: string) =>
      sql(`MERGE INTO [dbo].[users] ([user_id], [updated_at]) KEY ([user_id]) VALUES (${id}, '2026-03-01 ${at}')`),
    /** How many rows a run lands, of each table that has any, and what its notebooks are given. */
    async run() {
      const rows: unknown[] = [];
      const failure = await walk({
        onActivity: ({ activity, state, output }) => {
          if (activity === "land the rows" && state === "Succeeded") rows.push(output["rowsCopied"]);
        },
        onNotebook: () => {},
      });
      expect(failure).toBeUndefined();
      return {
        rows,
        given: given
          .splice(0)
          .map((landings) => JSON.parse(landings).map(({ landing }: { landing: number }) => landing)),
      };
    },
  };
}

/** The same project, whose database is an Azure SQL Database that is opened as the factory itself. */
async function ofAzure() {
  const disk = diskHost(projectDir);
  const inAzure = (text: string) =>
    text
      .replaceAll("kind: sql-server", "kind: azure-sql")
      .replace("    identity: { user: etl, secret: youflix-password }\n", "");
  const read = (path: string) => {
    const text = disk.read(path);
    return text === undefined || path === "sluice.lock" ? undefined : inAzure(text);
  };
  const dir = join(folder, "azure-artifacts");
  compileInto(dir, { ...disk, read });
  const found = await loadFlow(dir, "users");
  if (found === undefined) throw new Error("There is no flow.");
  expect(readFileSync(join(dir, "common/adf/dataset/youflix_youflix_table.json"), "utf8")).toContain('"AzureSqlTable"');
  return { flow: found, artifactsDir: dir };
}

it("publishing's pipeline makes the tables where marks are kept, and leaves those that are there", async () => {
  const { artifacts } = compileCase(readCase("project-rights-deployed"));
  const dir = join(folder, "deployed");
  writeArtifacts(dir, artifacts);
  const database = databases.database("deployed");
  const pipeline = readFactory([join(dir, "common/adf")], "shop_db_scripts", {
    hasDatabase: () => true,
    hasStore: () => false,
    hasNotebook: () => false,
    functionsOf: () => undefined,
  });
  const [script] = scriptsOf(artifacts, { environment: "prod" }).filter(({ path }) => path.endsWith("control.sql"));
  const batches = (script?.run?.batches ?? []).map((text) => ({ script: "control.sql", where: "own", text }));
  const deploy = () =>
    runPipeline(pipeline, {
      world: nowhere({ database: () => database }),
      parameters: { batches },
      parent: undefined,
      within: [],
    });
  const marks = async () => (await database.run(["SELECT [landing] FROM [sluice].[marks]"])).at(-1);
  await expect(marks()).rejects.toThrow();
  await deploy();
  expect(await marks()).toMatchObject({ rows: [] });
  await database.run(["INSERT INTO [sluice].[marks] VALUES ('one', 'm', 0, 7, 1, 'q')"]);
  await deploy();
  expect(await marks()).toMatchObject({ rows: [["7"]] });
});

const nothing = { rows: [], given: [] };

it("rows within the lag are read again when one of them is added or gets another stamp, late", async () => {
  const { put, run } = await opened("late");
  await put(1, "10:00:00");
  await put(2, "10:05:00");
  expect(await run()).toMatchObject({ rows: [2] });
  expect(await run()).toEqual(nothing);
  await put(3, "10:01:00");
  expect(await run()).toMatchObject({ rows: [3] });
  await put(1, "10:00:00.001");
  expect(await run()).toMatchObject({ rows: [3] });
  expect(await run()).toEqual(nothing);
  await put(4, "09:55:00.0000001");
  expect(await run()).toMatchObject({ rows: [4] });
  await put(5, "09:55:00"); // the very lag behind
  expect(await run()).toEqual(nothing);
});

it("an Azure SQL Database is read, and keeps the marks, as a SQL Server does", async () => {
  const { put, run, sql } = await opened("azure", await ofAzure());
  await put(1, "12:00:00");
  expect(await run()).toEqual({ rows: [1], given: [[1]] });
  await put(2, "11:55:00");
  expect(await run()).toEqual({ rows: [2], given: [[2]] });
  expect(await run()).toEqual(nothing);
  expect(await sql("SELECT [mark], [landing], [taken] FROM [sluice].[marks] WHERE [landing] > 0")).toEqual([
    ["2026-03-01 12:00:00", "2", "2"],
  ]);
});

it("a table that is empty, or has been emptied, has nothing to land", async () => {
  const { put, run, sql } = await opened("empty");
  expect(await run()).toEqual(nothing);
  await put(1, "10:00:00");
  expect(await run()).toMatchObject({ rows: [1] });
  await sql("DELETE FROM [dbo].[users]");
  expect(await run()).toEqual(nothing);
  await put(2, "10:00:00");
  expect(await run()).toEqual(nothing); // alike in number and stamp
  await put(2, "10:00:01");
  expect(await run()).toMatchObject({ rows: [1] });
});

it("the notebooks are given all whole landings, when one is new or other queries are to take them", async () => {
  const { put, run, sql } = await opened("taken");
  await put(1, "10:00:00");
  await sql("INSERT INTO [dbo].[subscriptions] ([subscription_id], [updated_at]) VALUES (1, '2026-03-01 10:00:00')");
  expect(await run()).toEqual({ rows: [1, 1], given: [[1, 1]] });
  expect(await run()).toEqual(nothing);
  await put(2, "11:00:00");
  expect(await run()).toEqual({ rows: [2], given: [[1, 2]] });
  await sql("UPDATE [sluice].[marks] SET [taken_by] = N'others' WHERE [source] LIKE N'%subscriptions%'");
  expect(await run()).toEqual({ rows: [], given: [[1, 2]] });
  expect(await run()).toEqual(nothing);
});

it("a mark is never put back: not by a statement that comes late", async () => {
  const { sql } = await opened("stale");
  const keep = async (landing: number) => {
    const row = { mark: `2026-03-01 10:0${landing}:00`, seen: landing, landing, run: "one" };
    const activities = Object.fromEntries(
      ["old mark", "new mark"].map((name) => [name, { output: { firstRow: row } }]),
    );
    await sql(
      String(resolve(textOf("keep the mark"), { activities, item: { source: "users" }, pipeline: { RunId: "one" } })),
    );
  };
  for (const landing of [1, 2, 1, 3, 3, 2]) await keep(landing);
  expect(await sql("SELECT [mark], [seen], [landing] FROM [sluice].[marks]")).toEqual([
    ["2026-03-01 10:03:00", "3", "3"],
  ]);
});

/** The statement of one of the pipeline's scripts, as it was emitted. */
function textOf(script: string): string {
  const pipeline: Json = JSON.parse(readFileSync(join(artifactsDir, "common/adf/pipeline/users.json"), "utf8"));
  const activity = [...within(pipeline)].find((one) => at(one, "name") === script && at(one, "type") === "Script");
  const scripts = at(activity, "typeProperties", "scripts");
  const [first] = Array.isArray(scripts) ? scripts : [];
  return String(at(first, "text", "value"));
}
