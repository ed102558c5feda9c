import { batchesOf } from "../../compiler/emit/batches.js";
import { checkFolder, parseColumns } from "./parse-columns.js";
import { parseExpression, reserved } from "./parse-expression.js";
import { tableReader } from "./parse-external-table.js";
import { isOfFolders, parseLanded } from "./parse-landed.js";
import { isDrops, isProcedure } from "./parse-procedure.js";
import { Reader } from "./reader.js";
import type { FilesFormat, Joined, Rowset, Select, Selected, View } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/** The views and external tables of a script, each in a schema that it makes before. Throws `NotKnown`. */
export function viewsOf(script: string): readonly View[] {
  const schemas = new Set<string>();
  const readTable = tableReader();
  return batchesOf(script).flatMap((batch) => {
    if (isProcedure(batch) || isDrops(batch)) return [];
    const reader = new Reader(batch);
    if (reader.takes("IF", "OBJECT_ID")) return [parseFirst(reader, schemas)];
    const read = readTable(reader);
    if (read === "of a table") return [];
    if (read === undefined && reader.takes("IF")) {
      schemas.add(parseSchema(reader));
      return [];
    }
    const view = read ?? parseView(reader);
    if (!schemas.has(view.schema)) throw new NotKnown(`There is no schema '${view.schema}'.`);
    return [view];
  });
}

/** `IF OBJECT_ID(N'[gold].[facts]', N'V') IS NULL EXEC(N'CREATE VIEW …')`, after the first two words: the view that is there until another is. */
function parseFirst(reader: Reader, schemas: ReadonlySet<string>): View {
  reader.expect("(");
  const tested = reader.wide();
  reader.expect(",");
  if (reader.wide() !== "V") throw new NotKnown("Only views are looked for here.");
  reader.expect(")", "IS", "NULL", "EXEC", "(");
  const view = parseMade(new Reader(reader.wide()), ["CREATE", "VIEW"]);
  reader.expect(")");
  reader.finish();
  if (tested !== `[${view.schema}].[${view.name}]`)
    throw new NotKnown(`${view.schema}.${view.name} is made where there is no ${tested}.`);
  if (!schemas.has(view.schema)) throw new NotKnown(`There is no schema '${view.schema}'.`);
  return view;
}

/** `IF SCHEMA_ID(N'gold') IS NULL EXEC(N'CREATE SCHEMA [gold]')`, after the first word. */
function parseSchema(reader: Reader): string {
  reader.expect("SCHEMA_ID", "(");
  const tested = reader.wide();
  reader.expect(")", "IS", "NULL", "EXEC", "(");
  const made = new Reader(reader.wide());
  reader.expect(")");
  reader.finish();
  made.expect("CREATE", "SCHEMA");
  const schema = made.name(reserved);
  made.finish();
  if (schema !== tested) throw new NotKnown(`'${schema}' is made where there is no '${tested}'.`);
  return schema;
}

/** Throws `NotKnown`. */
export function parseQuery(text: string): Select {
  const reader = new Reader(text);
  const select = parseSelect(reader);
  reader.finish();
  return select;
}

/** `CREATE OR ALTER VIEW …`, a whole batch. Throws `NotKnown`. */
export const parseView = (reader: Reader): View => parseMade(reader, ["CREATE", "OR", "ALTER", "VIEW"]);

function parseMade(reader: Reader, words: readonly string[]): View {
  reader.expect(...words);
  const schema = reader.name(reserved);
  reader.expect(".");
  const name = reader.name(reserved);
  reader.expect("AS");
  const select = parseSelect(reader);
  reader.finish();
  if (select.orderBy.length > 0) throw new NotKnown("A view has no ORDER BY.");
  return { schema, name, select };
}

export function parseSelect(reader: Reader): Select {
  reader.expect("SELECT");
  const isDistinct = reader.takes("DISTINCT");
  const top = reader.takes("TOP") ? parseTop(reader) : undefined;
  const columns = reader.takes("*") ? undefined : listed(reader, parseSelected);
  reader.expect("FROM");
  const from = parseRowset(reader);
  const joins: Joined[] = [];
  while (reader.sees("JOIN") || reader.sees("INNER") || reader.sees("LEFT")) joins.push(parseJoin(reader));
  const applied: Select["applied"][number][] = [];
  while (reader.takes("CROSS", "APPLY")) applied.push(parseApplied(reader));
  for (const word of ["RIGHT", "FULL", "CROSS", "OUTER", ","])
    if (reader.sees(word)) throw new NotKnown(`A query of several views (${word}) is not known here.`);
  const where = reader.takes("WHERE") ? parseExpression(reader) : undefined;
  const groupBy = reader.takes("GROUP", "BY") ? listed(reader, parseExpression) : [];
  if (reader.sees("HAVING")) throw new NotKnown("HAVING is not known here.");
  const orderBy = reader.takes("ORDER", "BY") ? listed(reader, parseOrder) : [];
  return { isDistinct, top, columns, from, joins, applied, where, groupBy, orderBy };
}

function parseJoin(reader: Reader): Joined {
  const isLeft = reader.takes("LEFT");
  if (isLeft) reader.takes("OUTER");
  else reader.takes("INNER");
  reader.expect("JOIN");
  const rows = parseRowset(reader);
  reader.expect("ON");
  return { isLeft, rows, on: parseExpression(reader) };
}

function parseApplied(reader: Reader): Select["applied"][number] {
  const rows = parseRowset(reader);
  if (rows.kind !== "rows") throw new NotKnown("CROSS APPLY is known here of a SELECT.");
  return rows;
}

function parseTop(reader: Reader): number {
  if (!reader.takes("(")) return reader.wholeNumber();
  const rows = reader.wholeNumber();
  reader.expect(")");
  return rows;
}

function parseOrder(reader: Reader): Select["orderBy"][number] {
  const expression = parseExpression(reader);
  if (expression.kind === "number")
    throw new NotKnown("ORDER BY the place of a column is not known here: write its name.");
  const isDescending = reader.takes("DESC");
  if (!isDescending) reader.takes("ASC");
  return { expression, isDescending };
}

function parseSelected(reader: Reader): Selected {
  const expression = parseExpression(reader);
  const isNamed = reader.takes("AS") || reader.next.kind === "name";
  if (isNamed) return { expression, name: reader.name(reserved) };
  return { expression, name: expression.kind === "column" ? expression.name : undefined };
}

function parseRowset(reader: Reader): Rowset {
  if (reader.takes("OPENROWSET", "(")) return parseFiles(reader);
  if (reader.takes("OPENJSON", "(")) {
    const text = parseExpression(reader);
    reader.expect(")", "AS");
    return { kind: "fields", text, alias: reader.name(reserved) };
  }
  if (reader.takes("(")) {
    const select = parseSelect(reader);
    if (select.orderBy.length > 0) throw new NotKnown("Rows in FROM have no ORDER BY.");
    reader.expect(")", "AS");
    return { kind: "rows", select, alias: reader.name(reserved) };
  }
  const schema = reader.name(reserved);
  if (!reader.takes(".")) throw new NotKnown(`Which schema has '${schema}'? Write 'schema.${schema}'.`);
  const name = reader.name(reserved);
  const isNamed = reader.takes("AS") || reader.next.kind === "name" || isPlainAlias(reader);
  return { kind: "named", schema, name, alias: isNamed ? reader.name(reserved) : name };
}

const isPlainAlias = ({ next }: Reader): boolean => next.kind === "word" && !reserved.has(next.text.toUpperCase());

/** After `OPENROWSET(`. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset */
function parseFiles(reader: Reader): Rowset {
  reader.expect("BULK");
  const [bulk = "", ...others] = reader.takes("(") ? listed(reader, (one) => one.text()) : [reader.text()];
  if (others.length > 0) reader.expect(")");
  reader.expect(",", "DATA_SOURCE", "=");
  const source = reader.text();
  reader.expect(",", "FORMAT", "=");
  const format = reader.text();
  if (others.length > 0 && (format !== "PARQUET" || [bulk, ...others].some(isOfFolders)))
    throw new NotKnown("Several paths are known of files of Parquet only.");
  if (format === "CSV" || isOfFolders(bulk)) return parseLanded(reader, bulk, source, format);
  const read = folderOf(bulk, format);
  reader.expect(")", "WITH", "(");
  const columns = parseColumns(reader);
  reader.expect("AS");
  return {
    kind: "files",
    ...read,
    ...(others.length > 0 ? { more: others.map((other) => folderOf(other, format).bulk) } : {}),
    source,
    columns,
    alias: reader.name(reserved),
  };
}

/** The folder of a Delta table, or that of all files of Parquet in one. */
function folderOf(bulk: string, format: string): { readonly format: FilesFormat; readonly bulk: string } {
  const files = "/*.parquet";
  if (format === "PARQUET" && bulk.endsWith(files)) {
    checkFolder(bulk.slice(0, -files.length));
    return { format: "parquet", bulk: bulk.slice(0, -files.length) };
  }
  if (format !== "DELTA") throw new NotKnown(`The format ${format} is not known here.`);
  checkFolder(bulk);
  return { format: "delta", bulk };
}

function listed<T>(reader: Reader, parse: (reader: Reader) => T): readonly T[] {
  const items = [parse(reader)];
  while (reader.takes(",")) items.push(parse(reader));
  return items;
}
