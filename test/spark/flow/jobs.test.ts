import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import { parametersOf } from "../../../compiler/ir/parameters.js";
import { targets } from "../../../targets/index.js";
import { memoryHost, readCase, type Tree } from "../../golden.js";
import { csv } from "../landings/files.js";
import { type Flow, openMade } from "../landings/flow.js";

/* The notebooks of one pipeline in several jobs, and in one: the same rows, and records of what was taken that each goes on with. */

const apart = readCase("adf-jobs").input;
const together = Object.fromEntries(
  Object.entries(apart).map(([path, text]) => [path, text.replace(/^jobs:\n( {2}.*\n)+/m, "")]),
);

const orders = [
  [
    ["2026-01-01T00:00:00", "1", "10", "5.00"],
    ["2026-01-01T00:00:00", "2", "20", "7.50"],
  ],
  [
    ["2026-01-02T00:00:00", "2", "10", "8.00"],
    ["2026-01-02T00:00:00", "3", "30", "1.25"],
  ],
];
const cities: Readonly<Record<string, string>> = { "10": "Łódź", "20": "Kraków", "30": "Łódź" };

let flow: Flow;
let one: Flow;
/** The lake of the jobs, as the notebooks of the one job find it. */
let lake: string;

async function opened(files: Tree): Promise<Flow> {
  const { artifacts, understood, diagnostics } = compile(memoryHost(files), targets);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]); // a size that no job uses is warned of
  const ir = understood?.ir;
  const [environment] = ir?.environments ?? [];
  if (ir === undefined || environment === undefined) throw new Error("adf-jobs has no job");
  const outputs = ir.flows.flatMap(({ landings }) => landings.map(({ output }) => output));
  const outputOf = (table: string) => outputs.find(({ reference }) => reference === `bronze.${table}`);
  const found = await openMade({
    artifacts,
    parameters: Object.fromEntries(
      ir.jobs.flatMap((job) => parametersOf(job, ir, environment)).map(({ name, value }) => [name, value]),
    ),
    sourceOf: (table) => outputOf(table)?.id ?? "",
  });
  const write = (table: string, landing: number, header: readonly string[], rows: readonly (readonly string[])[]) =>
    found.write(`lake/${outputOf(table)?.path}/landing=000000000${landing}/rows.csv`, csv(header, rows));
  for (const [at, rows] of orders.entries())
    write(
      ...(["orders", at + 1, ["amount", "changed_at", "id", "store_id"]] as const),
      rows.map(([changed = "", id = "", store = "", amount = ""]) => [amount, changed, id, store]),
    );
  const read = Object.entries(cities).map(([store, city]) => ["2026-01-01T00:00:00", city, store]);
  write("stores", 1, ["_read_at", "city", "store_id"], read);
  return found;
}

beforeAll(async () => {
  flow = await opened(apart);
  one = await opened(together);
  lake = join(relative(one.folder, flow.folder), "lake");
});

afterAll(() => {
  flow?.close();
  one?.close();
});

/** The sum of the latest amounts of each order in each city, after so many landings; in cents. */
function expected(landings: number): Readonly<Record<string, number>> {
  const latest = new Map(
    orders
      .slice(0, landings)
      .flat()
      .map(([, id = "", store = "", amount = ""]) => [id, { store, amount }]),
  );
  const totals: Record<string, number> = {};
  for (const { store, amount } of latest.values()) {
    const city = cities[store] ?? "";
    totals[city] = (totals[city] ?? 0) + Math.round(Number(amount) * 100);
  }
  return totals;
}

const found = async () => {
  const rows = await flow.rows("lake", "gold.turnover", "city", "total");
  return Object.fromEntries(rows.map(({ city, total }) => [city, Math.round(Number(total) * 100)]));
};

/** How many batches there are of each query, and of which checkpoint. */
async function batches(): Promise<readonly string[]> {
  const rows = await flow.rows("lake", "_ops.batches", "query", "app", "batch");
  return rows.map(({ query, app, batch }) => `${query} ${app} ${batch}`).sort();
}

it("jobs one after another, then all in one, then apart again: nothing is missed, doubled or begun anew", async () => {
  const taken = { orders: 1, stores: 1 };
  for (const notebook of ["batch", "../shop_stores/batch", "../shop_sums/batch"])
    expect(await flow.run(notebook, "lake", taken)).toBeUndefined();
  expect(await found()).toEqual(expected(1));
  const first = await batches();
  expect(first.map((line) => line.replace(/ .* /, " "))).toEqual([
    ...["shop/gold.turnover 0", "shop/silver.orders 0", "shop/silver.stores 0"],
  ]);
  expect(await one.run("batch", lake, { ...taken, orders: 2 })).toBeUndefined();
  expect(await found()).toEqual(expected(2));
  const second = await batches();
  expect(second.filter((line) => line.endsWith(" 0"))).toEqual(first);
  expect(second.filter((line) => line.endsWith(" 1"))).toEqual(
    first.filter((line) => !line.includes("stores")).map((line) => line.replace(/0$/, "1")),
  );
  expect(await flow.run("../shop_sums/batch", "lake", { ...taken, orders: 2 })).toBeUndefined();
  expect(await batches()).toEqual(second);
});
