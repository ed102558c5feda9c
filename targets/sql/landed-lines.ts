import {
  joined,
  name,
  number,
  plain,
  type Transact,
  text,
  transact,
} from "../../compiler/expression/print/transact.js";
import { collation } from "../../compiler/expression/print/transact-types.js";
import { type Field, printType } from "../../compiler/expression/type.js";
import type { LandedFilesIr } from "../../compiler/ir/warehouse.js";
import { cellAsText, ofText } from "./landed-cells.js";
import { lakeSource } from "./names.js";

/** Lines have this name within the rows that a view reads; the fields of one's object, as they are written; and what is taken of those. */
const [lines, fields, values] = [name("f"), name("o"), name("v")];
const line = transact`${lines}.${name("line")}`;

/**
 * The rows of all landings of lines of JSON. The pool has no such format: a line is read as a record with one cell, whose separator and quote are
 * signs that JSON has none of. `shown`: what the view uses.
 *
 * A field is taken by the sort of its value too, as `"7"` is no int: so fields come one by one, and not by their paths, which tell no `"7"` from
 * a 7, take the first of two with one name, and have no text of more than 4000 characters.
 * https://learn.microsoft.com/azure/synapse-analytics/sql/query-json-files
 * https://learn.microsoft.com/sql/t-sql/functions/openjson-transact-sql#return-value
 */
export function lineRows(path: string, shown: readonly Field[], files: LandedFilesIr): Transact {
  const read = files.columns.filter((field) => shown.some((one) => one.name === field.name));
  const misfit = nameOfMisfit(read);
  const columns = shown.map(({ name: column, type }) => {
    const field = read.find((one) => one.name === column);
    const value = field
      ? ofText(transact`${values}.${name(column)}`, { ...field, type })
      : transact`CAST(${lines}.filepath(1) AS bigint)`;
    return transact`${value} AS ${name(column)}`;
  });
  return transact`(
SELECT
  ${joined(columns, ",\n  ")}
FROM OPENROWSET(
  BULK ${plain(`${path}/landing=*/rows.json`)},
  DATA_SOURCE = ${plain(lakeSource)},
  FORMAT = 'CSV',
  PARSER_VERSION = '1.0',
  FIELDTERMINATOR = '0x0b',
  ROWTERMINATOR = '0x0a',
  FIELDQUOTE = '0x0b'
) WITH (
  ${name("line")} nvarchar(max) COLLATE ${{ transact: collation }}
) AS ${lines}${read.length > 0 ? applied(read, misfit) : transact``}
WHERE ${line} <> ''
  AND CAST(CASE WHEN ISJSON(${line}) = 1 AND LTRIM(${line}) LIKE '{%' THEN ${read.length > 0 ? transact`COALESCE(${values}.${misfit}, '1')` : plain("1")} ELSE 'A line is no JSON object.' END AS bit) = 1
)`;
}

/**
 * The fields of each line's object by their names, and what is wrong with them. Behind a name stands a point, as texts are equal that differ by
 * spaces at their ends. What is no JSON has no fields here, and is told by the condition: OPENJSON would tell a part of the line.
 */
const applied = (read: readonly Field[], misfit: Transact): Transact => transact`
CROSS APPLY (
  SELECT
    ${joined(
      read.map(
        (field) =>
          transact`MAX(CASE WHEN ${is(field)} THEN CAST(${value} AS varchar(8000)) END) AS ${name(field.name)}`,
      ),
      ",\n    ",
    )},
    CASE WHEN COUNT(*) > COUNT(DISTINCT ${key}) THEN 'A field is there twice.' ELSE MAX(CASE
      ${joined(
        read.map((field) => transact`WHEN ${is(field)} AND (${isOther(field)}) THEN ${misfitOf(field)}`),
        "\n      ",
      )}
    END) END AS ${misfit}
  FROM OPENJSON(CASE WHEN ISJSON(${line}) = 1 THEN ${line} END) AS ${fields}
  WHERE ${key} + N'.' IN (${joined(
    read.map(({ name: column }) => text(`${column}.`)),
    ", ",
  )})
) AS ${values}`;

const key = transact`${fields}.${name("key")}`;
const value = transact`${fields}.${name("value")}`;

const is = ({ name: column }: Field): Transact => transact`${key} = ${text(column)}`;

/** Whether a value is of another sort than its column's, null apart, or longer than a text may be: it would be cut. */
const isOther = ({ type, name: column }: Field): Transact => {
  const sorts = sortsOf[type.kind];
  if (sorts === undefined) throw new Error(`${column} is a ${type.kind}, and none is taken of a line`);
  return transact`${fields}.${name("type")} NOT IN (${joined([0, ...sorts].map(number), ", ")}) OR DATALENGTH(CAST(${value} AS varchar(max))) > 8000`;
};

const misfitOf = ({ name: column, type }: Field): Transact =>
  type.kind === "string" ? cellAsText(column, "string of at most 8000 bytes") : cellAsText(column, printType(type));

/** As OPENJSON numbers them: 1 a text, 2 a number, 3 true or false. The notebooks take a decimal from a text, too. */
const sortsOf: Partial<Readonly<Record<Field["type"]["kind"], readonly number[]>>> = {
  string: [1],
  date: [1],
  timestamp: [1],
  int: [2],
  bigint: [2],
  double: [2],
  decimal: [1, 2],
  boolean: [3],
};

/** No column's, whatever its letters. */
function nameOfMisfit(read: readonly Field[]): Transact {
  let found = "misfit";
  while (read.some((field) => field.name.toLowerCase() === found)) found += "_";
  return name(found);
}
