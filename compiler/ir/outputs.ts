import type { Query } from "./query.js";
import type { TableIr } from "./table.js";
/** The tables of the lake that a query writes, its own first. */
export function tablesWritten(query: Query): readonly TableIr[] {
  switch (query.kind) {
    case "ingest":
    case "new-rows":
    case "interval-join":
    case "windows":
      return [query.output];
    case "new-files":
    case "replace":
      return present([query.output, query.quarantine]);
    case "apply-changes":
      return present([query.output, query.quarantine, query.deletes?.kept, query.sequences]);
    case "rows":
      return present([query.output, query.quarantine, query.late]);
    case "documents":
    case "send":
    case "files":
      return [];
  }
}

const present = (tables: readonly (TableIr | undefined)[]): readonly TableIr[] =>
  tables.filter((table) => table !== undefined);
