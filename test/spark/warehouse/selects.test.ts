import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { compute } from "../../../local/warehouse/compute.js";
import { viewsOf } from "../../../local/warehouse/parse.js";
import { translate } from "../../../local/warehouse/translate.js";
import { keptRunner } from "../kept.js";

/** The views' own text, and the same clauses as a person would write them for Spark. */
const views = viewsOf(readFileSync("test/golden/sql-selects/expected/common/sql/ldw/views.sql", "utf8"));
const clauses = {
  all_sales: "SELECT count(*), min(day) FROM sales WHERE store > 9",
  by_item: `SELECT item, count(*), count(price), count(DISTINCT buyer), count_if(gift), try_sum(price), try_sum(id), sum(DISTINCT store),
    min(store), max(at), coalesce(sum(price) FILTER (WHERE gift), cast(0 as decimal(19, 2))) FROM sales GROUP BY item`,
  by_month: `SELECT year(at), month(at), coalesce(gift, false), count(*), count(DISTINCT item) FILTER (WHERE price > 99.99)
    FROM sales WHERE store IS NOT NULL GROUP BY year(at), month(at), coalesce(gift, false)`,
  dear_items: `SELECT items.item, max(dearest), sum(price), count(*) FROM sales JOIN items ON items.item = sales.item GROUP BY items.item`,
  kinds: "SELECT gift, item FROM sales GROUP BY gift, item",
  sales_with_items: `SELECT id, sales.store, sales.gift, price, weight, day, at, buyer, dearest, first FROM sales
    LEFT JOIN items ON items.item = sales.item
    JOIN stores ON stores.store = sales.store AND stores.gift = coalesce(sales.gift, dearest IS NULL)`,
};

const times = ["2026-01-31T23:59:59.999999", "2026-02-01T00:00:00.000000", "2026-02-28T12:30:00.000001"];
const texts = ["a", "a ", "a  ", "A", "", " ", "b", "ż", "ż ", "a\t", "."];
const row = fc.record({
  id: fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n }).map(String),
  store: fc.option(fc.integer({ min: 0, max: 24 })),
  item: fc.option(fc.constantFrom(...texts)),
  gift: fc.option(fc.boolean()),
  price: fc.option(fc.integer({ min: -99, max: 20001 }).map((cents) => (cents / 100).toFixed(2))),
  weight: fc.constantFrom("1.5", "0.1"),
  day: fc.option(fc.constantFrom("2026-01-31", "2026-02-01", "1900-01-01")),
  at: fc.option(fc.constantFrom(...times)),
  buyer: fc.option(fc.constantFrom(...texts)),
});

/** Sums that have no room, and groups that hold nothing but nulls. */
const large = { ...{ store: 1, gift: true, price: "9999999.99", weight: "1.5", day: null, at: null }, buyer: "a" };
const none = { store: null, gift: null, price: null, weight: "1.5", day: null, at: null, buyer: null };
const fixed = [
  { ...large, id: String(2n ** 63n - 1n), item: "large" },
  { ...large, id: String(2n ** 63n - 2n), item: "large" },
  { ...none, id: "1", item: "none" },
];

type Told = Readonly<Record<string, readonly (readonly (string | boolean | null)[])[]>>;

const folder = mkdtempSync(join(tmpdir(), "sluice-selects-"));
const seed = Date.now();
let shown: Told = {};
let computed: { readonly spark: Told; readonly python: Told } = { spark: {}, python: {} };

beforeAll(async () => {
  const rows = [...fixed, ...(fc.sample(row, { numRuns: 400, seed }) satisfies readonly object[])];
  const [notebook, request, answer] = ["selects.py", "request.json", "answer.json"].map((name) => join(folder, name));
  writeFileSync(request ?? "", JSON.stringify({ lake: join(folder, "silver"), rows, clauses }));
  writeFileSync(notebook ?? "", program(request ?? "", answer ?? ""));
  const outcome = await (await keptRunner()).run([
    { name: "selects", path: notebook ?? "", form: "databricks", parameters: {} },
  ]);
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  const engine = await ensureDuckdb(await ensureSpark(console.log), console.log);
  const python = execFileSync(engine.python, [fileURLToPath(new URL("selects.py", import.meta.url))], {
    input: JSON.stringify(rows),
    env: { ...process.env, ...engine.env },
    encoding: "utf8",
  });
  computed = { spark: JSON.parse(readFileSync(answer ?? "", "utf8")), python: JSON.parse(python) };
  const answers = await compute(
    engine,
    views.map(({ select }) => ({ translated: translate(select, views), sources: { lake: folder } })),
  );
  shown = Object.fromEntries(
    answers.map((one, at) => [views[at]?.name ?? "", one.kind === "rows" ? one.rows : [[one.error]]]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("a view shows the rows that plain Python works out", () => {
  expect(sorted(shown), `seed ${seed}`).toEqual(sorted(computed.python));
});

it("a view shows the rows that Spark makes of the same clauses", () => {
  expect(sorted(shown), `seed ${seed}`).toEqual(sorted(computed.spark));
});

it("there are groups that differ by spaces alone, sums without room, and rows without a match", () => {
  const items = (shown.by_item ?? []).map(([item]) => item);
  expect(items).toEqual(expect.arrayContaining(["a", "a ", "a  ", "", " ", null]));
  expect(shown.by_item?.find(([item]) => item === "large")?.[6]).toBeNull();
  expect(shown.sales_with_items?.some((one) => one[8] === null)).toBe(true);
  expect(Object.keys(shown).sort()).toEqual(Object.keys(clauses).sort());
});

const sorted = (told: Told) =>
  Object.fromEntries(
    Object.entries(told)
      .map(([view, rows]) => [view, rows.map((one) => JSON.stringify(one)).sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What is computed is written as the warehouse's rows are. */
const program = (request: string, answer: string): string => `# Databricks notebook source
import json
from pyspark.sql import functions as F
with open(${JSON.stringify(request)}) as file:
    request = json.load(file)
ddl = "id string, store int, item string, gift boolean, price string, weight string, day string, at string, buyer string"
names = [column.split(" ")[0] for column in ddl.split(", ")]
rows = spark.createDataFrame([tuple(row[name] for name in names) for row in request["rows"]], ddl)
types = {"id": "bigint", "price": "decimal(9,2)", "weight": "double", "day": "date", "at": "timestamp"}
tables = {"sales": rows.select(*[F.col(name).cast(types.get(name, dict(rows.dtypes)[name])).alias(name) for name in names])}
tables["sales"].createOrReplaceTempView("sales")
tables["items"] = spark.sql("SELECT item, max(price) AS dearest FROM sales WHERE item <> 'b' AND store < 20 GROUP BY item")
tables["stores"] = spark.sql("SELECT store, gift, min(day) AS first FROM sales WHERE gift IS NOT NULL GROUP BY store, gift")
for name, table in tables.items():
    table.write.format("delta").save(f"{request['lake']}/{name}")
    spark.read.format("delta").load(f"{request['lake']}/{name}").createOrReplaceTempView(name)

def told(column, kind):
    if kind == "boolean":
        return column.cast("int").cast("string")
    return F.date_format(column, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS") if kind == "timestamp" else column.cast("string")

def computed(clause):
    table = spark.sql(clause)
    table = table.toDF(*[f"c{at}" for at in range(len(table.columns))])
    return [list(row) for row in table.select(*[told(F.col(name), kind) for name, kind in table.dtypes]).collect()]

answers = {view: computed(clause) for view, clause in request["clauses"].items()}
with open(${JSON.stringify(answer)}, "w") as file:
    json.dump(answers, file)
`;
