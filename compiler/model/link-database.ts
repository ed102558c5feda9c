import type { Report } from "../diagnostics/report.js";
import { type DataType, printType } from "../expression/type.js";
import { reportRepeats } from "./columns.js";
import { checkCursor } from "./cursor.js";
import type { DatabaseSource } from "./database-source.js";
import { landingDiagnostics } from "./landing-diagnostics.js";
import { isColumn } from "./link-parts.js";
import { columnOf, connectionTo } from "./link-source.js";
import type { Column } from "./linked.js";
import type { LinkedDatabaseSource } from "./linked-landings.js";
import type { Project } from "./model.js";

/** Holds a database's table against what it names. Undefined if any of it has an error. */
export function linkDatabase(
  source: DatabaseSource,
  pipeline: string,
  project: Project,
  report: Report,
): LinkedDatabaseSource | undefined {
  const { primaryKey, cursor } = source;
  const connection = connectionTo(source.connection, "sql-server", project, report);
  const declared = source.columns.map((column) => columnOf(column, report));
  const areOnce = reportRepeats(source.columns, report).length === 0;
  const columns = declared.filter((column) => column !== undefined);
  const areCells = columns.map((column) => isCell(column, report)).every(Boolean);
  const areKnown = [...primaryKey, cursor.column].map((named) =>
    isColumn(named, `Source '${source.name}'`, source.columns, report),
  );
  const column = columns.find(({ name }) => name === cursor.column.name);
  const start = column && isRight(column.type) ? checkCursor(cursor, column, report) : undefined;
  if (columns.length < declared.length || !areOnce || !areCells || !areKnown.every(Boolean)) return undefined;
  if (connection === undefined || column === undefined || start === undefined) return undefined;
  const key = primaryKey.map(({ name }) => name);
  const sure = [...key, column.name];
  return {
    kind: "database",
    pipeline,
    source,
    connection,
    columns: columns.map((one) => ({ ...one, nullable: !sure.includes(one.name) })),
    cursor: { ...column, nullable: false },
    key,
    start,
  };
}

/** What a cell of CSV holds, and a database has a type for. */
const isRight = ({ kind }: DataType): boolean =>
  ["string", "boolean", "int", "bigint", "double", "decimal", "date", "timestamp"].includes(kind);

function isCell({ name, type, origin }: Column, report: Report): boolean {
  if (!isRight(type))
    report.add(landingDiagnostics.columnOfDatabase.at(origin, { column: name, type: printType(type) }));
  return isRight(type);
}
