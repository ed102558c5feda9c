import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { Named } from "./parts.js";
import type { SourceColumn } from "./source.js";

/** A table of a database, of which rows that are new or changed are read. */
export interface DatabaseSource {
  readonly kind: "sql-server";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** `dbo` */
  readonly schema: string;
  readonly table: string;
  readonly primaryKey: readonly Named[];
  readonly cursor: Cursor;
  readonly columns: readonly SourceColumn[];
  /** The project's own files, which stand for its rows on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

/** The column by which new and changed rows are found. */
export interface Cursor {
  readonly origin: Origin;
  readonly column: Named;
  /** The mark before the first reading, as it was written. */
  readonly start: string;
  /** How long after its stamp a row may be committed. */
  readonly lag: Duration | undefined;
}
