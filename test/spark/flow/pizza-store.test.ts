import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { diskHost } from "../../../cli/disk-host.js";
import type { Session } from "../../../local/drain.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { type RunResult, runJob } from "../../../local/run.js";
import { loadWarehouses, nobody, queryWarehouse } from "../../../local/warehouse/warehouse.js";
import {
  compileInto,
  expectedPizzaReports,
  expectedPizzaStore,
  pizzaStoreDir,
  type Rows,
  type ShownRows,
} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "sluice-pizza-"));
const key = "a key of the test, of thirty-two bytes or more";
const request = {
  artifactsDir: join(folder, "artifacts"),
  projectDir: pizzaStoreDir,
  stateDir: join(folder, "state"),
  env: { CUSTOMERS_HASH_KEY: key },
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const expected = expectedPizzaStore();
const reports = expectedPizzaReports(key);
const tables: Record<string, Rows> = {};
let waves: ReadonlyMap<string, number> = new Map();
let result: RunResult;

beforeAll(async () => {
  compileInto(request.artifactsDir, diskHost(pizzaStoreDir));
  result = await runJob(request, async ({ runner, places }: Session) => {
    const lake = join(places.state, "lake");
    for (const [table, rows] of Object.entries(expected)) {
      const found = await runner.rows(join(lake, "silver", table), Object.keys(rows[0] ?? {}));
      tables[table] = found.toSorted((a, b) => Number(Object.values(a)[0]) - Number(Object.values(b)[0]));
    }
    waves = wavesOf(join(lake, "bronze/stores"));
    const inWaves = (tables["stores"] ?? []).map((row) => ({
      ...row,
      valid_from: waves.get(String(row["valid_from"])),
      valid_to: row["valid_to"] === null ? null : waves.get(String(row["valid_to"])),
    }));
    tables["stores"] = inWaves.toSorted(
      (a, b) => Number(Object(a).store_id) - Number(Object(b).store_id) || Number(a.valid_from) - Number(b.valid_from),
    );
  });
});

/** The number of each landing of the stores, by the time at which it was read, as a lake's table has it. */
function wavesOf(path: string): ReadonlyMap<string, number> {
  const [identity = ""] = readdirSync(path);
  const landings = readdirSync(join(path, identity)).toSorted();
  return new Map(
    landings.map((landing, at) => {
      const [header = "", row = ""] = readFileSync(join(path, identity, landing, "rows.csv"), "utf8")
        .replaceAll('"', "")
        .split("\n");
      const readAt = row.split(",")[header.replace("\ufeff", "").split(",").indexOf("_read_at")] ?? "";
      const [seconds = "", digits = ""] = readAt.split(".");
      const six = digits.slice(0, 6);
      return [six === "000000" ? `${seconds}Z` : `${seconds}.${six}Z`, at + 1];
    }),
  );
}

it("three waves of sales and stores give the tables of a plain calculation", () => {
  expect(result).toMatchObject({ kind: "done", job: "stores_master", waves: 3 });
  expect(result.failure).toBeUndefined();
  expect(tables).toEqual(expected);
});

it("nothing is missed and nothing is counted twice", () => {
  const counts = Object.fromEntries(result.queries.map((query) => [query.query, query.counts]));
  expect(counts).toMatchObject({
    "tills/silver.pos_sales": { written: 10 },
    "tills/gold.sales": { read: 8, written: 8 },
    // Of 3 + 4 + 3 rows 3, 3 (moved, corrected, new) and 2 (moved back, corrected) are written.
    "stores/silver.stores": { read: 10, written: 8, unchanged: 2, superseded: 0, "table.closed": 3 },
  });
  for (const of of Object.values(counts)) {
    // Of groups it is counted what goes into them.
    const beside = of["aggregated"] === undefined ? ["read"] : ["read", "written"];
    const places = Object.entries(of).filter(([name]) => !beside.includes(name) && !name.startsWith("table."));
    expect(places.reduce((sum, [, rows]) => sum + rows, 0)).toBe(of["read"]);
  }
});

it("the warehouse and the dedicated pool show what a plain calculation says, and no customer's name", () => {
  const shown = Object.fromEntries(result.shown.map(({ view, shows }) => [view, shows.kind === "rows" && shows.rows]));
  const fact = inOrder(reports.fact_sales);
  expect(Object.keys(shown)).toEqual([
    ...["fact_sales", "receipts", "sales_per_city", "stores"].map((view) => `reports.${view}`),
    "reports.fact_sales in dedicated",
  ]);
  expect(inOrder(shown["reports.fact_sales"] || [])).toEqual(fact);
  expect(inOrder(shown["reports.fact_sales in dedicated"] || [])).toEqual(fact);
  expect(inOrder(shown["reports.sales_per_city"] || [])).toEqual(inOrder(reports.sales_per_city));
  const waveOf = (time: unknown): number | null => (time === null ? null : (waves.get(String(wholeSecond(time))) ?? 0));
  const stores = (shown["reports.stores"] || []).map((row) => [...row.slice(0, 3), ...row.slice(3).map(waveOf)]);
  expect(inOrder(stores)).toEqual(inOrder(reports.stores));
  expect([fact.length, stores.length]).toEqual([8, 6]);
});

it("of receipts each set of people sees what a plain calculation says: nobody's, a store's without addresses, or all", async () => {
  const engine = await ensureDuckdb(await ensureSpark(() => {}), () => {});
  const warehouses = await loadWarehouses(request.artifactsDir, "local", request.stateDir);
  const query = "select * from reports.receipts order by sale_id";
  for (const [people, rows] of Object.entries(reports.receipts)) {
    const as = people === "" ? [nobody] : people.split(" ");
    const { rows: found } = await queryWarehouse(async () => engine, warehouses, query, as);
    expect([people, found.kind === "rows" ? found.rows : found]).toEqual([people, rows]);
  }
  expect(Object.values(reports.receipts).map(({ length }) => length)).toEqual([0, 2, 8, 8]);
});

const inOrder = (rows: ShownRows | readonly (readonly unknown[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted();

/** A time as tables have it. */
const wholeSecond = (time: unknown): string => `${String(time).replace(/\.000000$/, "")}Z`;
