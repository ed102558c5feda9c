import type { Origin } from "../source/origin.js";
import type { ExpressionText, Named, NonEmpty } from "./parts.js";
import type { Table } from "./table.js";

/** A table that keeps the latest row of each key: one with `apply_changes`. */
export interface MergedTable
  extends Pick<Table, "columns" | "where" | "expectations" | "sensitive" | "declassify" | "maySetAside"> {
  readonly kind: "merged";
  readonly origin: Origin;
  readonly layer: "silver" | "gold";
  readonly name: string;
  /** The name by which the lake and the lock know it: the one it had before it was renamed. */
  readonly storedAs: string;
  readonly description: string | undefined;
  /** Raised to have everything merged again; 0: never. */
  readonly backfill: number;
  readonly inputs: NonEmpty<Named>;
  readonly changes: ApplyChanges;
}

export interface ApplyChanges {
  readonly origin: Origin;
  /** Undefined: the columns that come from the source's primary key. */
  readonly keys: readonly Named[] | undefined;
  /** None: of whole tables each reading is later than the ones before. */
  readonly sequenceBy: readonly Named[];
  /** Of earlier states of a row versions stay; undefined: only the latest does. */
  readonly history: History | undefined;
  /** A row that a whole table does not have any more is deleted. */
  readonly deletesAbsent: boolean;
  /** A change for which this is true deletes the row of its key. */
  readonly deleteWhen: ExpressionText | undefined;
  /** A null keeps the value that is there. */
  readonly ignoresNull: boolean;
}

export interface History {
  /** The columns of which a change makes a version; undefined: any. */
  readonly tracked: readonly Named[] | undefined;
}
