import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePoolScript } from "../../../local/dedicated/parse-load.js";
import { callCommands, type Done, doIn, type PoolTable } from "../../../local/dedicated/pools.js";
import type { PoolScript } from "../../../local/dedicated/syntax.js";
import { type Command, scriptCommands } from "../../../local/dedicated/translate.js";
import { ensureSpark } from "../../../local/engines/engines.js";
import { ensureDuckdb } from "../../../local/engines/packages.js";
import { compileCase, readCase } from "../../golden.js";

export type Rows = readonly (readonly (string | null)[])[];

export const views = ["sales", "gifts", "turnover", "stores"] as const;
export const runs = ["first", "second", "third"] as const;

/** The script as it is made for an environment of Azure. */
export const script: string =
  compileCase(readCase("project-dedicated-sql-pool")).artifacts.find(
    ({ path }) => path === "env/prod/sql/dw/tables.sql",
  )?.body ?? "";

/** Files of each view and run, what Python says that its table holds then, and the engine. */
export async function madeFiles() {
  const engine = await ensureDuckdb(await ensureSpark(console.log), console.log);
  const folder = mkdtempSync(join(tmpdir(), "sluice-dedicated-"));
  const env = { ...process.env, ...engine.env };
  const sales = fileURLToPath(new URL("sales.py", import.meta.url));
  const into = join(folder, "warehouse", "reports");
  const wanted: Readonly<Record<string, Readonly<Record<string, Rows>>>> = JSON.parse(
    execFileSync(engine.python, [sales, into], { env, encoding: "utf8" }),
  );
  const lake = { "https://shopprod.dfs.core.windows.net/lake": folder };
  /** What a call of a view's procedure does. Throws `NotKnown`. */
  const loading = (text: PoolScript, view: string, run: string): readonly Command[] =>
    callCommands({ script: text, lake }, `EXEC [reports].[load_${view}] @run = '${run}';`);
  const made = (text = script): readonly Command[] => scriptCommands(parsePoolScript(text));
  const done = (
    requests: readonly { readonly database: string; readonly commands: readonly Command[] }[],
  ): Promise<readonly Done[]> => doIn(engine, requests);
  return { folder, wanted, loading, made, done };
}

/** The rows of a table, in an order that is always the same; undefined: there is none of the name. */
export const rowsOf = (tables: readonly PoolTable[], name: string): Rows | undefined =>
  tables.find((table) => table.name === name) && sorted(tables.find((table) => table.name === name)?.rows ?? []);

export const sorted = (rows: PoolTable["rows"]): Rows =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .map((row) => JSON.parse(row));
