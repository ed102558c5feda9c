import { setsFilesAside } from "../model/files.js";
import type { LinkedFilesSource, LinkedRaw } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { containerOf } from "./lower-endpoint.js";
import { sourceNames, tableQuery } from "./lower-query.js";
import { fieldOf, pathOf, rawTable } from "./lower-tables.js";
import type { NewFilesQuery } from "./query.js";
import type { FilesIr } from "./source.js";
import type { TableIr } from "./table.js";

/** The query that keeps the rows of new files. */
export function newFiles(raw: LinkedRaw, source: LinkedFilesSource, identities: Identities): NewFilesQuery {
  return {
    kind: "new-files",
    ...tableQuery(raw, identities),
    source: filesOf(source, raw.pipeline, identities),
    output: rawTable(raw),
    quarantine: setsFilesAside(source.source) ? quarantineOf(raw) : undefined,
  };
}

function filesOf(linked: LinkedFilesSource, reader: string, identities: Identities): FilesIr {
  const { source, connection, columns } = linked;
  return {
    ...sourceNames(linked, reader, identities),
    ...containerOf(connection),
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
