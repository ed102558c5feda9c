import { UnfitFile } from "../files/table-samples.js";
import { type LocalDatabaseTable, type LocalRowsFeed, placeOf } from "../job.js";
import { type CsvRecord, readCsvFile } from "../producer/csv.js";
import type { Database } from "./databases.js";
import { type Dialect, type Insertion, rowsAtOnce } from "./dialect.js";
import { hasRows } from "./script.js";

/** Where it is kept which files have been put into which table: in the database itself, so that both hold or neither. */
const files = ({ name }: Dialect) => ({
  table: `${name("sluice_here")}.${name("files")}`,
  place: name("place"),
  number: name("number"),
});

/** Makes what a database does not have yet: its tables, with the columns that are read. */
export async function makeTables(database: Database, tables: readonly LocalDatabaseTable[]): Promise<void> {
  const { dialect } = database;
  const { name, type } = dialect;
  const { table, place, number } = files(dialect);
  await database.run([
    `CREATE SCHEMA IF NOT EXISTS ${name("sluice_here")}`,
    `CREATE TABLE IF NOT EXISTS ${table} (${place} varchar(400), ${number} int, PRIMARY KEY (${place}, ${number}))`,
  ]);
  for (const feed of tables) {
    const columns = feed.columns.map((column) => `${name(column.name)} ${type(column.type)}`);
    await database.run([
      `CREATE SCHEMA IF NOT EXISTS ${name(feed.schema)}`,
      `CREATE TABLE IF NOT EXISTS ${tableOf(feed, dialect)} (${[...columns, ...primaryKey(feed, dialect)].join(", ")})`,
      // Columns that were declared later.
      ...columns.map((column) => `ALTER TABLE ${tableOf(feed, dialect)} ADD COLUMN IF NOT EXISTS ${column}`),
    ]);
  }
}

const primaryKey = ({ key }: LocalDatabaseTable, { name }: Dialect): readonly string[] =>
  key.length === 0 ? [] : [`PRIMARY KEY (${key.map(name).join(", ")})`];

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
  const { dialect } = database;
  const { table, place, number } = files(dialect);
  const rows = await rowsOf(path, feed, dialect);
  const name = dialect.text(placeOf(feed));
  const there = await database.run([`SELECT 1 FROM ${table} WHERE ${place} = ${name} AND ${number} = ${earlier}`]);
  if (hasRows(there)) return { sent: 0, skipped: rows.length };
  const { into, after, rows: atOnce } = insertion(feed, dialect);
  const statements = feed.is_whole ? [`DELETE FROM ${tableOf(feed, dialect)}`] : [];
  for (let at = 0; at < rows.length; at += atOnce)
    statements.push(`${into} VALUES ${rows.slice(at, at + atOnce).join(", ")}${after}`);
  try {
    await database.run([...statements, `INSERT INTO ${table} VALUES (${name}, ${earlier})`]);
  } catch (error) {
    throw new UnfitFile(`${path}: ${error instanceof Error ? error.message : error}`);
  }
  return { sent: rows.length, skipped: 0 };
}

function insertion(feed: LocalRowsFeed, dialect: Dialect): Insertion {
  const columns = feed.columns.map(({ name }) => name);
  const table = tableOf(feed, dialect);
  if (feed.is_whole)
    return { into: `INSERT INTO ${table} (${columns.map(dialect.name).join(", ")})`, after: "", rows: rowsAtOnce };
  return dialect.upsert(table, columns, feed.key);
}

const tableOf = ({ schema, table }: LocalDatabaseTable, { name }: Dialect): string => `${name(schema)}.${name(table)}`;

/** The rows of a file as SQL writes them. */
async function rowsOf(path: string, feed: LocalRowsFeed, dialect: Dialect): Promise<readonly string[]> {
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
    const values = feed.columns.map(({ type }, at) => cellLiteral(cells[places?.[at] ?? -1] ?? "", type, dialect));
    rows.push(`(${values.join(", ")})`);
  }
  return rows;
}

const cellLiteral = (cell: string, type: string, { text }: Dialect): string =>
  cell === "" && !isText(type) ? "NULL" : text(cell);

const isText = (type: string): boolean => /^(n?(var)?char|text)\b/i.test(type);

/** Where the cell of each column stands. */
function placesOf({ cells }: CsvRecord, path: string, { columns, source }: LocalRowsFeed): readonly number[] {
  const header = cells.map((cell) => cell.trim());
  const wanted = columns.map(({ name }) => name);
  if (header.toSorted().join("\n") !== wanted.toSorted().join("\n"))
    throw new Error(`${path}: the header is ${header.join(", ")}; ${source} has the columns ${wanted.join(", ")}.`);
  return wanted.map((name) => header.indexOf(name));
}
