import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readWalk } from "../../../local/adf/walk.js";
import { ensureSpark, ensureSql } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { loadFlow } from "../../../local/flow.js";
import type { ParquetFile } from "../../../local/runner/runner.js";
import { startDatabases } from "../../../local/sql/databases.js";
import { makeDatabases } from "../../../local/sql/make.js";
import { memoryHost, readCase } from "../../golden.js";
import { compileInto } from "../flow/project.js";

/** A row of a table of the database: a text for each of its columns, or null. */
export type Row = Readonly<Record<string, string | null>>;

/** The golden `sql-landed`, run over a database of H2: its lake, and the script of its views. No Spark is started; Parquet is written by pyarrow. */
export async function landedLake(sales: readonly (readonly Row[])[], stores: readonly Row[], prices: string) {
  const folder = mkdtempSync(join(tmpdir(), "sluice-landed-"));
  const artifactsDir = join(folder, "artifacts");
  compileInto(artifactsDir, memoryHost(readCase("sql-landed").input));
  const flow = await loadFlow(artifactsDir, "sales");
  if (flow === undefined) throw new Error("There is no flow.");
  const spark = await ensureSpark(() => {});
  const engine = await ensureDuckdb(spark, () => {});
  const databases = await startDatabases(await ensureSql(spark, () => {}), { folder: join(folder, "sql") });
  await makeDatabases(databases, flow, artifactsDir);
  const runner = {
    run: async () => ({ kind: "done" }) as const,
    parquet: async (file: ParquetFile) => {
      mkdirSync(dirname(file.path), { recursive: true });
      const env = { ...process.env, ...engine.env };
      const script = fileURLToPath(new URL("./landed_parquet.py", import.meta.url));
      execFileSync(engine.python, [script], { input: JSON.stringify(file), env });
    },
    unzip: async () => undefined,
    dataFlow: async () => undefined,
  };
  const walk = readWalk({
    ...{ flow, artifactsDir, places: { state: folder, kafka: "" }, databases, runner, signal: undefined },
    inWarehouse: async () => {},
  });
  const put = (table: string, rows: readonly Row[]) =>
    databases.database("shop_tills").run(rows.map((row) => insertOf(table, row)));
  const file = join(folder, "files/drop/prices/prices.csv");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, prices);
  utimesSync(file, new Date(Date.now() - 600_000), new Date(Date.now() - 600_000));
  try {
    await put("stores", stores);
    for (const rows of sales) {
      await put("sales", rows);
      const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
      if (failure) throw new Error(failure.error);
    }
  } finally {
    await databases.stop();
  }
  const lake = join(folder, "lake");
  return { folder, engine, lake, artifactsDir };
}

const insertOf = (table: string, row: Row): string =>
  `INSERT INTO [dbo].[${table}] (${Object.keys(row)
    .map((column) => `[${column}]`)
    .join(", ")}) VALUES (${Object.values(row)
    .map((value) => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`))
    .join(", ")})`;

/** The folders of a bronze table's landings, in their order. */
export function landingsOf(lake: string, table: string): readonly string[] {
  const above = join(lake, "bronze", table);
  const [generation = ""] = readdirSync(above);
  return readdirSync(join(above, generation))
    .sort()
    .map((name) => join(above, generation, name));
}
