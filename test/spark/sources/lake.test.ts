import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { compile } from "../../../compiler/compile.js";
import type { Session } from "../../../local/drain.js";
import { isTableFeed, type LocalNotebook, loadJob, type Places, placed } from "../../../local/job.js";
import { runJob } from "../../../local/run.js";
import type { Appending, TableRow, Value } from "../../../local/runner/answers.js";
import type { NotebookRun } from "../../../local/runner/runner.js";
import { targets } from "../../../targets/index.js";
import { memoryHost } from "../../golden.js";
import { only, type Ran, ran } from "../clauses/project.js";

/** The golden's pipeline, with samples, and a second table of CSV. */
const [project = "", golden = ""] = readFileSync("test/golden/spark-read-lake/input.yaml", "utf8").split("---\n");
const pipeline = golden
  .replace("changes: append_only", "changes: append_only\n    producer: { file: orders/*.json }")
  .replace(
    "bronze:",
    '  prices: { kind: lake, connection: shop, path: prices, format: delta, changes: append_only, columns: { item: string, price: "decimal(9,2)" }, producer: { file: prices.csv } }\nbronze:',
  )
  .replace("from: sources.orders }", "from: sources.orders }\n  prices: { from: sources.prices }");

const order = (id: number, name: string, price: number, time: string): string =>
  JSON.stringify({ id, item: { name, tags: ["new"] }, price, at: `2020-03-01T${time}:00Z` });

const files = {
  // A price that is none, and a repeat within one commit.
  "orders/1.json": [order(1, "tea", 2.5, "10:00"), order(2, "mug", -1, "10:05"), order(3, "tea", 4, "10:30")]
    .concat(order(3, "tea", 5, "10:30"))
    .join("\n"),
  // A repeat of the first commit. Behind it all up to 10:10 is late.
  "orders/2.json": [order(1, "tea", 9.99, "10:00"), order(4, "mug", 3, "11:10")].join("\n"),
  "prices.csv": "item,price\ntea,2.50\n",
};

let result: Ran;
/** Whether the samples were added a second time, and what is said of some that cannot be, and of a run in which none could. */
let again: { readonly samples: Appending["kind"]; readonly unfit: Appending | undefined; readonly continuous: string } =
  {
    samples: "added",
    unfit: undefined,
    continuous: "",
  };
/** How the batch that was stopped is kept, and when it was stopped. */
let stopped = { batchTime: 0, at: 0 };
/** What the last batch of `silver.orders` counted: of what was added after the samples. */
let lastCounts: Value = null;
/** Bronze after one more column was declared. */
let added: readonly TableRow[] = [];
/** What the owners' other changes came to, in their order. */
const refusals: string[] = [];

beforeAll(async () => {
  result = await ran(project, pipeline, files, meanwhile, afterwards);
});

async function meanwhile(session: Session, rerun: () => Promise<void>): Promise<void> {
  const { runner, places } = session;
  const [orders] = (await jobOf(session)).feeds.filter(isTableFeed);
  const file = { path: join(places.state, "..", "orders", "1.json"), format: "json", version: 0 } as const;
  const table = placed(orders?.table ?? "", places);
  const folder = join(places.state, "..");
  const run = { artifactsDir: join(folder, "artifacts"), projectDir: folder, stateDir: join(folder, "beside") };
  const unfit = join(folder, "bad.csv");
  writeFileSync(unfit, "n,item\n1,tea\n");
  again = {
    samples: (await runner.append({ ...file, table, columns: orders?.columns ?? [] })).kind,
    unfit: await runner.append({ path: unfit, format: "csv", version: 9, table, columns: ["item string", "n int"] }),
    continuous: await refusal(runJob({ ...run, until: AbortSignal.abort() })),
  };
  await others(session, [
    `spark.sql("OPTIMIZE delta.\`${table}\`")`,
    `rows = spark.read.json(spark.sparkContext.parallelize(${JSON.stringify([order(5, "tea", 1, "12:40"), order(6, "tea", 7, "10:05")])}), ${JSON.stringify(orders?.columns.join(", "))})`,
    `rows.selectExpr("*", "item.name AS note").write.format("delta").mode("append").option("mergeSchema", "true").save(${JSON.stringify(table)})`,
  ]);
  stopped = await stopInBatch(session);
  await rerun();
}

/** Declares a column that the owners have added, and runs bronze on. */
async function grow({ runner, places }: Session) {
  const compiled = (text: string, lock: Readonly<Record<string, string>>) =>
    compile(memoryHost({ "sluice.yaml": project, "pipelines/pipeline.yaml": text, ...lock }), targets, {
      environments: ["local"],
    });
  const more = pipeline.replace("at: timestamp }", "at: timestamp, note: string }");
  const added = more.replace("from: sources.orders }", "from: sources.orders, on_schema_change: add }");
  const folder = join(places.state, "..", "grown");
  for (const { path, body } of compiled(added, { "sluice.lock": compiled(pipeline, {}).lock?.text ?? "" }).artifacts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), body);
  }
  const { notebooks } = await loadJob(folder);
  const grown = async () => {
    const outcome = await runner.run(notebooks.slice(0, 2).map((notebook) => runOf(notebook, folder, places)));
    if (outcome.kind === "failed") throw new Error(`${outcome.notebook}: ${outcome.error}`);
  };
  await grown();
  return { grown, checkpoints: join(places.state, "lake", "_checkpoints", "orders", "bronze.orders") };
}

const runOf = ({ query, path, form, parameters }: LocalNotebook, folder: string, places: Places): NotebookRun => ({
  name: query ?? path,
  path: join(folder, path),
  form,
  parameters: Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, placed(value, places)] as const),
  ),
});

/** Runs bronze as it is but that its batch fails when it is read: Spark has kept what is in it, and nothing is written. */
async function stopInBatch(session: Session): Promise<typeof stopped> {
  const { runner, places } = session;
  const notebook = (await jobOf(session)).notebooks.find(({ query }) => query === "orders/bronze.orders");
  if (notebook === undefined) throw new Error("The job has no bronze.orders");
  const run = runOf(notebook, join(places.state, "..", "artifacts"), places);
  const copy = join(dirname(run.path), "stopped.py");
  const code = readFileSync(run.path, "utf8");
  writeFileSync(copy, code.replace("    write_new_rows(", '    raise RuntimeError("power cut")\n    write_new_rows('));
  const outcome = await runner.run([{ ...run, path: copy }]);
  expect(outcome.kind === "failed" && outcome.error).toContain("power cut");
  const checkpoint = join(places.state, "lake", "_checkpoints", "orders", "bronze.orders");
  const offsets = join(checkpoint, readdirSync(checkpoint)[0] ?? "", "offsets");
  const last = Math.max(...readdirSync(offsets).map(Number).filter(Number.isInteger));
  const [, metadata = "{}"] = readFileSync(join(offsets, `${last}`), "utf8").split("\n");
  return { batchTime: JSON.parse(metadata).batchTimestampMs, at: Date.now() };
}

async function afterwards(session: Session, rerun: () => Promise<void>): Promise<void> {
  const stores = join(session.places.state, "stores", "shop");
  const batches = await session.runner.rows(join(session.places.state, "lake", "_ops", "batches"));
  const ofSilver = batches.filter(({ query }) => query === "orders/silver.orders");
  lastCounts = ofSilver.sort((a, b) => Number(a["batch"]) - Number(b["batch"])).at(-1)?.["counts"] ?? null;
  const prices = JSON.stringify(join(stores, "prices"));
  await others(session, [
    `spark.sql("SELECT 'tea' article, 2.5D price").write.format("delta").mode("overwrite").option("overwriteSchema", "true").save(${prices})`,
  ]);
  refusals.push(await refusal(rerun()));
  rmSync(join(stores, "prices"), { recursive: true });
  refusals.push(await refusal(rerun()));
  await others(session, [
    `spark.sql("SELECT 7L id, 'mug' note").write.format("delta").mode("append").option("mergeSchema", "true").save(${JSON.stringify(join(stores, "sales", "orders"))})`,
  ]);
  const { grown, checkpoints } = await grow(session);
  added = only(await session.runner.rows(join(session.places.state, "lake", "bronze", "orders")), "id", "note");
  expect(readdirSync(checkpoints)).toHaveLength(1);
  await others(session, [`spark.sql("DELETE FROM delta.\`${join(stores, "sales", "orders")}\` WHERE id = 4")`]);
  refusals.push(await refusal(grown()));
}

const refusal = (made: Promise<unknown>): Promise<string> => made.then(() => "", String);

/** What the owners of the tables do. */
async function others({ runner, places }: Session, lines: readonly string[]): Promise<void> {
  const path = join(places.state, "others.py");
  writeFileSync(path, ["# Databricks notebook source", ...lines].join("\n"));
  const outcome = await runner.run([{ name: "others", path, form: "databricks", parameters: {} }]);
  if (outcome.kind === "failed") throw new Error(outcome.traceback);
}

const jobOf = ({ places }: Session) => loadJob(join(places.state, "..", "artifacts"));

it("rows are read once each, from a table that is compacted and gets a column between", () => {
  const { tables, counts } = result;
  expect(only(tables["bronze.orders"], "id", "price").map(({ id, price }) => [id, price])).toEqual([
    [1, "2.50"],
    [1, "9.99"],
    [2, "-1.00"],
    [3, "4.00"],
    [3, "5.00"],
    [4, "3.00"],
    [5, "1.00"],
    [6, "7.00"],
  ]);
  expect(Object.keys(tables["bronze.orders"]?.[0] ?? {})).toEqual([
    "id",
    "item",
    "price",
    "at",
    "landed_at",
    "landed_row",
  ]);
  expect(counts["orders/bronze.orders"]).toEqual({ read: 6, written: 6 }); // of the samples
  expect(only(tables["bronze.prices"], "item", "price", "landed_row")).toEqual([
    { item: "tea", price: "2.50", landed_row: 0 },
  ]);
});

it("samples are added once, and what cannot be is told", () => {
  expect(again.samples).toBe("there");
  expect(again.unfit?.kind === "unfit" && again.unfit.reason).toMatch(
    /bad\.csv: its rows cannot be added to \S+orders, with item string, n int: \[DELTA_FAILED_TO_MERGE_FIELDS\]/,
  );
  expect(again.continuous).toContain("orders/sources.orders is a Delta table");
});

it("rows are known by when they were read, which a replayed batch does not change", () => {
  expect(result.again).toEqual(result.tables);
  expect(result.replayed).toContain("orders/bronze.orders");
  const bronze = result.tables["bronze.orders"] ?? [];
  const times = (...ids: readonly number[]): readonly string[] => [
    ...new Set(bronze.filter(({ id }) => ids.includes(Number(id))).map(({ landed_at }) => String(landed_at))),
  ];
  const [last = "", ...more] = times(5, 6);
  expect(more).toEqual([]);
  expect(Date.parse(last)).toBe(stopped.batchTime);
  expect(stopped.batchTime).toBeLessThan(stopped.at);
  expect(times(2, 3)).toHaveLength(1);
  expect(times(4)).toHaveLength(1);
  expect([...times(2), ...times(4), last]).toEqual([...times(2), ...times(4), last].sort());
  const inBatch = bronze.filter(({ landed_at }) => landed_at === times(2)[0]).map(({ landed_row }) => landed_row);
  expect(inBatch.sort()).toEqual([0, 1, 2, 3]);
});

it("clauses over bronze: expectations, repeats, lateness and windows", () => {
  const { tables, counts } = result;
  expect(only(tables["silver.orders"], "id", "item", "price")).toEqual([
    { id: 1, item: "tea", price: "2.50" },
    { id: 3, item: "tea", price: "4.00" }, // the first of its commit
    { id: 4, item: "mug", price: "3.00" },
    { id: 5, item: "tea", price: "1.00" },
  ]);
  const readAt = (rows: readonly TableRow[] = [], id = 0) => rows.find((row) => row["id"] === id);
  expect(readAt(tables["silver.orders"], 4)?.["read_at"]).toBe(readAt(tables["bronze.orders"], 4)?.["landed_at"]);
  expect(only(tables["silver.orders.quarantine"], "_violations", "_body", "_landed_row")).toEqual([
    {
      _violations: ["positive"],
      _body: '{"id":2,"item":{"name":"mug","tags":["new"]},"price":-1.00,"at":"2020-03-01T10:05:00.000Z"}',
      _landed_row: 1,
    },
  ]);
  expect(counts["orders/silver.orders"]).toMatchObject({ read: 6, written: 3, quarantined: 1, duplicates: 2, late: 0 });
  expect(lastCounts).toMatchObject({ read: 2, written: 1, late: 1 });
  expect(only(tables["gold.items"], "window_start", "item", "orders", "price")).toEqual([
    { window_start: "2020-03-01T10:00:00Z", item: "tea", orders: 2, price: "6.50" },
  ]);
});

it("a column that is declared later is added, and the checkpoint stays", () => {
  const before = [1, 1, 2, 3, 3, 4, 5, 6].map((id) => ({ id, note: null }));
  expect(added).toEqual([...before, { id: 7, note: "mug" }]);
});

it("a table that is not as declared, is not there, or loses rows stops the query, which says why", () => {
  const [retyped = "", missing = "", deleted = ""] = refusals;
  expect(retyped).toContain("orders/bronze.prices");
  expect(retyped).toMatch(
    /orders\/sources\.prices: the Delta table at \S+prices is not as declared: `item` is declared string and missing there; `price` is declared decimal\(9,2\) and double there/,
  );
  expect(missing).toMatch(/orders\/sources\.prices: there is no Delta table at \S+prices/);
  expect(deleted).toContain("orders/bronze.orders");
  expect(deleted).toMatch(/Detected a data update .* in the source table at version 5/);
});
