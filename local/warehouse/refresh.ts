import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { batchesOf } from "../../compiler/emit/batches.js";
import type { PackagesEngine } from "../engines/engine.js";
import { compute } from "./compute.js";
import { parseSelect, parseView } from "./parse.js";
import { reserved } from "./parse-expression.js";
import type { Procedure } from "./parse-procedure.js";
import { Reader } from "./reader.js";
import type { Select, View } from "./syntax.js";
import { NotKnown } from "./tokens.js";
import { translate } from "./translate.js";

/** A database in which procedures are run, and the file with its views that were led to files of their own. */
export interface Refreshing {
  readonly procedures: readonly Procedure[];
  /** The folder of each external data source. */
  readonly sources: Readonly<Record<string, string>>;
  readonly swappedFile: string;
}

/** Runs `EXEC [gold].[refresh_facts] @run = '…'`. Throws what the pool would refuse, or `NotKnown`. */
export async function execute(
  { procedures, sources, swappedFile }: Refreshing,
  text: string,
  engine: PackagesEngine,
): Promise<void> {
  const { procedure, run } = parseCall(text, procedures);
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
}

function parseCall(text: string, procedures: readonly Procedure[]) {
  const reader = new Reader(text);
  reader.expect("EXEC");
  const schema = reader.name(reserved);
  reader.expect(".");
  const name = reader.name(reserved);
  reader.expect("@RUN", "=");
  const run = reader.text();
  reader.finish();
  const procedure = procedures.find((one) => one.schema === schema && one.name === name);
  if (procedure === undefined) throw new NotKnown(`There is no procedure ${schema}.${name}.`);
  return { procedure, run };
}

/** https://learn.microsoft.com/azure/synapse-analytics/sql/develop-tables-cetas */
export function parseCreate(text: string) {
  const reader = new Reader(text);
  reader.expect("CREATE", "EXTERNAL", "TABLE");
  reader.name(reserved);
  reader.expect(".");
  reader.name(reserved);
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
  return { folder: location.slice(0, -1), source, select };
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
