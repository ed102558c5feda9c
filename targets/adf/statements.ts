import type { Field } from "../../compiler/expression/type.js";
import type { ControlIr } from "../../compiler/ir/flow.js";
import { call, item, outputOf, parameter, quoted } from "./expression.js";
import type { LandedFormat } from "./landed-files.js";
import { type ReadingNames, takingNames } from "./names.js";
import { hole, list, name, type Sql, sql, text } from "./sql.js";
import { askedBy, toldThisRun } from "./this-run.js";
import { readUntil } from "./window-trigger.js";

/** What a cursor's values are to the database: a point in time, or a whole number. */
export type CursorKind = "clock" | "number";

const columns = hole(item("columns"));
const cursor = hole(item("cursor"));
const table = hole(item("from"));
const lag = hole(item("lag_seconds"));
const unit = hole(item("lag_unit"));
/** By which the control table knows what a loop is at. */
export const source = sql`N'${hole(item("source"))}'`;
export const marks = ({ schema }: ControlIr): Sql => sql`${name(schema)}.[marks]`;

/**
 * Up to where rows were read, the sum of those that stood in the lag then, how far behind the mark rows are read again (not at all
 * by the first reading), and the number and folder of the landing to come.
 */
export function selectOldMark(control: ControlIr): Sql {
  return sql`SELECT COALESCE(m.[mark], d.[mark]) AS [mark], COALESCE(m.[seen], 0) AS [seen], CASE WHEN m.[source] IS NULL THEN 0 ELSE ${lag} END AS [lag], ${nextLanding} FROM (SELECT ${source} AS [source], '${hole(item("start"))}' AS [mark]) AS d LEFT JOIN ${marks(control)} AS m ON m.[source] = d.[source]`;
}

const next = sql`COALESCE(m.[landing], 0) + 1`;

/** The number and the folder of the landing to come, behind those that the control table `m` knows. */
export const nextLanding = sql`${next} AS [landing], ${landingFolder(next)} AS [folder], ${askedBy}`;

/** The folder of a landing, by its number. */
export function landingFolder(landing: Sql): Sql {
  return sql`CONCAT('landing=', RIGHT(CONCAT('0000000000', ${landing}), 10))`;
}

/**
 * Up to where rows can be read now, the sum of those that stand in the lag, and whether there is anything to read. A row that was
 * committed late has a stamp before the old mark: the sum tells. Where the lag holds no row any more there is none to read.
 * `isCapped`: rows from the end of the run's window on are left to later ones.
 */
export function selectNewMark(kind: CursorKind, names: ReadingNames, isCapped = false): Sql {
  const { mark: oldText, seen, lag: oldLag } = oldMark(names);
  const old = inType(oldText, kind);
  const largest = sql`CASE WHEN l.[last] > o.[old] THEN l.[last] ELSE o.[old] END AS [mark]`;
  if (kind === "number")
    return sql`SELECT CAST(n.[mark] AS varchar(27)) AS [mark], 0 AS [seen], CASE WHEN n.[mark] > n.[old] THEN 1 ELSE 0 END AS [changed] FROM (SELECT o.[old], ${largest} FROM (SELECT ${old} AS [old]) AS o CROSS JOIN (SELECT MAX(${cursor}) AS [last] FROM ${table}) AS l) AS n`;
  return sql`SELECT CAST(n.[mark] AS varchar(27)) AS [mark], (${sumOfLag(sql`n.[mark]`, lag)}) AS [seen], CASE WHEN n.[mark] > n.[old] OR (n.[again] > 0 AND n.[again] <> ${seen}) THEN 1 ELSE 0 END AS [changed] FROM (SELECT o.[old], (${sumOfLag(sql`o.[old]`, oldLag)}) AS [again], ${largest} FROM (SELECT ${old} AS [old]) AS o CROSS JOIN (SELECT ${lastInUtc} AS [last] FROM ${table}${isCapped ? beforeEnd : sql``}) AS l) AS n`;
}

/** Who starts a run by hand says himself what the parameter is, so quotes of it are doubled. */
const beforeEnd = sql` WHERE ${cursor} < CAST('${hole(call("replace", parameter(readUntil), quoted("'"), quoted("''")))}' AS datetime2)`;

/**
 * The largest cursor as the datetime2 that it is compared as. COALESCE makes a datetime one, whose .003 then is .0033333, as in a
 * comparison: left to AT TIME ZONE it would keep its three digits, and the newest rows would be beyond the mark that is made of
 * them. AT TIME ZONE: of a datetimeoffset the point in time counts, not the digits of its own clock. An empty table has the first
 * of all times, which is beyond no mark.
 * https://learn.microsoft.com/sql/t-sql/data-types/datetime2-transact-sql
 * https://learn.microsoft.com/sql/t-sql/data-types/data-type-precedence-transact-sql
 */
const lastInUtc = sql`CAST(COALESCE(MAX(${cursor}), CAST('0001-01-01' AS datetime2)) AT TIME ZONE 'UTC' AS datetime2)`;

/** The rows beyond the old mark less the lag, up to the new mark. */
export function selectRows(kind: CursorKind, names: ReadingNames): Sql {
  const { mark, lag: oldLag } = oldMark(names);
  const old = inType(mark, kind);
  const from = kind === "clock" ? less(oldLag, old) : old;
  return sql`SELECT ${columns} FROM ${table} WHERE ${cursor} > ${from} AND ${cursor} <= ${inType(newMark(names).mark, kind)}`;
}

export const keepMark = (control: ControlIr, names: ReadingNames): Sql =>
  keep(control, { ...newMark(names), landing: oldMark(names).landing });

/** One statement, so it is done or not; done again, or late, after that of a later landing, it changes nothing. */
export function keep(
  control: ControlIr,
  { mark, seen, landing }: { readonly mark: Sql; readonly seen: Sql; readonly landing: Sql },
): Sql {
  return mergeMark(control, {
    given: sql`${source} AS [source], '${mark}' AS [mark], ${seen} AS [seen], ${landing} AS [landing]`,
    matched: sql` AND m.[landing] < n.[landing] THEN UPDATE SET [mark] = n.[mark], [seen] = n.[seen], [landing] = n.[landing]`,
    row: sql`n.[source], n.[mark], n.[seen], n.[landing], 0, N''`,
  });
}

/**
 * What a source's row of the control table becomes, `m`, or is when there is none yet, `row`, by what is `given`, `n`; `unmatched`:
 * only where that holds. The pipeline is the only writer of its rows and runs once at a time, so MERGE needs no HOLDLOCK, which H2 does
 * not take.
 */
export function mergeMark(
  control: ControlIr,
  {
    given,
    matched,
    unmatched = sql``,
    row,
  }: { readonly given: Sql; readonly matched: Sql; readonly unmatched?: Sql; readonly row: Sql },
): Sql {
  return sql`MERGE INTO ${marks(control)} AS m USING (SELECT ${given}) AS n ON m.[source] = n.[source] WHEN MATCHED${matched} WHEN NOT MATCHED${unmatched} THEN INSERT ([source], [mark], [seen], [landing], [taken], [taken_by]) VALUES (${row});`;
}

/**
 * The last whole landing of each source, if any was not taken yet, or not by these queries (`takers`); else nothing. All are
 * given then: each query knows itself how far it has come, and one that begins anew needs what others took long ago. `mayHaveNone`:
 * of some sources it may be known that they had nothing so far.
 */
export function selectLanded(
  control: ControlIr,
  sources: readonly string[],
  takers: string,
  mayHaveNone: boolean,
): Sql {
  const isSome = mayHaveNone ? sql` AND [landing] > 0` : sql``;
  const isAny = sql`MAX(CASE WHEN [landing] > [taken] OR [taken_by] <> ${text(takers)} THEN 1 ELSE 0 END) OVER ()`;
  return sql`SELECT w.[source], w.[landing] FROM (SELECT [source], [landing], ${isAny} AS [is_any] FROM ${marks(control)} WHERE [source] IN (${list(sources.map(text))})${isSome}) AS w WHERE w.[is_any] = 1 ORDER BY w.[source]`;
}

/**
 * Only what the notebook was given is taken: each source is looked for, with its number, in the very text that it got. That is
 * JSON without blanks, its properties in the order of the query's columns.
 */
export function keepTaken(control: ControlIr, takers: string): Sql {
  const json = call("string", outputOf(takingNames.landed, "value"));
  const given = hole(call("replace", json, quoted("'"), quoted("''")));
  return sql`UPDATE ${marks(control)} SET [taken] = [landing], [taken_by] = ${text(takers)} WHERE ([landing] > [taken] OR [taken_by] <> ${text(takers)}) AND CHARINDEX(CONCAT(N'{"source":"', [source], N'","landing":', [landing], N'}'), N'${given}') > 0;`;
}

export const oldMark = ({ oldMark: activity }: ReadingNames) => ({
  mark: hole(outputOf(activity, "firstRow", "mark")),
  seen: hole(outputOf(activity, "firstRow", "seen")),
  lag: hole(outputOf(activity, "firstRow", "lag")),
  landing: hole(toldThisRun(activity, "landing")),
});

export const newMark = ({ newMark: activity }: ReadingNames) => ({
  mark: hole(outputOf(activity, "firstRow", "mark")),
  seen: hole(outputOf(activity, "firstRow", "seen")),
});

/**
 * A mark as a value: nothing is compared as text. Text of this form is the same datetime2 in every language, and a datetime2
 * holds every value of the other kinds, a column of which is compared as datetime2 too.
 */
const inType = (mark: Sql, kind: CursorKind): Sql =>
  kind === "clock" ? sql`CAST('${mark}' AS datetime2)` : sql`CAST('${mark}' AS bigint)`;

/**
 * What the rows in the lag behind a mark come to: their number, and of each how far behind it is. So a row that is added, leaves
 * or gets another stamp within the lag changes it. It fails from 2,147,483,648 rows on: H2 does not know COUNT_BIG.
 */
const sumOfLag = (mark: Sql, seconds: Sql): Sql =>
  sql`SELECT CAST(COUNT(*) + COALESCE(SUM(CAST(DATEDIFF(${unit}, ${cursor}, ${mark}) AS bigint)), 0) AS bigint) FROM ${table} WHERE ${cursor} > ${less(seconds, mark)} AND ${cursor} <= ${mark}`;

const less = (seconds: Sql, mark: Sql): Sql => sql`DATEADD(second, -${seconds}, ${mark})`;

/** The columns of a table, as a query has them whose rows land in a format. */
export const columnsRead = (columns: readonly Field[], format: LandedFormat): Sql =>
  list(columns.map((column) => columnRead(column, format)));

/**
 * Text of a datetimeoffset says its zone, and a time of Parquet has none: there the point in time is taken, in UTC, as the
 * reader of the text takes it.
 */
function columnRead({ name: column, type }: Field, format: LandedFormat): Sql {
  const read = name(column);
  return format === "parquet" && type.kind === "timestamp"
    ? sql`CAST(${read} AT TIME ZONE 'UTC' AS datetime2) AS ${read}`
    : read;
}
