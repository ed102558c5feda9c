import { execFileSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parametersOf } from "../../../compiler/ir/parameters.js";
import { compileCase, readCase } from "../../golden.js";
import { changesOf, csv } from "./files.js";
import { type Flow, openMade } from "./flow.js";

const columns = {
  customers: { city: "string", customer_id: "bigint!", version: "int!" },
  stores: { _read_at: "timestamp!", city: "string", store_id: "bigint" },
  orders: { amount: "decimal(9,2)", customer_id: "bigint", items: "string", order_id: "bigint!", version: "int!" },
} as const;

/** Few of each, so that most rows are joined, and some are left out by every clause. */
const values = {
  bigint: Array.from({ length: 24 }, (_, n) => String(n + 1)),
  "decimal(9,2)": ["0", "-2", "1.50", "1000.25", "7"],
  int: ["1", "2", "3", "4", "5"],
  timestamp: ["2026-03-29 02:30:00.1234567"],
  string: ["pear", "pear fig", "Łódź", "fig fig  kiwi", ""],
};

const tables = {
  "silver.priced": ["amount", "customer_id", "order_id", "version", "is_large", "city"],
  "silver.priced_quarantine": ["_violations", "amount", "customer_id", "order_id", "version", "is_large"],
  "silver.stores": ["city", "store_id"],
  "silver.stores_quarantine": ["_violations", "city", "store_id"],
  "gold.bought": ["item", "times", "cities"],
} as const;

const computed = Object.keys(tables).map((table) => table.replace(".", "/"));

let flow: Flow;
/** Where the files of a bronze table stand in the lake. */
const paths = new Map<string, string>();

beforeAll(async () => {
  const { artifacts, understood } = compileCase(readCase("spark-computed"));
  const ir = understood?.ir;
  const [job, environment] = [ir?.jobs[0], ir?.environments[0]];
  if (ir === undefined || job === undefined || environment === undefined) throw new Error("spark-computed has no job");
  const outputs = new Map(ir.flows.flatMap(({ landings }) => landings.map(({ output }) => [output.reference, output])));
  flow = await openMade({
    artifacts,
    parameters: Object.fromEntries(parametersOf(job, ir, environment).map(({ name, value }) => [name, value])),
    sourceOf: (table) => outputs.get(`bronze.${table}`)?.id ?? "",
  });
  for (const table of Object.keys(columns)) paths.set(table, outputs.get(`bronze.${table}`)?.path ?? "");
  for (const landing of [1, 2, 3])
    for (const [table, of] of Object.entries(columns))
      flow.write(landed("one-by-one", table, landing), changesOf(of, landing + (table === "orders" ? 10 : 0), values));
  cpSync(join(flow.folder, "one-by-one"), join(flow.folder, "at-once"), { recursive: true });
});

afterAll(() => flow?.close());

const landed = (lake: string, table: string, landing: number): string =>
  `${lake}/${paths.get(table)}/landing=${String(landing).padStart(10, "0")}/rows.csv`;

/** Runs a notebook that must end well. */
const run = async (...given: Parameters<Flow["run"]>) => expect(await flow.run(...given)).toBeUndefined();

const sorted = (rows: readonly unknown[] = []) => rows.map((row) => JSON.stringify(row)).sort();

async function held(lake: string) {
  const rows = Object.entries(tables).map(async ([table, names]) => [
    table,
    sorted(await flow.rows(lake, table, ...names)),
  ]);
  return Object.fromEntries(await Promise.all(rows));
}

/** The same, calculated from the files by Python alone. */
function calculated() {
  const how = Object.entries(columns).map(([table, of]) => {
    const types = Object.fromEntries(Object.entries(of).map(([column, type]) => [column, type.replace("!", "")]));
    return [table, { types, keys: [table === "orders" ? "order_id" : "customer_id"], sequence: ["version"] }];
  });
  const folders = Object.fromEntries(paths);
  const given = [
    "test/spark/landings/computed.py",
    join(flow.folder, "one-by-one"),
    JSON.stringify(folders),
    JSON.stringify(Object.fromEntries(how)),
  ];
  const found: Readonly<Record<string, readonly unknown[]>> = JSON.parse(
    execFileSync(flow.python, given, { encoding: "utf8" }),
  );
  return Object.fromEntries(Object.entries(found).map(([table, rows]) => [table, sorted(rows)]));
}

/** What a query's batches counted, in order. */
async function counts(lake: string, table: string) {
  const rows = (await flow.rows(lake, "_ops.batches")).filter(({ query }) => query === `shop/${table}`);
  return rows.sort((a, b) => Number(a["batch"]) - Number(b["batch"])).map((row) => row["counts"]);
}

const commits = (lake: string) =>
  ["_ops/batches", ...computed].map((table) => {
    const files = readdirSync(join(flow.folder, lake, table, "_delta_log"));
    return `${table} ${files.filter((name) => name.endsWith(".json")).length}`;
  });

/** Stops a batch behind its record, before the first or the second of its tables is swapped. */
const stopping = (at: "first" | "second") => `
swapping = swap

def swap(rows, table, transaction):
    if ${at === "first" ? "True" : 'not table.endswith("_quarantine")'}:
        raise RuntimeError("stopped")
    swapping(rows, table, transaction)
`;

const all = (landing: number) => ({ customers: landing, orders: landing, stores: landing });

it("tables are what a plain calculation makes of what landed: one by one with stops in between, or at once", async () => {
  await run("batch", "one-by-one", all(1));
  await run("silver_orders", "one-by-one", { orders: 2 });
  expect(await flow.run("silver_priced", "one-by-one", {}, stopping("first"))).toContain("stopped");
  await run("batch", "one-by-one", { orders: 2, stores: 2 });
  await run("silver_orders", "one-by-one", { orders: 3 });
  expect(await flow.run("silver_priced", "one-by-one", {}, stopping("second"))).toContain("stopped");
  await run("batch", "one-by-one", all(3)); // customers have changed since, so another batch comes instead of that one
  await run("batch", "at-once", all(3));
  const expected = calculated();
  for (const rows of Object.values(expected)) expect(rows.length).toBeGreaterThan(1);
  expect(await held("one-by-one")).toEqual(expected);
  expect(await held("at-once")).toEqual(expected);
  const batches = await counts("one-by-one", "silver.priced");
  expect(batches.length).toBe(4);
  expect(await counts("at-once", "silver.priced")).toEqual(batches.slice(-1));
  expect(batches.at(-1)).toMatchObject({ read: 24, filtered: 1, written: expected["silver.priced"]?.length });
  expect(await counts("at-once", "gold.bought")).toMatchObject([
    { read: 24, written: expected["gold.bought"]?.length },
  ]);
});

it("what has not changed is not computed: no record is made, and no commit", async () => {
  const before = commits("one-by-one");
  for (const table of ["silver_priced", "silver_stores", "gold_bought"]) await run(table, "one-by-one", { stores: 3 });
  await run("silver_stores", "one-by-one", {});
  expect(await flow.run("silver_stores", "one-by-one", { stores: 2 })).toContain("were put back to an earlier state");
  expect(commits("one-by-one")).toEqual(before);
});

it("a row that must not be stops the run before anything is swapped", async () => {
  const before = commits("at-once").slice(1);
  const row = csv(Object.keys(columns.orders), [["5000", "1", "fig", "1", "9"]]);
  flow.write(landed("at-once", "orders", 4), row);
  await run("silver_orders", "at-once", { orders: 4 });
  const violated = "1 rows violate what must hold, one of them ['is_small', 'is_possible']";
  expect(await flow.run("silver_priced", "at-once", {})).toContain(violated);
  expect(commits("at-once").slice(1)).toEqual(before);
});
