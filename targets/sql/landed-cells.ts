import { isAscii, number, plain, type Transact, transact } from "../../compiler/expression/print/transact.js";
import { transactTypeOf } from "../../compiler/expression/print/transact-types.js";
import { type Field, printType } from "../../compiler/expression/type.js";

/** What a cell is cast from that is no value of its type: the cast fails with these words. */
export const cellAsText = (column: string, type: string): Transact =>
  plain(`${isAscii(column) ? column : "a column"} is no ${type}`);

/** A cell of CSV, where `\N` is null. A text is equal to one with more spaces at its end, so lengths are compared. */
export function textOfCsv(cell: Transact, field: Field): Transact {
  const isNull = transact`${cell} = '\\N' AND DATALENGTH(${cell}) = 2`;
  const type = known(field);
  return transact`CASE WHEN ${isNull} THEN CAST(NULL AS ${type}) ELSE ${typed(cell, field, type)} END`;
}

/** A text of Parquet, where null is null. */
export function ofText(cell: Transact, field: Field): Transact {
  if (field.type.kind === "string") return cell;
  return transact`CASE WHEN ${cell} IS NOT NULL THEN ${typed(cell, field, known(field))} END`;
}

/**
 * A text as a value of its type. A cast alone would guess: of a text with nothing in it, of one that has more digits than its type. So a cast is
 * made of texts that are written as the notebooks read them, and fails of others.
 * https://learn.microsoft.com/sql/t-sql/functions/cast-and-convert-transact-sql
 */
function typed(cell: Transact, field: Field, type: Transact): Transact {
  const no = cellAsText(field.name, printType(field.type));
  const cast = (fits: Transact, text: Transact): Transact =>
    transact`CAST(CASE WHEN ${fits} THEN ${text} ELSE ${no} END AS ${type})`;
  switch (field.type.kind) {
    case "string":
      return cell;
    case "boolean":
      return transact`CAST(CASE WHEN ${cell} LIKE '[tT][rR][uU][eE]%' AND DATALENGTH(${cell}) = 4 THEN '1' WHEN ${cell} LIKE '[fF][aA][lL][sS][eE]%' AND DATALENGTH(${cell}) = 5 THEN '0' ELSE ${no} END AS bit)`;
    case "int":
      // Of a text that is too great for an int the failed cast tells the text itself (message 248), behind a mask and of hidden rows, too; of a
      // bigint it does not. https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-0-to-999
      return cast(isWholeNumber(cell), transact`CAST(CAST(CAST(${cell} AS bigint) AS int) AS varchar(11))`);
    case "bigint":
      return cast(isWholeNumber(cell), cell);
    case "decimal":
      return cast(isDecimal(cell, field.type.scale), cell);
    case "double":
      return cast(isDouble(cell), cell);
    case "date":
      return cast(isDay(cell), cell);
    case "timestamp":
      return time(cell, no);
    default:
      throw new Error(`${field.name} is a ${field.type.kind}, and none is written as a text`);
  }
}

// Patterns end with `%`: whether others take notice of spaces at the end depends on the type of the text.
// https://learn.microsoft.com/sql/t-sql/language-elements/like-transact-sql

const isWholeNumber = (cell: Transact): Transact =>
  transact`${cell} LIKE '[-+0-9]%' AND ${cell} NOT LIKE '_%[^0-9]%' AND ${cell} LIKE '%[0-9]%'`;

/** Digits that the type has no place for may only be zeros. */
function isDecimal(cell: Transact, scale: number): Transact {
  const rest = plain(`%.${"_".repeat(scale)}%[^0]%`);
  return transact`${cell} LIKE '[-+.0-9]%' AND ${cell} NOT LIKE '_%[^.0-9]%' AND ${cell} NOT LIKE '%.%.%' AND ${cell} LIKE '%[0-9]%' AND ${cell} NOT LIKE ${rest}`;
}

/** `[+-.]` is a range, with the comma in it, which no number has to a cast. */
const isDouble = (cell: Transact): Transact =>
  transact`(${cell} LIKE '[0-9]%' OR ${cell} LIKE '[-+.][0-9]%' OR ${cell} LIKE '[-+].[0-9]%') AND ${cell} NOT LIKE '%[^+-.0-9eE]%' AND (${cell} NOT LIKE '%[eE]%' OR ${cell} LIKE '%[eE]%[0-9]%')`;

const day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";

/** A day, or one at midnight. */
const isDay = (cell: Transact): Transact =>
  transact`${cell} LIKE ${plain(`${day}%`)} AND (DATALENGTH(${cell}) = 10 OR ${cell} LIKE ${plain(`${day}[T ]00:00:00%`)} AND ${cell} NOT LIKE ${plain(`${"_".repeat(19)}%[^.0Z]%`)})`;

/** `[+-:]` is a range, with the comma and the slash in it. */
const isTime = (cell: Transact): Transact =>
  transact`${cell} LIKE ${plain(`${day}[T ][0-9][0-9]:[0-9][0-9]:[0-9][0-9]%`)} AND (DATALENGTH(${cell}) = 19 OR ${cell} LIKE ${plain(`${"_".repeat(19)}[-+.Z ]%`)}) AND ${cell} NOT LIKE ${plain(`${"_".repeat(19)}%[^+-:Z ]%`)} AND ${cell} NOT LIKE '%[,/]%'`;

/** In UTC; without a zone it is one of UTC. The lake's times have six digits: a seventh is cut off, as the notebooks do. */
function time(cell: Transact, no: Transact): Transact {
  // All characters that are counted are of one byte.
  const cut = transact`CASE WHEN ${cell} LIKE ${plain(`${"_".repeat(19)}.${"[0-9]".repeat(7)}%`)} THEN STUFF(${cell}, ${number(27)}, 1, '') ELSE ${cell} END`;
  return transact`CAST(SWITCHOFFSET(CAST(CASE WHEN ${isTime(cell)} THEN ${cut} ELSE ${no} END AS datetimeoffset(7)), '+00:00') AS datetime2(7))`;
}

function known({ name: column, type }: Field): Transact {
  const found = transactTypeOf(type)?.type;
  if (found === undefined) throw new Error(`${column} has no type of T-SQL`);
  return found;
}
