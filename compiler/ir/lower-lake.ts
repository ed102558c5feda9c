import type { LinkedLakeSource, LinkedRaw } from "../model/linked.js";
import type { Identities } from "./identities.js";
import { containerOf } from "./lower-endpoint.js";
import { sourceNames, tableQuery } from "./lower-query.js";
import { fieldOf, rawTable } from "./lower-tables.js";
import type { NewRowsQuery } from "./query.js";
import type { LakeTableIr } from "./source.js";

/** The query that keeps the rows of a table that others write. */
export function newRows(raw: LinkedRaw, source: LinkedLakeSource, identities: Identities): NewRowsQuery {
  return {
    kind: "new-rows",
    ...tableQuery(raw, identities),
    source: lakeTableOf(source, raw.pipeline, identities),
    output: rawTable(raw),
  };
}

function lakeTableOf(linked: LinkedLakeSource, reader: string, identities: Identities): LakeTableIr {
  const { source, connection, columns } = linked;
  return {
    ...sourceNames(linked, reader, identities),
    ...containerOf(connection),
    path: source.path,
    columns: columns.map(fieldOf),
    samples: source.samples,
  };
}
