import { readAt } from "../../compiler/ir/database.js";
import type { ControlIr } from "../../compiler/ir/flow.js";
import { item, outputOf } from "./expression.js";
import type { WholeNames } from "./names.js";
import { hole, name, type Sql, sql } from "./sql.js";
import { keep, marks, nextLanding, source } from "./statements.js";
import { toldThisRun } from "./this-run.js";

/** When the table was read last and how many rows it had then, and the number and folder of the landing to come. */
export const selectLastLanding = (control: ControlIr): Sql =>
  sql`SELECT COALESCE(m.[mark], '0001-01-01 00:00:00') AS [mark], COALESCE(m.[seen], 0) AS [seen], ${nextLanding} FROM (SELECT ${source} AS [source]) AS d LEFT JOIN ${marks(control)} AS m ON m.[source] = d.[source]`;

/**
 * The time by the clock of the database that is read. A reading is later than the one before also where that clock was put back.
 * Of its seven digits of a second there are six, all that Spark has.
 */
export function selectReadingTime({ lastLanding }: WholeNames): Sql {
  const last = hole(outputOf(lastLanding, "firstRow", "mark"));
  return sql`SELECT CAST(CASE WHEN c.[now] > c.[least] THEN c.[now] ELSE c.[least] END AS varchar(27)) AS [read_at] FROM (SELECT CAST(SYSUTCDATETIME() AS datetime2(6)) AS [now], DATEADD(millisecond, 1, CAST('${last}' AS datetime2(6))) AS [least]) AS c`;
}

/** All rows, each with the time of the reading. */
export const selectTable = (names: WholeNames): Sql =>
  sql`SELECT ${hole(item("columns"))}, CAST('${readingTime(names)}' AS datetime2) AS ${name(readAt.name)} FROM ${hole(item("from"))}`;

/** The mark of a whole table is when it was read, and what was seen is how many rows it had. */
export const keepLanding = (control: ControlIr, names: WholeNames): Sql =>
  keep(control, {
    mark: readingTime(names),
    seen: hole(outputOf(names.landTable, "rowsCopied")),
    landing: hole(toldThisRun(names.lastLanding, "landing")),
  });

const readingTime = ({ readingTime: activity }: WholeNames): Sql => hole(outputOf(activity, "firstRow", "read_at"));
