import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { batchesOf } from "../../compiler/emit/batches.js";
import type { PackagesEngine } from "../engines/engine.js";
import { cataloguedTables, keepTables } from "./catalogue.js";
import { compute } from "./compute.js";
import { parseSelect, parseView } from "./parse.js";
import { reserved } from "./parse-expression.js";
import { foldersBelow } from "./parse-folders.js";
import type { Procedure } from "./parse-procedure.js";
import { parseVariable } from "./parse-step-types.js";
import type { SteppedProcedure } from "./parse-steps.js";
import { Reader } from "./reader.js";
import { type Pool, runSteps, StatementError } from "./run-steps.js";
import type { Select, View } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { translate } from "./translate.js";

/** A database in which procedures are run, and the file with its views that were led to files of their own. */
export interface Refreshing {
  readonly procedures: readonly Procedure[];
  /** The folder of each external data source. */
  readonly sources: Readonly<Record<string, string>>;
  readonly swappedFile: string;
  /** The procedures of what is kept apart by partitions. */
  readonly stepped: readonly SteppedProcedure[];
  /** By which days are counted; the machine's own clock where nothing is said. */
  readonly now?: () => Date;
  /** Is told each statement that a procedure has carried out. */
  readonly after?: (statement: string) => void;
}

/** Runs `EXEC [gold].[refresh_facts] @run = '…'`; the answer is the lines that it shows. Throws what the pool would refuse, or `NotKnown`. */
export async function execute(
  refreshing: Refreshing,
  text: string,
  engine: PackagesEngine,
): Promise<readonly string[]> {
  const { procedures, stepped, sources, swappedFile } = refreshing;
  const call = parseCall(text);
  const found = stepped.find(({ schema, name }) => schema === call.schema && name === call.name);
  if (found) return runSteps(found, call.values, poolOf(refreshing, engine));
  const procedure = procedures.find(({ schema, name }) => schema === call.schema && name === call.name);
  if (procedure === undefined) throw new NotKnown(`There is no procedure ${call.schema}.${call.name}.`);
  const { "@run": run = "", ...others } = call.values;
  if (typeof run !== "string" || Object.keys(others).length > 0)
    throw new NotKnown(`${call.name} takes the name of a run.`);
  if (!/^[0-9A-Za-z-]{1,36}$/.test(run)) throw new Error("The name of a run has 1 to 36 letters, digits and hyphens.");
  const { folder, source, select } = parseCreate(procedure.create(run));
  const root = sources[source];
  if (root === undefined) throw new NotKnown(`There is no external data source '${source}'.`);
  const view = parseView(new Reader(procedure.swap(run)));
  const into = join(root, folder);
  await mkdir(dirname(into), { recursive: true });
  const [answer] = await compute(engine, [{ translated: translate(select, []), sources, into }]);
  if (answer?.kind !== "rows") throw new Error(answer?.error ?? "No answer to the only statement");
  await keepSwapped(swappedFile, view, procedure.swap(run));
  return [];
}

/** `EXEC [gold].[refresh_facts] @run = '…', @all = 1` */
function parseCall(text: string) {
  const reader = new Reader(text);
  reader.expect("EXEC");
  const schema = reader.name(reserved);
  reader.expect(".");
  const name = reader.name(reserved);
  const values: Record<string, string | bigint> = {};
  if (reader.next.kind === "word")
    do {
      const variable = parseVariable(reader);
      reader.expect("=");
      values[variable] = isNumber(reader) ? BigInt(reader.wholeNumber()) : reader.text();
    } while (reader.takes(","));
  reader.finish();
  return { schema, name, values };
}

const isNumber = ({ next }: Reader): boolean => next.kind === "number";

/** The database in which a procedure's statements are carried out. */
function poolOf({ sources, swappedFile, now = () => new Date(), after }: Refreshing, engine: PackagesEngine): Pool {
  const file = `${swappedFile}.tables.json`;
  return {
    now,
    after: after ?? (() => {}),
    tables: () => cataloguedTables(file),
    async rows(select) {
      const [answer] = await compute(engine, [{ translated: translate(select, []), sources }]);
      if (answer?.kind !== "rows") throw new StatementError(answer?.error ?? "No answer to the only statement");
      return answer;
    },
    async create(statement) {
      const { schema, table, folder, source, select } = parseCreate(statement);
      const tables = cataloguedTables(file);
      if (tables.some((one) => one.schema === schema && one.name === table))
        throw new StatementError(`There is a table ${schema}.${table} already.`);
      const root = sources[source];
      if (root === undefined) throw new NotKnown(`There is no external data source '${source}'.`);
      const into = join(root, folder);
      await mkdir(dirname(into), { recursive: true });
      const [answer] = await compute(engine, [{ translated: translate(select, []), sources, into }]);
      if (answer?.kind !== "rows") throw new StatementError(answer?.error ?? "No answer to the only statement");
      await keepTables(file, [
        ...tables,
        { schema, name: table, location: `${folder}/`, created: now().toISOString() },
      ]);
    },
    async drop(schema, table) {
      const tables = cataloguedTables(file);
      const rest = tables.filter((one) => one.schema !== schema || one.name !== table);
      if (rest.length === tables.length) throw new StatementError(`There is no table ${schema}.${table}.`);
      await keepTables(file, rest);
    },
    lead: (statement) => keepSwapped(swappedFile, parseView(new Reader(statement)), statement),
    definition: (view) => swappedText(swappedFile, view),
    folders: (source, below) => foldersBelow(sources[source] ?? "", below),
  };
}

/** https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas */
export function parseCreate(text: string) {
  const reader = new Reader(text);
  reader.expect("CREATE", "EXTERNAL", "TABLE");
  const schema = reader.name(reserved);
  reader.expect(".");
  const table = reader.name(reserved);
  reader.expect("WITH", "(", "LOCATION", "=");
  const location = reader.text();
  reader.expect(",", "DATA_SOURCE", "=");
  const source = reader.name(reserved);
  reader.expect(",", "FILE_FORMAT", "=");
  const format = reader.name(reserved);
  if (format !== "parquet") throw new NotKnown(`There is no file format '${format}' that is written here.`);
  reader.expect(")", "AS");
  const select: Select = parseSelect(reader);
  reader.finish();
  if (!/^[^/*?\\][^*?\\]*\/$/.test(location) || /\/\/|\.\./.test(location))
    throw new NotKnown(`'${location}' is no folder that files can be written into.`);
  return { schema, table, folder: location.slice(0, -1), source, select };
}

/** The views that were led to files of their own; none before the first refresh. */
export async function swappedViews(file: string): Promise<readonly View[]> {
  const script = existsSync(file) ? await readFile(file, "utf8") : "";
  return batchesOf(script).map((batch) => parseView(new Reader(batch)));
}

async function keepSwapped(file: string, view: View, statement: string): Promise<void> {
  const before = existsSync(file) ? batchesOf(await readFile(file, "utf8")) : [];
  const others = before.filter((batch) => {
    const other = parseView(new Reader(batch));
    return other.schema !== view.schema || other.name !== view.name;
  });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, [...others, statement].map((batch) => `${batch}\nGO\n`).join("\n"));
  await rename(`${file}.new`, file);
}

/** What the view's text is once it was led to files of its own; before, none that names a folder of them. */
function swappedText(file: string, view: string): string {
  const script = existsSync(file) ? readFileSync(file, "utf8") : "";
  const found = batchesOf(script).find((batch) => {
    const { schema, name } = parseView(new Reader(batch));
    return `[${schema}].[${name}]` === view;
  });
  return found ?? "";
}
