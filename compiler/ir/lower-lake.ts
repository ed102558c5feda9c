import type { Lock } from "../lock/lock.js";
import type { LinkedLakeSource, LinkedRaw } from "../model/linked.js";
import type { LakeTableIr, NewRowsQuery } from "./ir.js";
import { checkpointOf } from "./lower-checkpoint.js";
import { fieldOf, idOf, rawTable, referenceOf } from "./lower-tables.js";
import { placesOf } from "./places.js";

/** The query that keeps the rows of a table that others write. */
export function newRows(raw: LinkedRaw, source: LinkedLakeSource, lock: Lock): NewRowsQuery {
  const { table, pipeline } = raw;
  return {
    kind: "new-rows",
    ...checkpointOf(idOf(pipeline, table), lock),
    reference: referenceOf(table),
    origin: table.origin,
    description: table.description,
    trigger: table.trigger,
    places: placesOf(raw),
    source: lakeTableOf(source, pipeline),
    output: rawTable(raw),
  };
}

function lakeTableOf({ pipeline, source, connection, columns }: LinkedLakeSource, reader: string): LakeTableIr {
  return {
    id: `${pipeline}/sources.${source.name}`,
    name: pipeline === reader ? source.name : `${pipeline.replaceAll("-", "_")}__${source.name}`,
    connection: connection.name,
    account: connection.account.values,
    container: connection.container.values,
    path: source.path,
    columns: columns.map(fieldOf),
    samples: source.samples,
  };
}
