import type { Expression } from "../expression/expression.js";
import type { Origin } from "../source/origin.js";
import type {
  ColumnIr,
  CorrectedIr,
  EventTimeIr,
  ExpectationIr,
  ExplodeIr,
  JoinIr,
  WatermarkIr,
  WindowIr,
} from "./clauses.js";
import type { PerEnvironment } from "./environment.js";
import type { LandedIr } from "./flow.js";
import type { InputIr, RowsInput } from "./input.js";
import type { FilesIr, HubIr, LakeTableIr } from "./source.js";
import type { CosmosIr, FolderIr, HubStoreIr } from "./store.js";
import type { TableIr } from "./table.js";

/** One logical query: what it reads, what it does, where the rows go. */
export type Query =
  | IngestQuery
  | NewFilesQuery
  | NewRowsQuery
  | RowsQuery
  | IntervalJoinQuery
  | WindowsQuery
  | ReplaceQuery
  | ApplyChangesQuery
  | DocumentsQuery
  | SendQuery
  | FilesQuery;

/** A query and what its checkpoint is known by. */
export interface CheckpointIr {
  /** `readings/silver.readings` */
  readonly id: string;
  /** Generation and fingerprint of what the query's position and state depend on. */
  readonly identity: string;
  /** Those of its checkpoints before, the latest first, of which it goes on with the last that ran. */
  readonly goesOnFrom: readonly string[];
  /** The rows that generations before this one wrote are removed; undefined: they stay. */
  readonly clearsBefore: number | undefined;
  /** Tables of other jobs that it reads, and of which rows are removed: it must not read them before. */
  readonly awaits: readonly AwaitedIr[];
}

/** A table whose rows are removed by the job that writes it. */
export interface AwaitedIr {
  /** The query that writes it. */
  readonly id: string;
  /** Below the lake's root. */
  readonly path: string;
  readonly clearsBefore: number;
}

export interface QueryBase extends CheckpointIr {
  /** What it writes, as the language calls it now: `silver.readings`, `sinks.averages`. */
  readonly reference: string;
  readonly origin: Origin;
  readonly description: string | undefined;
  /** How often it makes a batch while it is kept running: `10 seconds`; a job's parameter where environments decide it. */
  readonly trigger: string | PerEnvironment;
  /** The places that its rows come from and, of a sink, go to: an environment with other values has another checkpoint. */
  readonly places: readonly PerEnvironment[];
}

/** Keeps the events of a hub as they came. */
export interface IngestQuery extends QueryBase {
  readonly kind: "ingest";
  readonly source: HubIr;
  readonly output: TableIr;
}

/** Keeps the rows of files as they are put there, each file once. */
export interface NewFilesQuery extends QueryBase {
  readonly kind: "new-files";
  readonly source: FilesIr;
  readonly output: TableIr;
  /** Of whole files that are not as declared; undefined: any file is. */
  readonly quarantine: TableIr | undefined;
}

/** Keeps the rows of a table that others write, as its commits come. */
export interface NewRowsQuery extends QueryBase {
  readonly kind: "new-rows";
  readonly source: LakeTableIr;
  readonly output: TableIr;
}

/** Row by row: each goes to exactly one place. */
export interface RowsQuery extends QueryBase {
  readonly kind: "rows";
  readonly input: InputIr;
  readonly explode: ExplodeIr | undefined;
  readonly columns: readonly ColumnIr[];
  readonly where: Expression | undefined;
  readonly expectations: readonly ExpectationIr[];
  readonly watermark: WatermarkIr | undefined;
  readonly deduplicate: { readonly keys: readonly string[] } | undefined;
  /** What is looked up for the rows that are written, one after another. */
  readonly joins: readonly JoinIr[];
  readonly output: TableIr;
  readonly quarantine: TableIr | undefined;
  readonly late: TableIr | undefined;
}

/** Rows of two streams in pairs, in whatever order they come; `left` adds the rows that can have no match any more, `semi` is of each row with a match once. */
export interface IntervalJoinQuery extends QueryBase {
  readonly kind: "interval-join";
  readonly input: InputIr;
  readonly columns: readonly ColumnIr[];
  /** Its table is the other stream. A row may match several. */
  readonly join: JoinIr;
  /** The columns of the other stream that are added or compared. */
  readonly kept: readonly string[];
  readonly own: EventTimeIr;
  readonly other: EventTimeIr;
  /** How much earlier and later than a row's the event time of the other may be: `10 minutes`, bounds included. */
  readonly bounds: { readonly before: string; readonly after: string };
  /** Other clauses that stand in the same table: not every engine can do them in one query. */
  readonly beside: readonly string[];
  readonly output: TableIr;
}

/** Aggregates over stretches of event time. */
export interface WindowsQuery extends QueryBase {
  readonly kind: "windows";
  readonly input: InputIr;
  /** Undefined: the input's columns as they are. */
  readonly columns: readonly ColumnIr[] | undefined;
  readonly watermark: WatermarkIr;
  readonly window: WindowIr;
  readonly groupBy: readonly string[];
  readonly aggregates: readonly ColumnIr[];
  /** Rows that come late are added; undefined: none does, and each window is written once. */
  readonly corrected: CorrectedIr | undefined;
  /** Row-by-row clauses (`where`, `expect` …) that stand in the same table: not every engine can do both in one query. */
  readonly beside: readonly string[];
  readonly output: TableIr;
}

/** Computes a whole table anew from all that its inputs hold, where one of them, or a table that is looked up, has changed. */
export interface ReplaceQuery extends QueryBase {
  readonly kind: "replace";
  /** Its job looks each time that it is started; else it is kept running, and sees changes as they come. */
  readonly isOfFlow: boolean;
  /** Of one shape, in the order of their names. */
  readonly inputs: readonly WholeInput[];
  /** What has landed of which data flows compute tables that it reads or looks rows up in: before it has, they are not there. */
  readonly computedOf: readonly ReadingInput[];
  readonly explode: ExplodeIr | undefined;
  readonly columns: readonly ColumnIr[];
  readonly where: Expression | undefined;
  readonly expectations: readonly ExpectationIr[];
  readonly joins: readonly JoinIr[];
  /** Undefined: row by row. */
  readonly grouping: { readonly groupBy: readonly string[]; readonly aggregates: readonly ColumnIr[] } | undefined;
  readonly output: TableIr;
  readonly quarantine: TableIr | undefined;
}

/** What is read as a whole: a table of the lake as it is; or the last reading that has landed of a table that is read whole. */
export type WholeInput = RowsInput | ReadingInput;

export interface ReadingInput {
  readonly kind: "reading";
  /** By which batches are recorded with it: `bronze/stores`. */
  readonly path: string;
  readonly landed: LandedIr;
}

interface DeliveryBase extends QueryBase {
  readonly input: { readonly table: TableIr };
  /** What tells two rows apart: a row that is written again is known by it. */
  readonly key: readonly string[];
  /** Rows for which this is not true are counted and left out. */
  readonly where: Expression | undefined;
}

/** Serves a table's rows as documents, upserted by key. */
export interface DocumentsQuery extends DeliveryBase {
  readonly kind: "documents";
  readonly store: CosmosIr;
}

/** Sends a table's rows to a hub as events, at least once. */
export interface SendQuery extends DeliveryBase {
  readonly kind: "send";
  readonly store: HubStoreIr;
  /** The columns that are sent. */
  readonly columns: readonly string[];
  /** The column that says which partition an event goes to; undefined: any. */
  readonly partitionBy: string | undefined;
}

/** Writes a table's rows to files, each batch to a folder of its own. */
export interface FilesQuery extends DeliveryBase {
  readonly kind: "files";
  readonly store: FolderIr;
  /** The columns that are written. */
  readonly columns: readonly string[];
}

/** The table has `valid_from` and `valid_to` behind its columns. */
export interface HistoryIr {
  /** Of snapshots: the columns of which a change makes a version. Of changes each row with another time is one. */
  readonly tracked: readonly string[] | undefined;
}

export interface DeletesIr {
  /** Over the landed columns; where it is null a change is a row. */
  readonly when: Expression;
  /** Where deletes are kept, so that what is earlier and comes later stays deleted; undefined: with the `sequences`. */
  readonly kept: TableIr | undefined;
}

/**
 * Keeps the latest row of each key of what has landed, or its versions, of those that are as expected. Each batch takes the landings that are
 * whole and were not taken yet, in the order of their numbers: of two rows with one key and one sequence the one that landed
 * later is the latest. A row whose sequence is null is older than any that has one.
 */
export interface ApplyChangesQuery extends QueryBase {
  readonly kind: "apply-changes";
  readonly input: LandedIr;
  /** Every column that a row has after clause 3, over the landed columns. */
  readonly columns: readonly ColumnIr[];
  readonly where: Expression | undefined;
  readonly expectations: readonly ExpectationIr[];
  /** Columns of the output that tell two rows apart. */
  readonly keys: readonly string[];
  /** Columns of the output by which the rows of one key have an order, the first decides first; none: `of` says more. */
  readonly sequenceBy: readonly string[];
  /** What each landing is: rows that have changed, or the whole table, then the order of the landings is that of the rows. */
  readonly of: "changes" | "snapshots";
  /** A row that a whole table does not have any more is deleted, or its version ends. */
  readonly deletesAbsent: boolean;
  /** Changes that delete the row of their key; undefined: none does. */
  readonly deletes: DeletesIr | undefined;
  /**
   * A null keeps the value that is there. It is kept here which place in the order each value has, and the latest delete of each
   * key: so a row that is earlier and comes later gives what later ones left null. Undefined: a null is a value like others.
   */
  readonly sequences: TableIr | undefined;
  /** Earlier versions of rows stay; undefined: they do not. */
  readonly history: HistoryIr | undefined;
  readonly output: TableIr;
  readonly quarantine: TableIr | undefined;
}
