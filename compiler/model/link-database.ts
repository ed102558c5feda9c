import type { Report } from "../diagnostics/report.js";
import { printType } from "../expression/type.js";
import { checkCursor } from "./cursor.js";
import type { DatabaseSource } from "./database-source.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { isOfCells, linkCells } from "./link-cells.js";
import { connectionTo } from "./link-source.js";
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
  const connection = connectionTo(source.connection, [source.kind], project, report);
  const named = [...primaryKey, ...(read.kind === "incremental" ? [read.cursor.column] : [])];
  const { columns, areSound } = linkCells(source, named, report);
  const isFit = source.kind !== "postgres" || areOfPostgres(columns, report);
  const reading = isFit ? readingOf(source, columns, report) : undefined;
  if (connection === undefined || !areSound || !isFit || reading === undefined) return undefined;
  return {
    kind: "database",
    pipeline,
    source,
    connection,
    columns,
    key: primaryKey.map(({ name }) => name),
    reading,
  };
}

/** Undefined if the cursor has an error, which was reported. */
function readingOf(
  { kind, read }: DatabaseSource,
  columns: readonly Column[],
  report: Report,
): LinkedReading | undefined {
  if (read.kind === "full") return read;
  const { cursor } = read;
  const column = columns.find(({ name }) => name === cursor.column.name);
  const start = column && isOfCells(column.type) ? checkCursor(cursor, column, kind, report) : undefined;
  if (column === undefined || start === undefined) return undefined;
  return { kind: "incremental", cursor: column, start, lag: cursor.lag };
}

/** Names that every table has for what is the server's own. */
const systemColumns = ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"];

/** How many digits of a decimal the copy takes. */
const mostDigits = 28;

/** Whether the copy can read the columns; what it cannot is reported. */
function areOfPostgres(columns: readonly Column[], report: Report): boolean {
  const system = columns.filter(({ name }) => systemColumns.includes(name));
  const long = columns.filter(({ type }) => type.kind === "decimal" && type.precision > mostDigits);
  for (const { name, origin } of system) report.add(landingDiagnostics.systemColumn.at(origin.key(), { column: name }));
  for (const { name, origin, type } of long)
    report.add(landingDiagnostics.longDecimal.at(origin, { column: name, type: printType(type) }));
  return system.length === 0 && long.length === 0;
}
