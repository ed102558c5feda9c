import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { type LocalFlow, loadFlow, rowsFeeds } from "../../../local/flow.js";
import { type Databases, startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { putRows } from "../../../local/sql/rows.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "./project.js";

/* The emitted pipeline over tables that are read whole, on H2: what lands, and what is believed. No Spark is started here. */

const folder = mkdtempSync(join(tmpdir(), "sluice-whole-"));
const artifactsDir = join(folder, "artifacts");
const lake = join(folder, "state/lake");
let databases: Databases;
let flow: LocalFlow;

beforeAll(async () => {
  compileInto(artifactsDir, memoryHost(readCase("adf-whole-tables").input));
  const found = await loadFlow(artifactsDir, "shop");
  if (found === undefined) throw new Error("There is no flow.");
  flow = found;
  databases = await startDatabases(await ensureSql(await ensureSpark(() => {}), () => {}), {
    folder: join(folder, "sql"),
  });
  await makeDatabases(databases, flow, artifactsDir);
});
afterAll(async () => {
  await databases.stop();
  rmSync(folder, { recursive: true });
});

/** Puts a file of samples into the table of stores. */
async function put(wave: number, ...rows: readonly string[]): Promise<void> {
  const path = join(folder, `stores-${wave}.csv`);
  writeFileSync(path, `${["store_id,city,opened_on", ...rows].join("\n")}\n`);
  const [feed] = rowsFeeds(flow);
  if (feed === undefined) throw new Error("There is no feed.");
  await putRows(databases.database("shop_db"), feed, { path, earlier: wave - 1 });
}

/** Runs the pipeline; which landing of the stores the notebooks are given, or why it has failed. */
async function run() {
  const given: unknown[] = [];
  const runner = {
    run: async (notebooks: readonly { readonly parameters: Readonly<Record<string, string>> }[]) => {
      given.push(...notebooks.map(({ parameters }) => JSON.parse(parameters["landings"] ?? "")));
      return { kind: "done" } as const;
    },
    parquet: async () => {},
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const places = { state: join(folder, "state"), kafka: "" };
  const walk = readWalk({ flow, artifactsDir, places, databases, runner, signal: undefined });
  const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
  const [stores] = given.flat().filter((one) => String(Object(one).source).includes("bronze.stores"));
  return failure?.error ?? Object(stores).landing;
}

const marks = async (columns: string, table = "stores") => {
  const [found] = await databases
    .database("shop_db")
    .run([`SELECT ${columns} FROM [sluice].[marks] WHERE [source] LIKE N'%bronze.${table}/%'`]);
  return found && "rows" in found ? found.rows : [];
};

/** A landing's header and rows, the time of its reading beside them. */
async function landing(number: number) {
  const [[source = ""] = []] = await marks("[source]");
  const path = source?.replace("shop/shop/bronze.", "bronze/") ?? "";
  const text = readFileSync(join(lake, path, `landing=${String(number).padStart(10, "0")}`, "rows.csv"), "utf8");
  const records = text
    .replaceAll('"', "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  return {
    rows: records.map(([, ...cells]) => cells.join()),
    readAt: [...new Set(records.slice(1).map(([at]) => at))],
  };
}

const header = "city,opened_on,store_id";
const [day, other] = ["2026-01-01T00:00:00.0000000", "2026-02-01T00:00:00.0000000"];

it("each run lands all rows, with the time of the reading, whether anything has changed or not", async () => {
  await put(1, "1,Gdynia,2026-01-01", "2,Opole,");
  expect(await run()).toBe(1);
  expect(await run()).toBe(2);
  const [first, second] = [await landing(1), await landing(2)];
  expect(first.rows).toEqual([header, `Gdynia,${day},1`, "Opole,\\N,2"]);
  expect(second.rows).toEqual(first.rows);
  expect(first.readAt).toHaveLength(1);
  const [at = "", later = ""] = [first.readAt[0], second.readAt[0]];
  expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}0$/);
  expect(Math.abs(Date.parse(`${later}Z`) - Date.now())).toBeLessThan(60_000);
  expect(later > at).toBe(true);
});

it("a file of samples is all that the table holds", async () => {
  await put(2, "3,Radom,2026-02-01");
  expect(await run()).toBe(3);
  expect((await landing(3)).rows).toEqual([header, `Radom,${other},3`]);
  expect(await marks("[seen], [landing], [taken]")).toEqual([["1", "3", "3"]]);
});

it("a table that is empty, and was not before, stops the run; what has landed then is written over", async () => {
  await put(3);
  for (const _ of [1, 2])
    expect(await run()).toMatch(
      /'refuse an empty table 2' has failed: dbo\.stores of 'db' has no rows, and had 1 when it was read before\. Nothing was taken of it\. If it is right that it is empty, write 'may_be_empty: true' at its source\.$/,
    );
  expect((await landing(4)).rows).toEqual([header]);
  expect(await marks("[seen], [landing], [taken]")).toEqual([["1", "3", "3"]]);
  await put(4, "4,Elbląg,");
  expect(await run()).toBe(4);
  expect((await landing(4)).rows).toEqual([header, "Elbląg,\\N,4"]);
});

it("a table that may be empty is read as it is", async () => {
  const web = databases.database("shop_web");
  await web.run(["INSERT INTO [dbo].[offers] VALUES (N'two for one', 9.99)"]);
  expect(await run()).toBe(5);
  expect(await marks("[seen]", "offers")).toEqual([["1"]]);
  await web.run(["DELETE FROM [dbo].[offers]"]);
  expect(await run()).toBe(6);
  expect(await marks("[seen]", "offers")).toEqual([["0"]]);
});

it("a reading is later than the one before it also where the clock was put back", async () => {
  await databases
    .database("shop_db")
    .run(["UPDATE [sluice].[marks] SET [mark] = '2999-12-31 23:59:59.9999' WHERE [source] LIKE N'%bronze.stores/%'"]);
  expect(await run()).toBe(7);
  expect((await landing(7)).readAt).toEqual(["3000-01-01T00:00:00.0009000"]);
});
