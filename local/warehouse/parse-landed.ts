import { parseColumn } from "./parse-columns.js";
import { reserved } from "./parse-expression.js";
import { parseLines } from "./parse-lines.js";
import type { Reader } from "./reader.js";
import type { CsvForm, FilesColumn, Rowset } from "./syntax.js";
import { NotKnown } from "./tokens.js";

/** Files in folders that a `*` stands for, as `landing=*` of `bronze/users`, each with a `rows.csv`. */
const inFolders = /^(?:[\w.=-]+\/)+[\w.-]+=\*\/[\w.-]+$/;

/** Whether a pattern means files in folders, and no folder. */
export const isOfFolders = (bulk: string): boolean => bulk.includes("*/");

/** After `BULK '…', DATA_SOURCE = '…', FORMAT = '…'`. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset */
export function parseLanded(reader: Reader, bulk: string, source: string, format: string): Rowset {
  if (!inFolders.test(bulk)) throw new NotKnown(`'${bulk}' is no pattern that is known here.`);
  if (format !== "CSV" && format !== "PARQUET") throw new NotKnown(`Files in the format ${format} are not known here.`);
  const version = format === "CSV" ? parseVersion(reader) : undefined;
  if (version === "1.0") return parseLines(reader, bulk, source);
  const csv = version === undefined ? undefined : parseCsvForm(reader);
  reader.expect(")", "WITH", "(");
  const columns = [parseFilesColumn(reader, csv !== undefined)];
  while (reader.takes(",")) columns.push(parseFilesColumn(reader, csv !== undefined));
  reader.expect(")", "AS");
  const names = columns.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new NotKnown(`The column '${twice}' stands there twice.`);
  return { kind: "files", format: csv ? "csv" : "parquet", bulk, source, csv, columns, alias: reader.name(reserved) };
}

/** Texts of the first parser are cut and read otherwise: it is known of whole lines only. */
function parseVersion(reader: Reader): "1.0" | "2.0" {
  reader.expect(",", "PARSER_VERSION", "=");
  const version = reader.text();
  if (version !== "1.0" && version !== "2.0") throw new NotKnown("There are the parsers 1.0 and 2.0.");
  return version;
}

function parseCsvForm(reader: Reader): CsvForm {
  reader.expect(",", "FIRSTROW", "=");
  const firstRow = reader.wholeNumber();
  reader.expect(",", "FIELDTERMINATOR", "=");
  const separator = reader.text();
  reader.expect(",", "ROWTERMINATOR", "=");
  if (reader.text() !== "0x0a") throw new NotKnown("Records end with 0x0a here.");
  reader.expect(",", "FIELDQUOTE", "=");
  const quote = reader.text();
  if (firstRow < 1 || separator.length !== 1 || quote.length !== 1 || separator === quote)
    throw new NotKnown("A first row is 1 or more, and what is around and between cells is one character each.");
  return { firstRow, separator, quote };
}

/** Of CSV with its place in the records. */
function parseFilesColumn(reader: Reader, isOfCsv: boolean): FilesColumn {
  const { name, type } = parseColumn(reader);
  if (!isOfCsv) return { name, type, place: undefined };
  if (type.kind !== "varchar" || type.length === "max")
    throw new NotKnown(`How cells are read as the type of '${name}' is not known here: read them as varchar.`);
  const place = reader.wholeNumber();
  if (place < 1) throw new NotKnown("The first column has the place 1.");
  return { name, type, place };
}
