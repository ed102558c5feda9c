import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { askPython } from "../engines/ask-python.js";
import type { PackagesEngine } from "../engines/engine.js";
import { placed } from "../job.js";
import { Reader } from "../warehouse/reader.js";
import { printType } from "../warehouse/syntax.js";
import { NotKnown } from "../warehouse/tokens.js";
import type { ShownView } from "../warehouse/warehouse.js";
import { parsePoolScript } from "./parse-load.js";
import { parseTableName } from "./parse-table.js";
import { dedicatedScript } from "./script.js";
import type { LoadProcedure, PoolScript } from "./syntax.js";
import { type Command, loadCommands, scriptCommands } from "./translate.js";

/** A dedicated SQL pool as it was compiled for this machine, and the file in which DuckDB keeps its tables. */
export interface LocalPool {
  /** Its connection's name. */
  readonly name: string;
  readonly script: PoolScript;
  /** The folder of each place in Azure from which files are loaded. */
  readonly lake: Readonly<Record<string, string>>;
  readonly database: string;
}

/** A table as it is after that, by name, with its rows in one order: whole numbers, decimals and times as texts. */
export interface PoolTable {
  readonly schema: string;
  readonly name: string;
  readonly definition: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | boolean | null)[])[];
}

export interface Done {
  /** Why it went no further; null: all was done. */
  readonly error: string | null;
  /** How many rows each MERGE has inserted, updated and deleted. */
  readonly merged: readonly number[];
  readonly tables: readonly PoolTable[];
}

/** The pools of an environment; `stateDir`: where a run keeps its lake. */
export async function loadPools(
  artifactsDir: string,
  environment: string,
  stateDir: string,
): Promise<readonly LocalPool[]> {
  const folder = join(artifactsDir, "env", environment, "dedicated");
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const read: unknown = JSON.parse(await readFile(path, "utf8"));
      if (!isPool(read)) throw new Error(`${path} is no pool for this machine: compile again with this version.`);
      const places = { state: stateDir, kafka: "" };
      const lake = Object.entries(read.lake).map(([url, place]) => [url, placed(place, places)] as const);
      return {
        name: read.pool,
        script: parsePoolScript(await readFile(join(artifactsDir, read.script), "utf8")),
        lake: Object.fromEntries(lake),
        database: join(stateDir, "dedicated", `${read.pool}.duckdb`),
      };
    }),
  );
}

/** Runs the pool's script and then `EXEC [reports].[load_gifts] @run = '…'`. Throws what the pool would refuse, or `NotKnown`. */
export async function load(pool: LocalPool, text: string, engine: PackagesEngine): Promise<void> {
  const commands = [...scriptCommands(pool.script), ...callCommands(pool, text)];
  await mkdir(dirname(pool.database), { recursive: true });
  const [done] = await doIn(engine, [{ database: pool.database, commands }]);
  if (done?.error !== null) throw new Error(done?.error ?? "No answer to the only request");
}

/** What a call of a procedure does. Throws what the procedure would, or `NotKnown`. */
export function callCommands({ script, lake }: Pick<LocalPool, "script" | "lake">, text: string): readonly Command[] {
  const { procedure, run } = parseCall(text, script.procedures);
  if (!/^[0-9A-Za-z-]{1,36}$/.test(run)) throw new Error("The name of a run has 1 to 36 letters, digits and hyphens.");
  return loadCommands(procedure, script, run, (url) => {
    const [root, folder] = Object.entries(lake).find(([place]) => url.startsWith(`${place}/`)) ?? [];
    if (root === undefined || folder === undefined) throw new NotKnown(`There is no lake of ${url} here.`);
    return join(folder, url.slice(root.length + 1));
  });
}

function parseCall(text: string, procedures: readonly LoadProcedure[]) {
  const reader = new Reader(text);
  reader.expect("EXEC");
  const { schema, name } = parseTableName(reader);
  reader.expect("@RUN", "=");
  const run = reader.text();
  reader.finish();
  const procedure = procedures.find((one) => one.schema === schema && one.name === name);
  if (procedure === undefined) throw new NotKnown(`There is no procedure ${schema}.${name}.`);
  return { procedure, run };
}

/** What the tables of the pools hold that were loaded. */
export async function shownTables(engine: PackagesEngine, pools: readonly LocalPool[]): Promise<readonly ShownView[]> {
  const loaded = pools.filter(({ database }) => existsSync(database));
  const all = await doIn(
    engine,
    loaded.map(({ database }) => ({ database, commands: [] })),
  );
  return loaded.flatMap(({ name: pool, script }, at) =>
    (all[at]?.tables ?? []).flatMap(({ schema, name, rows }) => {
      const made = script.steps.find(
        (step) => step.kind === "create" && step.table.schema === schema && step.table.name === name,
      );
      if (made?.kind !== "create") return [];
      const columns = made.table.columns.map((column) => ({ name: column.name, type: printType(column.type) }));
      return [{ view: `${schema}.${name} in ${pool}`, as: [], shows: { kind: "rows" as const, columns, rows } }];
    }),
  );
}

/** Does commands in databases, one request after another in one process. */
export async function doIn(
  engine: PackagesEngine,
  requests: readonly { readonly database: string; readonly commands: readonly Command[] }[],
): Promise<readonly Done[]> {
  const lines = await askPython(engine, dedicatedScript(), requests, "The tables of the pool could not be loaded.");
  return lines.map(parsed);
}

/** The one place where an answer of the process gets its type. */
const parsed = (line: string): Done => JSON.parse(line) as Done;

// The file is an artifact of the same compiler: this tells a wrong file, it does not re-check a right one.
function isPool(
  read: unknown,
): read is { readonly pool: string; readonly script: string; readonly lake: Readonly<Record<string, string>> } {
  return (
    typeof read === "object" &&
    read !== null &&
    "pool" in read &&
    typeof read.pool === "string" &&
    "script" in read &&
    typeof read.script === "string" &&
    "lake" in read &&
    typeof read.lake === "object"
  );
}
