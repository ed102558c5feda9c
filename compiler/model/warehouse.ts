import type { Origin } from "../source/origin.js";
import type { DedicatedTable } from "./dedicated.js";
import type { Join } from "./join.js";
import type { Mask, RowFilter } from "./mask.js";
import type { ExpressionText, Named } from "./parts.js";
import type { Poisoned } from "./poisoned.js";
import type { Allowed, Declassification } from "./sensitive.js";

/** Tables of the lake as views of a database. */
export interface Warehouse {
  readonly origin: Origin;
  /** Undefined if it has an error, which was reported. */
  readonly connection: Named | undefined;
  readonly exposures: ReadonlyMap<string, Exposure | Poisoned>;
}

/** The partitions that a run writes anew, beside those that are kept nowhere yet. */
export interface Refresh {
  readonly origin: Origin;
  /** Those of so many days before the current one, and of later days. */
  readonly lastDays: number;
}

/** A table of the lake, and what is seen of it. */
export interface Exposure {
  readonly kind: "exposure";
  readonly origin: Origin;
  readonly name: string;
  readonly from: Named;
  readonly as: "view" | "external-table" | "cetas";
  /** The table of a dedicated SQL pool that is loaded from its files; undefined: none is. */
  readonly dedicated: DedicatedTable | undefined;
  /** The column by whose values its files are kept apart; only of one that has files of its own. */
  readonly partitionBy: Named | undefined;
  /** What a run writes anew; undefined: all. */
  readonly refresh: Refresh | undefined;
  readonly hide: readonly Named[];
  /** Instead of the table's columns. */
  readonly columns: readonly ExpressionText[] | undefined;
  readonly where: ExpressionText | undefined;
  /** What is sensitive in what is seen of it. */
  readonly mayHold: Allowed;
  readonly declassify: readonly Declassification[];
  readonly joins: readonly Join[];
  readonly groupBy: readonly Named[];
  readonly aggregates: readonly ExpressionText[];
  readonly masks: readonly Mask[];
  /** By principal; who is none of them sees no row. Undefined: everybody sees all. */
  readonly rows: readonly RowFilter[] | undefined;
}
