import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import type { DatabaseKind } from "./connection.js";
import type { Cursor } from "./database-source.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import type { Column } from "./linked.js";
import { isTimeZone, suggestedZone } from "./time-zone.js";

/** The mark before the first reading, as the cursor's type spells it. Undefined if the cursor has an error, which was reported. */
export function checkCursor(
  cursor: Cursor,
  column: Column,
  database: DatabaseKind,
  report: Report,
): string | undefined {
  const { type } = column;
  if (type.kind === "timestamp") return ofTime(cursor, database, report);
  if (type.kind === "int" || type.kind === "bigint") {
    if (!cursor.isInCommitOrder)
      report.add(landingDiagnostics.cursorOfSequence.at(cursor.column.origin, { column: column.name, database }));
    return ofNumber(cursor, column, type.kind, report);
  }
  const details = { column: column.name, type: printType(type) };
  report.add(landingDiagnostics.cursorType.at(cursor.column.origin, details));
  return undefined;
}

/** How many digits of a second a time has; a start of more would be rounded beyond rows of the next one. */
const digits: Readonly<Record<DatabaseKind, number>> = { "sql-server": 7, "azure-sql": 7, postgres: 6 };

function ofTime(cursor: Cursor, database: DatabaseKind, report: Report): string | undefined {
  const { start, lag, column, origin, isInCommitOrder } = cursor;
  const spelled = spelledTime(start, digits[database]);
  if (spelled === undefined) {
    const most = digits[database] === 7 ? "" : `, of a second ${digits[database]} digits at most`;
    const rule = `a day and a time without a zone, as '2020-01-01T00:00:00'${most}`;
    report.add(landingDiagnostics.cursorStart.at(origin.child("start"), { start, type: "timestamp", rule }));
  }
  if (isInCommitOrder)
    report.add(landingDiagnostics.orderOfTime.at(origin.child("in_commit_order").key(), { column: column.name }));
  const isSound = isZone(cursor, report) && !isInCommitOrder;
  const withoutLag = database === "postgres" ? "cursorOfTransaction" : "cursorWithoutLag";
  if (lag === undefined) report.add(landingDiagnostics[withoutLag].at(column.origin, { column: column.name }));
  else if (spelled !== undefined && !isBefore(lag.milliseconds, spelled)) {
    report.add(landingDiagnostics.lagTooLong.at(origin.child("lag"), { lag: lag.text, start }));
    return undefined;
  }
  return isSound ? spelled : undefined;
}

/** Whether there is such a time zone, if one is said; else it is reported. */
function isZone({ timeZone }: Cursor, report: Report): boolean {
  if (timeZone === undefined || isTimeZone(timeZone.name)) return true;
  const details = { zone: timeZone.name, suggestion: suggestedZone(timeZone.name) };
  report.add(landingDiagnostics.unknownClock.at(timeZone.origin, details));
  return false;
}

/** `2020-01-01`, `2020-01-01 06:30`, `2020-01-01T06:30:00.5` as `2020-01-01T06:30:00.5`; undefined if there is no such time. */
function spelledTime(written: string, most: number): string | undefined {
  const [, day, time = "00:00", second = ":00", fraction = ""] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(\.\d{1,7})?)?$/.exec(written) ?? [];
  const spelled = `${day}T${time}${second}`;
  const at = Date.parse(`${spelled}Z`);
  const isTime = day !== undefined && !day.startsWith("0000") && !Number.isNaN(at) && fraction.length <= most + 1;
  return isTime && new Date(at).toISOString().startsWith(spelled) ? `${spelled}${fraction}` : undefined;
}

const firstTime = Date.parse("0001-01-01T00:00:00Z");

/** So far before it a database knows a time, and its own number of seconds between them. */
const isBefore = (milliseconds: number, start: string): boolean =>
  milliseconds <= 2_147_483_647_000 && Date.parse(`${start.slice(0, 19)}Z`) - milliseconds >= firstTime;

const largest = { int: 2_147_483_647n, bigint: 9_223_372_036_854_775_807n } as const satisfies Partial<
  Record<DataType["kind"], bigint>
>;

function ofNumber(
  { start, lag, timeZone, origin }: Cursor,
  { name }: Column,
  type: keyof typeof largest,
  report: Report,
): string | undefined {
  const number = /^-?\d{1,19}$/.test(start) ? BigInt(start) : undefined;
  const isInRange = number !== undefined && number <= largest[type] && number >= -largest[type] - 1n;
  if (!isInRange) {
    const rule = `a whole number from ${-largest[type] - 1n} to ${largest[type]}`;
    report.add(landingDiagnostics.cursorStart.at(origin.child("start"), { start, type, rule }));
  }
  if (lag !== undefined)
    report.add(landingDiagnostics.lagOfNumber.at(origin.child("lag").key(), { column: name, type }));
  if (timeZone !== undefined)
    report.add(landingDiagnostics.timeZoneOfNumber.at(origin.child("time_zone").key(), { column: name, type }));
  return isInRange && lag === undefined && timeZone === undefined ? `${number}` : undefined;
}
