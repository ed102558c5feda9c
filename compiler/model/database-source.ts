import type { Origin } from "../source/origin.js";
import type { DatabaseKind } from "./connection.js";
import type { Duration } from "./duration.js";
import type { Named } from "./parts.js";
import type { SourceColumn } from "./source.js";

/** A table of a database. */
export interface DatabaseSource {
  readonly kind: DatabaseKind;
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** `dbo` */
  readonly schema: string;
  readonly table: string;
  /** None: it is not said what tells two of its rows apart. */
  readonly primaryKey: readonly Named[];
  readonly read: Reading;
  readonly columns: readonly SourceColumn[];
  /** The project's own files, which stand for its rows on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

/** Which rows are read each time. */
export type Reading =
  /** Those that are new or changed. */
  | { readonly kind: "incremental"; readonly cursor: Cursor }
  /** All of them. `mayBeEmpty`: none, where there were some before, is no mistake. */
  | { readonly kind: "full"; readonly mayBeEmpty: boolean };

/** The column by which new and changed rows are found. */
export interface Cursor {
  readonly origin: Origin;
  readonly column: Named;
  /** The mark before the first reading, as it was written. */
  readonly start: string;
  /** How long after its stamp a row may be committed. */
  readonly lag: Duration | undefined;
  /** Of the clock that rows are stamped by. Undefined: it is not said. */
  readonly timeZone: Named | undefined;
  /** It is said that numbers become visible in their order. */
  readonly isInCommitOrder: boolean;
}
