import type { ControlIr } from "../../compiler/ir/flow.js";
import { item, outputOf } from "./expression.js";
import type { FileNames } from "./names.js";
import { hole, type Sql, sql } from "./sql.js";
import { keep, marks, nextLanding, source } from "./statements.js";
import { toldThisRun } from "./this-run.js";

const lag = hole(item("lag_seconds"));

/** Before any file was put anywhere. */
const first = sql`'1970-01-01T00:00:00Z'`;

/**
 * Up to when files were taken and up to when they are to be taken now, in whole seconds, as the service's filter has it. The clock is
 * the control database's: no earlier interval ends behind a later one also where it was put back.
 */
export function selectInterval(control: ControlIr): Sql {
  const now = sql`CONCAT(REPLACE(LEFT(CAST(DATEADD(second, -${lag}, SYSUTCDATETIME()) AS varchar(27)), 19), ' ', 'T'), 'Z')`;
  const mark = sql`COALESCE(m.[mark], ${first})`;
  return sql`SELECT ${mark} AS [mark], CASE WHEN d.[until] > ${mark} THEN d.[until] ELSE ${mark} END AS [until], ${nextLanding} FROM (SELECT ${source} AS [source], ${now} AS [until]) AS d LEFT JOIN ${marks(control)} AS m ON m.[source] = d.[source]`;
}

/** When all files are read: later than the last time also where the clock was put back. Six digits of a second are all that Spark has. */
export function selectFilesReadAt(control: ControlIr): Sql {
  const least = sql`DATEADD(millisecond, 1, CAST(COALESCE(m.[mark], '0001-01-01 00:00:00') AS datetime2(6)))`;
  return sql`SELECT CAST(CASE WHEN d.[now] > ${least} THEN d.[now] ELSE ${least} END AS varchar(27)) AS [until], ${nextLanding} FROM (SELECT ${source} AS [source], CAST(SYSUTCDATETIME() AS datetime2(6)) AS [now]) AS d LEFT JOIN ${marks(control)} AS m ON m.[source] = d.[source]`;
}

export const keepFiles = (
  control: ControlIr,
  { interval, landFiles }: Pick<FileNames, "interval" | "landFiles">,
): Sql =>
  keep(control, {
    mark: hole(outputOf(interval, "firstRow", "until")),
    seen: hole(outputOf(landFiles, "rowsCopied")),
    landing: hole(toldThisRun(interval, "landing")),
  });
