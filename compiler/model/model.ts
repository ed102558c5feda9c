import type { Origin } from "../source/origin.js";
import type { Join } from "./join.js";
import type { EventHubsLogin } from "./login.js";
import type { Sink } from "./sink.js";

/** What was meant: every default filled in, one form for each thing, names not yet looked up. */
export interface Project {
  readonly origin: Origin;
  readonly name: string;
  readonly spark: SparkService;
  readonly lake: Lake;
  readonly vault: Text | undefined;
  readonly compute: ReadonlyMap<string, Compute | Poisoned>;
  readonly connections: ReadonlyMap<string, Connection | Poisoned>;
  readonly environments: readonly Environment[];
  readonly defaults: Defaults;
  readonly pipelines: readonly Pipeline[];
}

export type SparkService = "databricks" | "synapse";

/** Something with an error that was reported. What uses it stays silent about it. */
export interface Poisoned {
  readonly kind: "poisoned";
  readonly origin: Origin;
}

export const poisoned = (origin: Origin): Poisoned => ({ kind: "poisoned", origin });

export const isSound = <T extends { readonly kind: string }>(thing: T | Poisoned | undefined): thing is T =>
  thing !== undefined && thing.kind !== "poisoned";

/** A value by environment's name. */
export interface Varied<T> {
  /** As it was written: the same in all environments. */
  readonly written: string | number;
  readonly values: ReadonlyMap<string, T>;
}

/** A text with its placeholders filled in, per environment; a machine that stands in for Azure may have none. */
export interface Text extends Varied<string> {
  readonly origin: Origin;
  readonly written: string;
}

export interface Lake {
  readonly account: Text;
  readonly container: Text;
}

export interface Compute {
  readonly kind: "compute";
  readonly origin: Origin;
  readonly name: string;
  /** By environment; a machine that stands in for Azure may have none. */
  readonly workers: ReadonlyMap<string, number>;
  /** The kind of node (Databricks) or the pool (Synapse) of each environment that binds one. */
  readonly bound: ReadonlyMap<string, string>;
}

export type Connection = EventHubsConnection | KafkaConnection | CosmosConnection | StorageConnection;

export interface EventHubsConnection {
  readonly kind: "event-hubs";
  readonly origin: Origin;
  readonly name: string;
  readonly namespace: Text;
  readonly tier: "basic" | "standard" | "premium" | "dedicated";
  readonly login: EventHubsLogin;
}

export interface KafkaConnection {
  readonly kind: "kafka";
  readonly origin: Origin;
  readonly name: string;
  /** `host:port`, with commas between. */
  readonly servers: Text;
  /** Undefined: the cluster asks for no login. */
  readonly login: { readonly user: string; readonly secret: string } | undefined;
}

/** A container of a storage account, reached as the platform's own identity. */
export interface StorageConnection {
  readonly kind: "storage";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  readonly container: Text;
}

export interface CosmosConnection {
  readonly kind: "cosmos";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  /** Name of the secret that holds the account's key. */
  readonly secret: string;
}

export type Environment =
  | { readonly kind: "this-machine"; readonly origin: Origin; readonly name: string }
  | {
      readonly kind: "azure";
      readonly origin: Origin;
      readonly name: string /** Address (Databricks) or name (Synapse). */;
      readonly workspace: string;
    };

export interface Pipeline {
  readonly origin: Origin;
  readonly name: string;
  readonly description: string | undefined;
  readonly compute: Named | undefined;
  readonly sources: ReadonlyMap<string, Source | Poisoned>;
  /** By `layer.name`. */
  readonly tables: ReadonlyMap<string, RawTable | Table | Poisoned>;
  readonly sinks: ReadonlyMap<string, Sink | Poisoned>;
}

/** A name that refers to something, and where it stands. */
export interface Named {
  readonly name: string;
  readonly origin: Origin;
}

/** What holds where nothing is written: the project's word, or the language's own. */
export interface Defaults {
  readonly trigger: Default<Trigger>;
  readonly ahead: Default<Duration>;
  readonly lateRows: Default<LateRows["policy"]>;
}

export interface Default<T> {
  readonly value: T;
  /** Where the project says it; undefined: it is built in. */
  readonly origin: Origin | undefined;
}

export type Source = StreamSource | FilesSource | LakeSource;

/** A log of events in partitions: an event hub, or a topic of Kafka. */
export interface StreamSource {
  readonly kind: "event-hub" | "kafka";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** The hub's name, or the topic's. */
  readonly hub: string;
  readonly partitions: Varied<number>;
  readonly capture: Capture | undefined;
  readonly read: "stream" | "capture";
  readonly format: BodyFormat;
  readonly columns: readonly SourceColumn[];
  readonly producer: Producer | undefined;
}

/** Files of a storage account, each of which is read once. */
export interface FilesSource {
  readonly kind: "files";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** Below the container's root: `orders/*.csv`. */
  readonly path: string;
  readonly format: FileFormat;
  /** The first record of each file of CSV is its header. */
  readonly hasHeader: boolean;
  readonly columns: readonly SourceColumn[];
  /** The project's own files, which stand for those of the account on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

/** A Delta table that others write, read as its commits come. */
export interface LakeSource {
  readonly kind: "lake";
  readonly origin: Origin;
  readonly name: string;
  readonly connection: Named;
  /** Below the container's root: `sales/orders`. */
  readonly path: string;
  readonly format: "delta";
  /** Those that are read; the table may have others. */
  readonly columns: readonly SourceColumn[];
  /** The project's own files, whose rows stand for those of the table on this machine; by environment. */
  readonly samples: ReadonlyMap<string, string> | undefined;
}

/** Lines and records are parsed by the table that reads them; Parquet and Avro hold rows. */
export type FileFormat = BodyFormat | "parquet" | "avro";

/** What the body of an event is written in. */
export type BodyFormat = "json" | "csv";

/** `type` is a word of the language, or the fields of a struct. */
export interface SourceColumn {
  readonly name: string;
  readonly origin: Origin;
  readonly type: string | readonly SourceColumn[];
}

export interface Capture {
  readonly origin: Origin;
  readonly minutes: Varied<number>;
  readonly megabytes: number;
}

export interface Producer {
  readonly origin: Origin;
  readonly file: ReadonlyMap<string, string>;
  readonly key: Named;
  /** Events per second; undefined: as fast as they can be sent. */
  readonly rate: number | undefined;
}

/** How often a query that is kept running makes a batch: as it is spelled in an interval; by environment where a variable says it. */
export type Trigger = string | ReadonlyMap<string, string>;

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

/** A list with something in it. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** One logical query. */
export interface Table {
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
  /** What it reads: one thing, or several of one shape. */
  readonly inputs: NonEmpty<Named>;
  readonly explode: Explode | undefined;
  readonly columns:
    | { readonly mode: "exactly" | "added"; readonly expressions: readonly ExpressionText[]; readonly isBoth: boolean }
    | undefined;
  readonly where: ExpressionText | undefined;
  readonly expectations: readonly Expectation[];
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
  readonly policy: "drop" | "divert" | "fail";
  /** The table says it, and not a default. */
  readonly isWritten: boolean;
  /** The table says it, or the project does for all its tables: it is not only the language's own default. */
  readonly isChosen: boolean;
}

/** An expression as it was written, with the name of what it makes (a column, or the clause it stands in). */
export interface ExpressionText {
  readonly name: string;
  readonly text: string;
  readonly origin: Origin;
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

/** A length of time: as it is spelled in an interval, and in milliseconds. */
export interface Duration {
  /** `10 minutes` */
  readonly text: string;
  readonly milliseconds: number;
}
