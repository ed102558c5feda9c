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

/** A pipeline of a golden that lands over a database of H2 and files of this machine. No Spark is started; Parquet is written by pyarrow. */
export async function openLanding(golden: string, pipeline: string) {
  const folder = mkdtempSync(join(tmpdir(), "sluice-landed-"));
  const artifactsDir = join(folder, "artifacts");
  compileInto(artifactsDir, memoryHost(readCase(golden).input));
  const flow = await loadFlow(artifactsDir, pipeline);
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
  /** Lets the pipeline run. */
  const land = async (): Promise<void> => {
    const failure = await walk({ onActivity: () => {}, onNotebook: () => {} });
    if (failure) throw new Error(failure.error);
  };
  return { folder, engine, lake: join(folder, "lake"), artifactsDir, databases, land };
}

/** Puts a file into a container. `age`: how long ago it was changed, in milliseconds. */
export function putFile(folder: string, path: string, body: string | Buffer, age = 600_000): void {
  const file = join(folder, "files", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, body);
  utimesSync(file, new Date(Date.now() - age), new Date(Date.now() - age));
}

/** The golden `sql-landed`, run: its lake, and the script of its views. */
export async function landedLake(sales: readonly (readonly Row[])[], stores: readonly Row[], prices: string) {
  const { databases, land, ...made } = await openLanding("sql-landed", "sales");
  const put = (table: string, rows: readonly Row[]) =>
    databases.database("shop_tills").run(rows.map((row) => insertOf(table, row)));
  putFile(made.folder, "drop/prices/prices.csv", prices);
  try {
    await put("stores", stores);
    for (const rows of sales) {
      await put("sales", rows);
      await land();
    }
  } finally {
    await databases.stop();
  }
  return made;
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
