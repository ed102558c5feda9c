import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ensureSpark } from "../../../local/engines/engines.js";
import { only } from "../clauses/project.js";
import { ChangingProject } from "../storage/project.js";
import { writeAvro } from "./avro.js";

const project = new ChangingProject();

afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

const first = `
version: 1
project: grown
platform: { spark: databricks }
lake: { account: lake }
secrets: { vault: vault }
compute: { small: { workers: 1 } }
connections: { landing: { kind: storage, account: drop, container: landing } }
environments: { local: { on: this-machine } }
---
pipeline: shop
sources:
  prices: { kind: files, connection: landing, path: prices/*.parquet, format: parquet, columns: { item: string, at: timestamp } }
  stock: { kind: files, connection: landing, path: stock/*.avro, format: avro, columns: { item: string } }
bronze:
  prices: { from: sources.prices }
  stock: { from: sources.stock }
silver:
  prices: { from: bronze.prices, columns: { item: item, at: at } }
`.trimStart();

const grown = first
  .replace("at: timestamp }", 'at: timestamp, price: "decimal(9,2)" }')
  .replace("avro, columns: { item: string }", "avro, columns: { item: string, n: bigint }")
  .replace("{ item: item, at: at }", "{ item: item, at: at, price: price }, on_schema_change: add");

const added = grown.replace(/sources\.(prices|stock) }/g, "sources.$1, on_schema_change: add }");

const root = join(project.folder, "state", "stores", "landing");
for (const folder of ["prices", "stock"]) mkdirSync(join(root, folder), { recursive: true });

/** Files of Parquet as pandas writes them; their times have no zone. */
async function putPrices(...lines: readonly string[]): Promise<void> {
  const { python } = await ensureSpark(() => {});
  const script = `
import decimal, pandas

def prices(name, unit="us", **columns):
    rows = pandas.DataFrame({"at": pandas.to_datetime(["2020-03-01 10:00:00.123456"]), **columns})
    rows.to_parquet(f"${root}/prices/{name}.parquet", coerce_timestamps=unit)

${lines.join("\n")}
`;
  execFileSync(python, ["-c", script], { stdio: "inherit" });
}

const putStock = (name: string, item: string, n?: number): Promise<void> =>
  writeAvro(
    join(root, "stock", `${name}.avro`),
    [["item", "string"], ...(n === undefined ? [] : [["n", "long"] as const])],
    [n === undefined ? { item } : { item, n }],
  );

it("columns that a source of Parquet or Avro gets later are added, its files read on, and files without them too", async () => {
  await putPrices('prices("1", item=["tea"])', 'prices("default", item=["tea"], unit=None)');
  await putStock("1", "tea");
  await project.run(first, async (session) => {
    const lake = join(session.places.state, "lake");
    const rows = (table: string, ...columns: readonly string[]) =>
      session.runner.rows(join(lake, table)).then((found) => only(found, ...columns));
    const checkpoints = () =>
      ["prices", "stock"].map((name) => readdirSync(join(lake, "_checkpoints", "shop", `bronze.${name}`)));
    const at = "2020-03-01T10:00:00.123456Z";
    expect(await rows("silver/prices", "item", "at")).toEqual([{ item: "tea", at }]);
    const began = checkpoints();

    expect(await project.again(grown, session)).toContain(
      "bronze/prices has other columns than declared (missing [('price', 'decimal(9,2)')], not declared [])",
    );
    await putPrices(
      'prices("2", item=["mug"], price=[decimal.Decimal("1234567.50")])',
      'prices("before", item=["jug"])',
      'prices("misspelt", item=["jar"], prize=[1.5])',
      'prices("other", item=["pot"], price=[1.5])',
    );
    await putStock("2", "mug", 3);
    await putStock("before", "jug");
    expect(await project.again(added, session)).toBeUndefined();

    const prices = [
      { item: "jug", at, price: null },
      { item: "mug", at, price: "1234567.50" },
      { item: "tea", at, price: null },
    ];
    expect(await rows("bronze/prices", "item", "at", "price")).toEqual(prices);
    expect(await rows("silver/prices", "item", "at", "price")).toEqual(prices);
    expect(await rows("bronze/stock", "item", "n")).toEqual([
      { item: "jug", n: null },
      { item: "mug", n: 3 },
      { item: "tea", n: null },
    ]);
    expect(await rows("bronze/prices_quarantine", "file_path", "reason")).toEqual([
      {
        file_path: "prices/default.parquet",
        reason:
          "it has a column of the type INT64 (TIMESTAMP(NANOS,false)), which Spark does not read: write its times in microseconds",
      },
      {
        file_path: "prices/misspelt.parquet",
        reason: "it lacks ['price decimal(9,2)'] and has ['prize double']",
      },
      {
        file_path: "prices/other.parquet",
        reason: "it lacks ['price decimal(9,2)'] and has ['price double']",
      },
    ]);
    expect(checkpoints()).toEqual(began);
    const batches = await session.runner.rows(join(lake, "_ops", "batches"));
    const counts = batches.filter(({ query }) => query === "shop/bronze.prices").map((batch) => batch["counts"]);
    expect(counts).toContainEqual({
      ...{ read: 2, written: 2, "files.read": 2, "files.quarantined": 2, "files.incomplete": 1 },
    });
  });
});
