import type { Field } from "../../compiler/expression/type.js";
import { readAt } from "../../compiler/ir/database.js";
import type { Asked } from "./asked.js";
import { call, item, outputOf, parameter, quoted } from "./expression.js";
import type { ReadingNames, WholeNames } from "./names.js";
import { hole, list, type Sql, sql } from "./sql.js";
import { type CursorKind, newMark, oldMark } from "./statements.js";
import { readUntil } from "./window-trigger.js";

const cursor = hole(item("cursor"));
const table = hole(item("from"));
const columns = hole(item("columns"));

/** `"updated_at"`, which is not read in small letters, as a name without quotes is. */
const name = (text: string): Sql => ({ parts: [`"${text.replaceAll('"', '""')}"`] });

/**
 * A point in time is a `timestamp` here, which has no zone, of a column with one its time in UTC: the connection says that the
 * session's zone is that (`timezone` of the linked service), and by it the two types are compared and cast.
 * https://www.postgresql.org/docs/current/datatype-datetime.html
 */
const columnRead = ({ name: column, type }: Field): Sql =>
  type.kind === "timestamp" ? sql`CAST(${name(column)} AS timestamp) AS ${name(column)}` : name(column);

/** All digits that a timestamp has, with a blank: of a text with a `T` Data Factory may make a date of its own form. */
const asMark = (time: Sql): Sql => sql`to_char(${time}, 'YYYY-MM-DD HH24:MI:SS.US')`;

/** As `selectNewMark` of T-SQL. A row at `infinity` is at no time: it has no place in the order, as one without a value. */
function selectNewMark(kind: CursorKind, names: ReadingNames, isCapped: boolean): Sql {
  const { mark, seen, lag: oldLag } = oldMark(names);
  const old = inType(mark, kind);
  const largest = sql`GREATEST(o."old", l."last") AS "mark"`;
  if (kind === "number")
    return sql`SELECT CAST(n."mark" AS text) AS "mark", 0 AS "seen", CASE WHEN n."mark" > n."old" THEN 1 ELSE 0 END AS "changed" FROM (SELECT o."old", ${largest} FROM (SELECT ${old} AS "old") AS o CROSS JOIN (SELECT MAX(${cursor}) AS "last" FROM ${table}) AS l) AS n`;
  const last = sql`SELECT CAST(MAX(${cursor}) AS timestamp) AS "last" FROM ${table} WHERE ${cursor} < 'infinity'${isCapped ? beforeEnd : sql``}`;
  return sql`SELECT ${asMark(sql`n."mark"`)} AS "mark", (${sumOfLag(sql`n."mark"`, hole(item("lag_seconds")))}) AS "seen", CASE WHEN n."mark" > n."old" OR (n."again" > 0 AND n."again" <> ${seen}) THEN 1 ELSE 0 END AS "changed" FROM (SELECT o."old", (${sumOfLag(sql`o."old"`, oldLag)}) AS "again", ${largest} FROM (SELECT ${old} AS "old") AS o CROSS JOIN (${last}) AS l) AS n`;
}

/** Who starts a run by hand says himself what the parameter is, so quotes of it are doubled. */
const beforeEnd = sql` AND ${cursor} < CAST('${hole(call("replace", parameter(readUntil), quoted("'"), quoted("''")))}' AS timestamp)`;

/** The rows beyond the old mark less the lag, up to the new mark. */
function selectRows(kind: CursorKind, names: ReadingNames): Sql {
  const { mark, lag } = oldMark(names);
  const from = kind === "clock" ? less(lag, inType(mark, kind)) : inType(mark, kind);
  return sql`SELECT ${columns} FROM ${table} WHERE ${cursor} > ${from} AND ${cursor} <= ${inType(newMark(names).mark, kind)}`;
}

/** The time by the clock of the database that is read; of one table each reading is later than the one before. */
function selectReadingTime({ lastLanding }: WholeNames): Sql {
  const last = hole(outputOf(lastLanding, "firstRow", "mark"));
  const time = sql`GREATEST(clock_timestamp() AT TIME ZONE 'UTC', CAST('${last}' AS timestamp) + INTERVAL '1 millisecond')`;
  return sql`SELECT ${asMark(time)} AS "read_at"`;
}

/** All rows, as they are at one moment, each with the time of the reading. */
const selectTable = ({ readingTime }: WholeNames): Sql =>
  sql`SELECT ${columns}, CAST('${hole(outputOf(readingTime, "firstRow", "read_at"))}' AS timestamp) AS ${name(readAt.name)} FROM ${table}`;

const inType = (mark: Sql, kind: CursorKind): Sql =>
  kind === "clock" ? sql`CAST('${mark}' AS timestamp)` : sql`CAST('${mark}' AS bigint)`;

/**
 * What the rows in the lag behind a mark come to: their number, and of each how many microseconds it is behind. It is a remainder,
 * so that it is a number that JSON has: 2^53 - 1 is the largest.
 */
const sumOfLag = (mark: Sql, seconds: Sql): Sql =>
  sql`SELECT CAST(MOD(COUNT(*) + COALESCE(SUM(CAST(EXTRACT(EPOCH FROM ${mark} - CAST(${cursor} AS timestamp)) * 1000000 AS bigint)), 0), 9007199254740991) AS bigint) FROM ${table} WHERE ${cursor} > ${less(seconds, mark)} AND ${cursor} <= ${mark}`;

const less = (seconds: Sql, mark: Sql): Sql => sql`${mark} - ${seconds} * INTERVAL '1 second'`;

/** What a PostgreSQL database is asked. */
export const postgres: Asked = {
  name,
  columnsRead: (fields) => list(fields.map(columnRead)),
  selectNewMark,
  selectRows,
  selectReadingTime,
  selectTable,
};
