import type { Report } from "../diagnostics/report.js";
import { checkCursor } from "./cursor.js";
import type { DatabaseSource, Reading } from "./database-source.js";
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
  const reading = readingOf(read, columns, report);
  if (connection === undefined || !areSound || reading === undefined) return undefined;
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
function readingOf(read: Reading, columns: readonly Column[], report: Report): LinkedReading | undefined {
  if (read.kind === "full") return read;
  const { cursor } = read;
  const column = columns.find(({ name }) => name === cursor.column.name);
  const start = column && isOfCells(column.type) ? checkCursor(cursor, column, report) : undefined;
  if (column === undefined || start === undefined) return undefined;
  return { kind: "incremental", cursor: column, start, lag: cursor.lag };
}
