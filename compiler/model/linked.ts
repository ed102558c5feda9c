import type { Expression } from "../expression/expression.js";
import type { Field } from "../expression/type.js";
import type { Origin } from "../source/origin.js";
import type {
  CosmosConnection,
  DedicatedSqlPoolConnection,
  EventHubsConnection,
  KafkaConnection,
  ServerlessSqlConnection,
  StorageConnection,
} from "./connection.js";
import type { DedicatedTable } from "./dedicated.js";
import type { Duration } from "./duration.js";
import type { ExposedLanding } from "./exposed-landing.js";
import type { Job } from "./job.js";
import type { JoinBounds, JoinKind } from "./join.js";
import type { LinkedVisibility } from "./link-masks.js";
import type { LinkedAccess } from "./linked-access.js";
import type { LinkedControl, LinkedFlow, LinkedLanded, LinkedMerged } from "./linked-landings.js";
import type { Compute, Pipeline, Project } from "./model.js";
import type { NonEmpty } from "./parts.js";
import type { Position } from "./position.js";
import type { ContainerStore, FolderStore, HubStore, Sink } from "./sink.js";
import type { FilesSource, LakeSource, StreamSource } from "./source.js";
import type { LateRows, RawTable, Table, WindowCut } from "./table.js";
import type { Exposure } from "./warehouse.js";

/** The project with every name looked up and every expression typed. Things with errors are left out: they were reported. */
export interface LinkedProject {
  readonly project: Project;
  readonly pipelines: readonly LinkedPipeline[];
  /** Where the project declares one. */
  readonly control: LinkedControl | undefined;
  /** Who may do what, by database. */
  readonly access: readonly LinkedAccess[];
}

export interface LinkedPipeline {
  readonly pipeline: Pipeline;
  readonly compute: Compute | undefined;
  /** Those that compute some of its tables apart from the others. */
  readonly jobs: readonly LinkedJob[];
  readonly sources: readonly LinkedSource[];
  /** Each after what it reads. */
  readonly tables: readonly Queried[];
  readonly sinks: readonly LinkedSink[];
  /** What is done each time that it is started. */
  readonly flow: LinkedFlow;
  readonly warehouse: LinkedWarehouse | undefined;
}

/** Tables of the lake as views of a database. */
export interface LinkedWarehouse {
  readonly pipeline: string;
  readonly origin: Origin;
  readonly connection: ServerlessSqlConnection;
  readonly exposures: readonly LinkedExposure[];
}

/** A table of the lake, and what is seen of it. */
export interface LinkedExposure {
  readonly exposure: Exposure;
  readonly table: LinkedLookup | ExposedLanding;
  /** What is seen: each over the columns of the table and of those that are joined, or over the rows of the groups. */
  readonly columns: readonly NamedExpression[];
  /** Over the table's columns. */
  readonly where: Expression | undefined;
  readonly visibility: LinkedVisibility;
  readonly joins: readonly LinkedJoin[];
  readonly groups: ExposedGroups | undefined;
  readonly partitions: ExposedPartitions | undefined;
  readonly dedicated: LinkedDedicated | undefined;
}

/** A table of a dedicated SQL pool with what is seen. */
export interface LinkedDedicated {
  readonly connection: DedicatedSqlPoolConnection;
  readonly table: DedicatedTable;
  /** The columns that tell its rows apart, where that is known. */
  readonly key: readonly string[] | undefined;
}

/** Files that are kept apart by the values of one column of what is seen. */
export interface ExposedPartitions {
  readonly column: string;
  readonly type: "date" | "int" | "bigint";
  /** A run writes those of so many days before the current one, and of later days; undefined: all. */
  readonly lastDays: number | undefined;
}

/** Rows that become one for each group. */
export interface ExposedGroups {
  /** Each over the columns of the table and of those that are joined. */
  readonly rows: readonly NamedExpression[];
  /** Their columns that tell groups apart; none: all rows are one. */
  readonly by: readonly string[];
}

/** Tables of a pipeline that run together, apart from its others. */
export interface LinkedJob {
  readonly job: Job;
  readonly compute: Compute | undefined;
}

/** A column as its readers see it. */
export interface Column extends Field {
  readonly origin: Origin;
}

export type LinkedSource = LinkedHubSource | LinkedFilesSource | LinkedLakeSource;

interface LinkedSourceBase {
  readonly pipeline: string;
  readonly columns: readonly Column[];
  /** Where each of its rows stands. */
  readonly position: Position;
}

export interface LinkedHubSource extends LinkedSourceBase {
  readonly kind: "hub";
  readonly source: StreamSource;
  readonly connection: EventHubsConnection | KafkaConnection;
}

export interface LinkedFilesSource extends LinkedSourceBase {
  readonly kind: "files";
  readonly source: FilesSource;
  readonly connection: StorageConnection;
}

export interface LinkedLakeSource extends LinkedSourceBase {
  readonly kind: "lake";
  readonly source: LakeSource;
  readonly connection: StorageConnection;
}

export interface LinkedRaw {
  readonly kind: "raw";
  readonly pipeline: string;
  readonly table: RawTable;
  readonly source: LinkedSource;
}

/** What has a query of its own, or is a step of others'. */
export type Queried = LinkedRaw | LinkedTable;

/** What rows can be looked up in. */
export type LinkedLookup = LinkedTable | LinkedMerged;

/** What a table can read. */
export type LinkedInput = LinkedRaw | LinkedLookup | LinkedLanded;

export interface LinkedTable {
  readonly kind: "table";
  readonly pipeline: string;
  readonly table: Table;
  readonly inputs: NonEmpty<LinkedInput>;
  readonly below: BelowViews;
  readonly explode: LinkedExplode | undefined;
  /** The columns after clause 3: every one with its expression over the input and the exploded column. */
  readonly columns: readonly NamedExpression[];
  readonly where: Expression | undefined;
  readonly expectations: readonly LinkedExpectation[];
  /** The watermark that holds from here on: the table's own, or the one it inherits while the column lives on. */
  readonly watermark: LinkedWatermark | undefined;
  readonly deduplicate: { readonly keys: readonly string[]; readonly origin: Origin } | undefined;
  readonly lateRows: LateRows;
  readonly joins: readonly LinkedJoin[];
  /** The join that pairs this table's rows with another stream's. */
  readonly interval: LinkedInterval | undefined;
  readonly windows: LinkedWindows | undefined;
  /** Aggregates over all rows, where there is no window. */
  readonly grouping: LinkedGrouping | undefined;
  /** The columns after clause 6, with what the expectations prove of them. */
  readonly rows: readonly Column[];
  /** What readers see: the rows with what joins add, or the aggregates' results. */
  readonly output: readonly Column[];
  /** The columns that tell two rows apart, where the clauses say so. */
  readonly key: readonly string[] | undefined;
}

/** What the inputs of a table come to, looked at through views. */
export interface BelowViews {
  /** The tables of the lake that its query reads. */
  readonly stored: readonly LinkedInput[];
  /** What rows still say of where they were read from; undefined where they were parsed in another query. */
  readonly position: Position | undefined;
  /** A view takes arrays apart. */
  readonly isOfElements: boolean;
}

export interface NamedExpression {
  readonly name: string;
  readonly expression: Expression;
}

/** One row for each element of the array, which the column `name` holds. */
export interface LinkedExplode extends NamedExpression {
  readonly origin: Origin;
  readonly isOuter: boolean;
}

export interface LinkedExpectation extends NamedExpression {
  readonly otherwise: "quarantine" | "drop" | "warn" | "fail";
}

export interface LinkedWatermark {
  readonly origin: Origin;
  readonly column: string;
  readonly delay: Duration;
  readonly ahead: Duration;
  readonly isInherited: boolean;
  /** Rows behind it have been dealt with by the table that declares it, so what is below sees none. */
  readonly decidesLateRows: boolean;
  /** Rows behind it pass, and windows below are corrected by them. */
  readonly isCorrecting: boolean;
  /** The table that declares it. */
  readonly declaredIn: string;
  /** Several inputs have it, each at its own pace: it holds for a query that reads them, and not below the table it writes. */
  readonly isOfSeveral: boolean;
}

export interface LinkedJoin {
  readonly origin: Origin;
  readonly name: string;
  readonly how: JoinKind;
  readonly table: LinkedLookup;
  /** All of them must hold. */
  readonly on: readonly Expression[];
  /** Rows of two streams are paired; undefined: rows are looked up in the other table as it is. */
  readonly within: JoinBounds | undefined;
  readonly columns: readonly JoinedColumn[];
}

/** An interval join: rows of two streams in pairs, whose event times lie within bounds of each other. */
export interface LinkedInterval {
  readonly join: LinkedJoin;
  readonly bounds: JoinBounds;
  /** The watermarks that hold on this table's rows and on the other's. */
  readonly own: LinkedWatermark;
  readonly other: LinkedWatermark;
  /** The columns of the other table that are added or compared: what of its rows is kept. */
  readonly kept: readonly Column[];
}

/** A column that a join adds. */
export interface JoinedColumn extends Column {
  /** Its name in the other table. */
  readonly of: string;
}

/** Aggregates, and the columns that they are computed for. */
export interface LinkedGrouping {
  readonly groupBy: readonly string[];
  readonly aggregates: readonly NamedExpression[];
}

export interface LinkedWindows extends LinkedGrouping {
  readonly origin: Origin;
  readonly column: string;
  readonly cut: WindowCut;
}

export interface LinkedSink {
  readonly pipeline: string;
  readonly sink: Sink;
  readonly input: LinkedTable;
  readonly where: Expression | undefined;
  /** The table's columns, with what the filter proves of them. */
  readonly columns: readonly Column[];
  readonly to: LinkedStore;
}

/** What a sink writes to, and the connection that leads there. */
export type LinkedStore =
  | {
      readonly kind: "container";
      readonly connection: CosmosConnection;
      /** Name of the secret that holds the account's key. */
      readonly secret: string;
      readonly store: ContainerStore;
    }
  | {
      readonly kind: "hub";
      readonly connection: EventHubsConnection | KafkaConnection;
      readonly store: HubStore;
      /** The columns that are sent. */
      readonly sent: readonly string[];
    }
  | {
      readonly kind: "folder";
      readonly connection: StorageConnection;
      readonly store: FolderStore;
      /** The columns that are written. */
      readonly sent: readonly string[];
    };
