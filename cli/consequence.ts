import { tablesRead } from "../compiler/ir/inputs.js";
import { tablesWritten } from "../compiler/ir/outputs.js";
import type { Query } from "../compiler/ir/query.js";
import type { TableIr } from "../compiler/ir/table.js";

/** What it means that a query begins with a new checkpoint. `clears`: `backfill` was raised, for it or above. */
export function consequence(query: Query, clears: boolean): readonly string[] {
  switch (query.kind) {
    case "documents":
      return ["every document is upserted again, by its id; documents whose rows are no longer made stay"];
    case "send":
      return ["every event is sent again; readers know repeats by event_id"];
    case "files":
      return [`all files are written again, to checkpoint=${query.identity}; those of earlier checkpoints stay`];
    case "ingest":
      return clears ? [removed(query), sourceReadAgain(query.source.hub, query.source.read)] : [refusal];
    case "new-rows":
      return clears ? [removed(query), sourceReadAgain(query.source.path, "lake")] : [refusal];
    case "new-files":
      return clears ? [removed(query), sourceReadAgain(query.source.path, "files")] : [refusal];
    case "rows":
    case "windows":
      return clears ? [removed(query), readAgain(tablesRead(query.input))] : [refusal];
    case "replace":
      return [`${references(tablesWritten(query)).join(", ")}: computed anew and swapped`];
    case "apply-changes":
      return clears ? [removed(query), `all landings of ${query.input.reference} are read again`] : [refusal];
    case "interval-join":
      return clears ? [removed(query), readAgain([...tablesRead(query.input), query.join.table])] : [refusal];
  }
}

/** What can be read again of a source is what it still has. */
export function sourceReadAgain(name: string, from: "stream" | "capture" | "files" | "lake"): string {
  switch (from) {
    case "stream":
      return `${name} is read again from the earliest event that it still has; what its retention has passed is lost`;
    case "capture":
      return `all files of ${name} that Capture has written are read again; what was removed of them is lost`;
    case "files":
      return `all files of ${name} that are still there are read again; the rows of those that were removed are lost`;
    case "lake":
      return `the table ${name} is read again as it is then, and landed_at is the time of that; rows that it has lost are lost`;
  }
}

const refusal = "where rows of earlier generations stand it does not start, until `backfill` is raised";

const removed = (query: Query): string =>
  `the rows of ${references(tablesWritten(query)).join(", ")} are removed, once`;

const readAgain = (tables: readonly TableIr[]): string => `all of ${references(tables).join(" and ")} is read again`;

const references = (tables: readonly TableIr[]): readonly string[] => tables.map(({ reference }) => reference);
