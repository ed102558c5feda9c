import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import { reportRepeats } from "./columns.js";
import { checkCursor } from "./cursor.js";
import type { DatabaseSource, Reading } from "./database-source.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { isColumn } from "./link-parts.js";
import { columnOf, connectionTo } from "./link-source.js";
import type { Column } from "./linked.js";
import type { LinkedDatabaseSource, LinkedReading } from "./linked-landings.js";
import type { Project } from "./model.js";

/** Holds a database's table against what it names. Undefined if any of it has an error. */
export function linkDatabase(
  source: DatabaseSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedDatabaseSource | undefined {
  const { primaryKey, read } = source;
  const connection = connectionTo(source.connection, "sql-server", project, report);
  const declared = source.columns.map((column) => columnOf(column, report));
  const areOnce = reportRepeats(source.columns, report).length === 0;
  const columns = declared.filter((column) => column !== undefined);
  const areCells = columns.map((column) => isCell(column, report)).every(Boolean);
  const named = [...primaryKey, ...(read.kind === "incremental" ? [read.cursor.column] : [])];
  const areKnown = named.map((one) => isColumn(one, `Source '${source.name}'`, source.columns, report));
  const reading = readingOf(read, columns, report);
  if (columns.length < declared.length || !areOnce || !areCells || !areKnown.every(Boolean)) return undefined;
  if (connection === undefined || reading === undefined) return undefined;
  const sure = named.map(({ name }) => name);
  return {
    kind: "database",
    pipeline,
    source,
    connection,
    columns: columns.map((one) => ({ ...one, nullable: !sure.includes(one.name) })),
    key: primaryKey.map(({ name }) => name),
    reading,
  };
}

/** Undefined if the cursor has an error, which was reported. */
function readingOf(read: Reading, columns: readonly Column[], report: Report): LinkedReading | undefined {
  if (read.kind === "full") return read;
  const { cursor } = read;
  const column = columns.find(({ name }) => name === cursor.column.name);
  const start = column && isRight(column.type) ? checkCursor(cursor, column, report) : undefined;
  if (column === undefined || start === undefined) return undefined;
  return { kind: "incremental", cursor: { ...column, nullable: false }, start, lag: cursor.lag };
}

/** What a cell of CSV holds, and a database has a type for. */
const isRight = ({ kind }: DataType): boolean =>
  ["string", "boolean", "int", "bigint", "double", "decimal", "date", "timestamp"].includes(kind);

export function isCell({ name, type, origin }: Column, report: Report): boolean {
  if (!isRight(type))
    report.add(landingDiagnostics.columnOfDatabase.at(origin, { column: name, type: printType(type) }));
  return isRight(type);
}
