import { UnfitFile } from "../files/table-samples.js";
import { type LocalDatabaseTable, type LocalRowsFeed, placeOf } from "../job.js";
import { type CsvRecord, readCsvFile } from "../producer/csv.js";
import type { Database } from "./databases.js";
import { bracketed, hasRows, textLiteral } from "./script.js";
import { withDigits } from "./transact.js";

/** How many rows of a file a statement has. */
const rowsAtOnce = 500;

/** Where it is kept which files have been put into which table: in the database itself, so that both hold or neither. */
const files = "[sluice_here].[files]";

/** Makes what a database does not have yet: its tables, with the columns that are read. */
export async function makeTables(database: Database, tables: readonly LocalDatabaseTable[]): Promise<void> {
  await database.run([
    "CREATE SCHEMA IF NOT EXISTS [sluice_here]",
    `CREATE TABLE IF NOT EXISTS ${files} ([place] nvarchar(400), [number] int, PRIMARY KEY ([place], [number]))`,
  ]);
  for (const feed of tables) {
    const columns = feed.columns.map(({ name, type }) => `${bracketed(name)} ${withDigits(type)}`);
    await database.run([
      `CREATE SCHEMA IF NOT EXISTS ${bracketed(feed.schema)}`,
      `CREATE TABLE IF NOT EXISTS ${tableOf(feed)} (${[...columns, ...primaryKey(feed)].join(", ")})`,
      // Columns that were declared later.
      ...columns.map((column) => `ALTER TABLE ${tableOf(feed)} ADD COLUMN IF NOT EXISTS ${column}`),
    ]);
  }
}

const primaryKey = ({ key }: LocalDatabaseTable): readonly string[] =>
  key.length === 0 ? [] : [`PRIMARY KEY (${key.map(bracketed).join(", ")})`];

/** Looks at a file's header before anything is put anywhere. */
export async function checkRows(path: string, feed: LocalRowsFeed): Promise<void> {
  for await (const header of readCsvFile(path)) return void placesOf(header, path, feed);
  throw new Error(`${path}: it has no header.`);
}

/** Puts a file's rows into a table in one transaction, unless an earlier run has done so. `earlier`: files before it. */
export async function putRows(
  database: Database,
  feed: LocalRowsFeed,
  { path, earlier }: { readonly path: string; readonly earlier: number },
): Promise<{ readonly sent: number; readonly skipped: number }> {
  const rows = await rowsOf(path, feed);
  const place = textLiteral(placeOf(feed));
  const there = await database.run([`SELECT 1 FROM ${files} WHERE [place] = ${place} AND [number] = ${earlier}`]);
  if (hasRows(there)) return { sent: 0, skipped: rows.length };
  const names = (columns: readonly string[]) => columns.map(bracketed).join(", ");
  const columns = feed.columns.map(({ name }) => name);
  const into = feed.is_whole
    ? `INSERT INTO ${tableOf(feed)} (${names(columns)})`
    : `MERGE INTO ${tableOf(feed)} (${names(columns)}) KEY (${names(feed.key)})`;
  const statements = feed.is_whole ? [`DELETE FROM ${tableOf(feed)}`] : [];
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    statements.push(`${into} VALUES ${rows.slice(at, at + rowsAtOnce).join(", ")}`);
  try {
    await database.run([...statements, `INSERT INTO ${files} VALUES (${place}, ${earlier})`]);
  } catch (error) {
    throw new UnfitFile(`${path}: ${error instanceof Error ? error.message : error}`);
  }
  return { sent: rows.length, skipped: 0 };
}

const tableOf = ({ schema, table }: LocalDatabaseTable): string => `${bracketed(schema)}.${bracketed(table)}`;

/** The rows of a file as SQL writes them. */
async function rowsOf(path: string, feed: LocalRowsFeed): Promise<readonly string[]> {
  const rows: string[] = [];
  let places: readonly number[] | undefined;
  for await (const record of readCsvFile(path)) {
    if (places === undefined) {
      places = placesOf(record, path, feed);
      continue;
    }
    const { cells, line } = record;
    if (cells.length !== places.length)
      throw new UnfitFile(`${path}:${line}: it has ${cells.length} cells and the header ${places.length}.`);
    const values = feed.columns.map(({ type }, at) => cellLiteral(cells[places?.[at] ?? -1] ?? "", type));
    rows.push(`(${values.join(", ")})`);
  }
  return rows;
}

const cellLiteral = (cell: string, type: string): string => (cell === "" && !isText(type) ? "NULL" : textLiteral(cell));

const isText = (type: string): boolean => /^n?(var)?char\b/i.test(type);

/** Where the cell of each column stands. */
function placesOf({ cells }: CsvRecord, path: string, { columns, source }: LocalRowsFeed): readonly number[] {
  const header = cells.map((cell) => cell.trim());
  const wanted = columns.map(({ name }) => name);
  if (header.toSorted().join("\n") !== wanted.toSorted().join("\n"))
    throw new Error(`${path}: the header is ${header.join(", ")}; ${source} has the columns ${wanted.join(", ")}.`);
  return wanted.map((name) => header.indexOf(name));
}
