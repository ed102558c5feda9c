import type { Origin } from "../source/origin.js";
import type { Duration } from "./duration.js";
import type { Join } from "./join.js";
import type { ExpressionText, Named, NonEmpty, Trigger } from "./parts.js";
import type { Allowed, SensitiveClauses } from "./sensitive.js";

export type Layer = "bronze" | "silver" | "gold";

/** Bronze of a stream: body and position. */
export interface RawTable {
  readonly kind: "raw";
  readonly origin: Origin;
  readonly layer: "bronze";
  readonly name: string;
  /** The name by which the lake and the lock know it: the one it had before it was renamed. */
  readonly storedAs: string;
  readonly description: string | undefined;
  /** Raised to have everything read again; 0: never. */
  readonly backfill: number;
  readonly trigger: Trigger;
  readonly from: Named;
  readonly onSchemaChange: Storage["onSchemaChange"];
}

/** Exactly these columns; or the input's but some, and these. */
export type ColumnsClause =
  | { readonly mode: "exactly"; readonly expressions: readonly ExpressionText[]; readonly isBoth: boolean }
  | { readonly mode: "added"; readonly expressions: readonly ExpressionText[]; readonly except: readonly Named[] };

/** One logical query. */
export interface Table extends SensitiveClauses {
  readonly kind: "table";
  readonly origin: Origin;
  readonly layer: Layer;
  readonly name: string;
  /** The name by which the lake and the lock know it: the one it had before it was renamed. */
  readonly storedAs: string;
  readonly description: string | undefined;
  /** Nothing of it is stored: its clauses are steps of each query that reads it. */
  readonly isView: boolean;
  /** Raised to have everything read again; 0: never. */
  readonly backfill: number;
  readonly trigger: Trigger;
  /** What computes it: notebooks, or a mapping data flow of the orchestrator. */
  readonly engine: "spark" | "data-flow";
  /** What it reads: one thing, or several of one shape. */
  readonly inputs: NonEmpty<Named>;
  readonly explode: Explode | undefined;
  /** Clause 3; undefined: the input's columns as they are. */
  readonly columns: ColumnsClause | undefined;
  readonly where: ExpressionText | undefined;
  readonly expectations: readonly Expectation[];
  /** What is sensitive in rows that are set aside beside it. */
  readonly maySetAside: Allowed;
  readonly watermark: Watermark | undefined;
  readonly deduplicate: { readonly origin: Origin; readonly keys: readonly Named[] } | undefined;
  readonly lateRows: LateRows;
  /** One after another. */
  readonly joins: readonly Join[];
  readonly window: Window | undefined;
  readonly groupBy: readonly Named[];
  readonly aggregates: readonly ExpressionText[];
  readonly storage: Storage;
}

/** How a table stands in the lake. */
export interface Storage {
  /** Each batch adds rows, or the whole is computed anew. */
  readonly write: "append" | "replace";
  readonly partitionBy: readonly Named[];
  /** What becomes of an existing table with other columns. */
  readonly onSchemaChange: "fail" | "add";
}

/** One row for each element of an array. */
export interface Explode {
  readonly origin: Origin;
  /** The array, by the name of the column that holds its elements. */
  readonly array: ExpressionText;
  /** A row without elements stays, with null for one. */
  readonly isOuter: boolean;
}

export interface LateRows {
  readonly origin: Origin;
  /** `upsert`: they pass, and windows below are corrected. */
  readonly policy: "drop" | "divert" | "upsert" | "fail";
  /** The table says it, and not a default. */
  readonly isWritten: boolean;
  /** The table says it, or the project does for all its tables: it is not only the language's own default. */
  readonly isChosen: boolean;
}

export interface Expectation {
  readonly name: string;
  readonly origin: Origin;
  readonly that: ExpressionText;
  readonly otherwise: "quarantine" | "drop" | "warn" | "fail";
}

export interface Watermark {
  readonly origin: Origin;
  readonly column: Named;
  readonly delay: Duration;
  readonly ahead: Duration;
}

export interface Window {
  readonly origin: Origin;
  readonly column: Named;
  readonly cut: WindowCut;
}

/** How stretches of event time are cut. */
export type WindowCut =
  | { readonly kind: "tumbling"; readonly size: Duration; readonly offset: Duration | undefined }
  | { readonly kind: "hopping"; readonly size: Duration; readonly hop: Duration; readonly offset: Duration | undefined }
  | { readonly kind: "session"; readonly gap: Duration };
