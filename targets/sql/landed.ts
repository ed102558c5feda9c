import { joined, name, number, plain, type Transact, transact } from "../../compiler/expression/print/transact.js";
import { collation, transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import type { Field } from "../../compiler/expression/type.js";
import type { LandedFilesIr } from "../../compiler/ir/warehouse.js";
import { cellAsText, ofText, textOfCsv } from "./landed-cells.js";
import { lineRows } from "./landed-lines.js";
import { lakeSource } from "./names.js";
import type { Read } from "./reads.js";

/** The records of landed files have this name within the rows that a view reads. */
const records = "f";

/**
 * The rows of all landings, typed; each has the number of its landing, which stands in the name of the folder.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/query-specific-files#filepath
 */
export function landedRows({ table, fields }: Read, files: LandedFilesIr): Transact {
  if (files.format === "json") return lineRows(table.path, fields, files);
  const columns = fields.map(({ name: column, type }) => {
    const field = files.columns.find((one) => one.name === column);
    const value = field ? typedCell({ ...field, type }, files) : landing;
    return transact`${value} AS ${name(column)}`;
  });
  const read = files.columns.filter((field) => fields.some((one) => one.name === field.name));
  const last = files.columns.slice(-1);
  const isCsv = files.format === "csv";
  const bound = isCsv || read.length === 0 ? [...read, ...last.filter((field) => !read.includes(field))] : read;
  return transact`(
SELECT
  ${joined(columns, ",\n  ")}
FROM OPENROWSET(
  BULK ${plain(`${table.path}/landing=*/rows.${files.format}`)},
  DATA_SOURCE = ${plain(lakeSource)},
  ${isCsv ? csv : transact`FORMAT = 'PARQUET'`}
) WITH (
  ${joined(
    bound.map((field) => bind(field, files)),
    ",\n  ",
  )}
) AS ${name(records)}${isCsv ? joined(last.map(isWhole), "") : transact``}
)`;
}

const landing = transact`CAST(${name(records)}.filepath(1) AS bigint)`;

/**
 * As the datasets of landed files say that they are written. Columns are bound by their places, behind the header. A quote within a cell is
 * written twice, and nothing else is escaped. https://learn.microsoft.com/azure/synapse-analytics/sql/develop-openrowset#bulk-options
 */
const csv = transact`FORMAT = 'CSV',
  PARSER_VERSION = '2.0',
  FIRSTROW = 2,
  FIELDTERMINATOR = ',',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '"'`;

/** A column as it stands in the files. */
function bind(field: Field, files: LandedFilesIr): Transact {
  const place = files.format === "csv" ? transact` ${number(files.columns.indexOf(field) + 1)}` : transact``;
  const isText = files.isText || field.type.kind === "string";
  const type = isText ? transact`varchar(8000) COLLATE ${{ transact: collation }}` : typeInParquet(field);
  return transact`${name(field.name)} ${type}${place}`;
}

/** A date of a database is a time to the orchestrator, at midnight. */
const typeInParquet = ({ type, name: column }: Field): Transact =>
  known(transactTypeOf(type.kind === "date" ? { kind: "timestamp" } : type)?.type, column);

function typedCell(field: Field, files: LandedFilesIr): Transact {
  const cell = transact`${name(records)}.${name(field.name)}`;
  if (!files.isText) return field.type.kind === "date" ? dayOf(cell, field.name) : cell;
  return files.format === "csv" ? textOfCsv(cell, field) : ofText(cell, field);
}

/** A time that is not at midnight is no day, and stops the query. */
const dayOf = (cell: Transact, column: string): Transact =>
  transact`CASE WHEN ${cell} IS NOT NULL THEN CAST(CASE WHEN ${cell} = CAST(CAST(${cell} AS date) AS datetime2(7)) THEN CONVERT(varchar(10), CAST(${cell} AS date), 23) ELSE ${cellAsText(column, "date")} END AS date) END`;

/**
 * All cells are written, also those that are null: one that is not there is that of a record which was taken apart at a line break within
 * quotes, or is not written to its end. That stops the query.
 */
const isWhole = (last: Field): Transact =>
  transact`\nWHERE CAST(CASE WHEN ${name(records)}.${name(last.name)} IS NOT NULL THEN '1' ELSE 'A record has fewer cells than the header.' END AS bit) = 1`;

function known(type: Transact | undefined, column: string): Transact {
  if (type === undefined) throw new Error(`${column} has no type of T-SQL`);
  return type;
}
