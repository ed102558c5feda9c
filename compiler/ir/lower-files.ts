import type { Lock } from "../lock/lock.js";
import { setsFilesAside } from "../model/files.js";
import type { LinkedFilesSource, LinkedRaw } from "../model/linked.js";
import type { FilesIr, NewFilesQuery, TableIr } from "./ir.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { fieldOf, idOf, pathOf, rawTable, referenceOf } from "./lower-tables.js";
import { placesOf } from "./places.js";

/** The query that keeps the rows of new files. */
export function newFiles(raw: LinkedRaw, source: LinkedFilesSource, lock: Lock): NewFilesQuery {
  const { table, pipeline } = raw;
  return {
    kind: "new-files",
    ...checkpointOf(idOf(pipeline, table), lock),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    places: placesOf(raw),
    source: filesOf(source, pipeline),
    output: rawTable(raw),
    quarantine: setsFilesAside(source.source) ? quarantineOf(raw) : undefined,
  };
}

function filesOf({ pipeline, source, connection, columns }: LinkedFilesSource, reader: string): FilesIr {
  return {
    id: `${pipeline}/sources.${source.name}`,
    name: pipeline === reader ? source.name : `${pipeline.replaceAll("-", "_")}__${source.name}`,
    connection: connection.name,
    account: connection.account.values,
    container: connection.container.values,
    path: source.path,
    format: source.format,
    hasHeader: source.hasHeader,
    columns: columns.map(fieldOf),
    samples: source.samples,
  };
}

/** Files that are not what the source declares, whole. */
const quarantineOf = ({ table, source }: LinkedRaw): TableIr => ({
  reference: `${table.layer}.${table.name}.quarantine`,
  path: `${pathOf(table)}_quarantine`,
  columns: [
    ...source.position.columns.filter(({ name }) => name !== "file_row").map(fieldOf),
    { name: "reason", type: { kind: "string" }, nullable: false },
  ],
  comment: `Files that sources.${source.source.name} does not declare like this; nothing of them is in ${table.layer}.${table.name}.`,
  partitionBy: [],
  onSchemaChange: "fail",
});
