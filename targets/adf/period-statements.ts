import type { ControlIr } from "../../compiler/ir/flow.js";
import { call, item, outputOf, parameter, quoted } from "./expression.js";
import { rowsOf } from "./file-sets.js";
import { ofSource, periodNames } from "./period-names.js";
import { hole, list, type Sql, sql } from "./sql.js";
import { marks, mergeMark, nextLanding } from "./statements.js";
import { toldThisRun } from "./this-run.js";
import { readUntil } from "./window-trigger.js";

/** Of a run, for each source: what is left the next run goes on with. A Lookup gives 5,000 rows at the most. */
export const mostPeriods = 500;

const source = sql`N'${hole(ofSource("source"))}'`;
const start = sql`'${hole(ofSource("start"))}'`;
const unit = hole(ofSource("unit"));
const lag = hole(ofSource("lag_seconds"));

/** Who starts a run by hand says himself what the parameter is, so quotes of it are doubled. */
const end = sql`CAST('${hole(call("replace", parameter(readUntil), quoted("'"), quoted("''")))}' AS datetime2)`;

/**
 * The periods that are over, from the mark on, oldest first: when each begins and ends, and the folder and the name of its files. The
 * clock is the control database's. `read_until`: periods that end behind it are left to later runs.
 */
export function selectDue(control: ControlIr): Sql {
  const mark = sql`SELECT CAST(COALESCE(m.[mark], d.[start]) AS datetime2) AS [mark] FROM (SELECT ${source} AS [source], ${start} AS [start]) AS d LEFT JOIN ${marks(control)} AS m ON m.[source] = d.[source]`;
  const from = sql`DATEADD(${unit}, n.[n], o.[mark])`;
  const to = sql`DATEADD(${unit}, n.[n] + 1, o.[mark])`;
  const periods = sql`SELECT ${spelled(from)} AS [begin], ${spelled(to)} AS [end], ${to} AS [until] FROM (${mark}) AS o CROSS JOIN (${numbers}) AS n`;
  return sql`SELECT p.[begin], p.[end], ${named("folder")} AS [folder], ${named("file")} AS [file] FROM (${periods}) AS p WHERE p.[until] <= DATEADD(second, -${lag}, SYSUTCDATETIME()) AND p.[until] <= ${end} ORDER BY p.[begin]`;
}

/** As marks have it: `2026-01-01 05:00:00`. */
const spelled = (time: Sql): Sql => sql`LEFT(CAST(${time} AS varchar(27)), 19)`;

const digits = (from: number, count: number): Sql =>
  list(Array.from({ length: count }, (_, at) => numberOf(from + at)));
const numberOf = (value: number): Sql => ({ parts: [`(${value})`] });

/** 0 to 499. Older versions of SQL Server have no series of numbers. https://learn.microsoft.com/sql/t-sql/functions/generate-series-transact-sql */
const numbers = sql`SELECT h.[n] * 100 + t.[n] * 10 + u.[n] AS [n] FROM (VALUES ${digits(0, mostPeriods / 100)}) AS h([n]) CROSS JOIN (VALUES ${digits(0, 10)}) AS t([n]) CROSS JOIN (VALUES ${digits(0, 10)}) AS u([n])`;

/** A folder or a name with the parts of a period's beginning. No part that is put in has braces, so the order says nothing. */
const named = (field: "folder" | "file"): Sql =>
  parts.reduce(
    (text, { part, at, length }) => sql`REPLACE(${text}, N'${part}', SUBSTRING(p.[begin], ${at}, ${length}))`,
    sql`N'${hole(ofSource(field))}'`,
  );

const parts = [
  { part: sql`{yyyy}`, at: sql`1`, length: sql`4` },
  { part: sql`{MM}`, at: sql`6`, length: sql`2` },
  { part: sql`{dd}`, at: sql`9`, length: sql`2` },
  { part: sql`{HH}`, at: sql`12`, length: sql`2` },
];

const begin = sql`'${hole(item("begin"))}'`;
const until = sql`'${hole(item("end"))}'`;

/**
 * The number and the folder of the landing to come, and whether the period that the loop is at is the next one: where one before it
 * has failed it is not, and is left to the next run.
 */
export const selectPeriodLanding = (control: ControlIr): Sql =>
  sql`SELECT CASE WHEN COALESCE(m.[mark], d.[start]) = d.[begin] THEN 1 ELSE 0 END AS [is_next], ${nextLanding} FROM (SELECT ${source} AS [source], ${start} AS [start], ${begin} AS [begin]) AS d LEFT JOIN ${marks(control)} AS m ON m.[source] = d.[source]`;

/** What a source has when a period has been read: the landing is one only if it has rows, for readers look for the file of each. */
export function keepPeriod(control: ControlIr): Sql {
  const rows = hole(rowsOf(periodNames.landFiles));
  const landing = hole(toldThisRun(periodNames.landing, "landing"));
  return moveMark(
    control,
    sql`${rows} AS [seen], CASE WHEN ${rows} > 0 THEN ${landing} ELSE ${landing} - 1 END AS [landing]`,
  );
}

/** The same where nothing is in the period's place. */
export const passPeriod = (control: ControlIr): Sql =>
  moveMark(control, sql`0 AS [seen], ${hole(toldThisRun(periodNames.landing, "landing"))} - 1 AS [landing]`);

const isNext = hole(outputOf(periodNames.landing, "firstRow", "is_next"));

/**
 * From the period's begin to its end, and from nowhere else: done again, late, or after a period that has failed, it changes nothing.
 * `is_next`: nor where another run has come to the period since it was looked at.
 */
const moveMark = (control: ControlIr, given: Sql): Sql =>
  mergeMark(control, {
    given: sql`${source} AS [source], ${start} AS [start], ${begin} AS [begin], ${until} AS [mark], ${isNext} AS [is_next], ${given}`,
    matched: sql` AND m.[mark] = n.[begin] AND n.[is_next] = 1 THEN UPDATE SET [mark] = n.[mark], [seen] = n.[seen], [landing] = n.[landing]`,
    unmatched: sql` AND n.[begin] = n.[start] AND n.[is_next] = 1`,
    row: sql`n.[source], n.[mark], n.[seen], n.[landing], 0, N''`,
  });
