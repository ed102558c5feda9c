import type { Expression } from "../expression/expression.js";
import type { DataType } from "../expression/type.js";
import type { Origin } from "../source/origin.js";

/** What must happen, in no engine's words. Targets read this and nothing before it. */
export interface ProjectIr {
  readonly name: string;
  readonly origin: Origin;
  /** The Spark service that the jobs are made for. */
  readonly spark: "databricks" | "synapse";
  readonly environments: readonly EnvironmentIr[];
  readonly lake: { readonly account: PerEnvironment; readonly container: PerEnvironment };
  readonly vault: PerEnvironment;
  readonly jobs: readonly JobIr[];
}

/** A value by environment's name; an environment that stands in for Azure may have none. */
export type PerEnvironment<T = string> = ReadonlyMap<string, T>;

export type EnvironmentIr =
  | { readonly kind: "this-machine"; readonly name: string }
  | { readonly kind: "azure"; readonly name: string; readonly workspace: string };

/** Queries that run together on one cluster. */
export interface JobIr {
  readonly name: string;
  readonly description: string | undefined;
  readonly origin: Origin;
  readonly compute: {
    readonly name: string;
    readonly workers: PerEnvironment<number>;
    /** Kind of node, or pool. */
    readonly bound: PerEnvironment;
  };
  /** Each after what it reads. */
  readonly queries: readonly Query[];
}

/** One logical query: what it reads, what it does, where the rows go. */
export type Query =
  | IngestQuery
  | NewFilesQuery
  | NewRowsQuery
  | RowsQuery
  | IntervalJoinQuery
  | WindowsQuery
  | ReplaceQuery
  | DocumentsQuery
  | SendQuery
  | FilesQuery;

/** A query and what its checkpoint is known by. */
export interface CheckpointIr {
  /** `readings/silver.readings` */
  readonly id: string;
  /** Generation and fingerprint of what the query's position and state depend on. */
  readonly identity: string;
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

/** Rows of two streams in pairs, in whatever order they come; `left` adds the rows that can have no match any more. */
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

/** A stream's column of event time, and how far behind the latest its rows may be. */
export interface EventTimeIr {
  readonly column: string;
  /** `10 minutes` */
  readonly delay: string;
}

/** Another table: each row is looked up in it as it is when the batch is made, and at most one of its rows matches. */
export interface JoinIr {
  /** By which `on` qualifies the other table's columns. */
  readonly name: string;
  readonly table: TableIr;
  readonly how: "inner" | "left" | "semi";
  /** All of them must hold. */
  readonly on: readonly Expression[];
  /** What is added, and its name in the other table. */
  readonly columns: readonly { readonly name: string; readonly of: string }[];
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
  /** Row-by-row clauses (`where`, `expect` …) that stand in the same table: not every engine can do both in one query. */
  readonly beside: readonly string[];
  readonly output: TableIr;
}

/** Computes a whole table anew from all that its inputs hold, whenever one of them, or a table that is looked up, has changed. */
export interface ReplaceQuery extends QueryBase {
  readonly kind: "replace";
  /** Of one shape, in the order of their names. */
  readonly inputs: readonly TableIr[];
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

/** Stretches of event time; lengths as they are spelled in an interval (`5 minutes`). */
export type WindowIr =
  | { readonly kind: "tumbling"; readonly column: string; readonly size: string; readonly offset: string | undefined }
  | {
      readonly kind: "hopping";
      readonly column: string;
      readonly size: string;
      readonly hop: string;
      readonly offset: string | undefined;
    }
  | { readonly kind: "session"; readonly column: string; readonly gap: string };

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

/** What a query reads. */
export type InputIr = UnionedInput | UnionInput;

/** What a union can unite. */
export type UnionedInput = OneInput | ViewInput;

export type OneInput = RowsInput | EventsInput;

/** A table of the lake as it is. */
export interface RowsInput {
  readonly kind: "table";
  readonly table: TableIr;
}

/** A raw table of the lake, whose events are parsed on the way in. */
export interface EventsInput {
  readonly kind: "events";
  readonly table: TableIr;
  readonly body: BodyIr;
  readonly position: PositionIr;
}

/** What another table would be made of, as steps of this query: its rows are counted under its name. */
export interface ViewInput {
  readonly kind: "view";
  /** `silver.wanted` */
  readonly reference: string;
  readonly input: InputIr;
  readonly explode: ExplodeIr | undefined;
  readonly columns: readonly ColumnIr[];
  /** Rows for which it is not true are counted as filtered. */
  readonly where: Expression | undefined;
  /** Rows for which one of them is not true are counted as dropped. */
  readonly drops: readonly Expression[];
}

/** Inputs of one shape, all of rows or all of events, in the order of their names. */
export interface UnionInput {
  readonly kind: "union";
  readonly inputs: readonly UnionedInput[];
}

/** What each event holds: a body to be parsed, or (read from Parquet, Avro or Delta) these columns. */
export interface BodyIr {
  readonly format: "json" | "csv" | "parquet" | "avro" | "delta";
  readonly columns: readonly FieldIr[];
}

/** Where each row of a raw table stood, and when it got there. */
export interface PositionIr {
  readonly columns: readonly FieldIr[];
  /** The column with the time of arrival. */
  readonly arrival: string;
  /** The columns by which any two rows of one input have an order. */
  readonly order: readonly string[];
}

export interface FieldIr {
  readonly name: string;
  readonly type: DataType;
  readonly nullable: boolean;
}

/** One row for each element of an array. */
export interface ExplodeIr {
  /** The column that holds the element. */
  readonly name: string;
  readonly array: Expression;
  /** A row without elements goes on, with null for one. */
  readonly isOuter: boolean;
}

export interface ColumnIr {
  readonly name: string;
  readonly expression: Expression;
}

export interface ExpectationIr {
  readonly name: string;
  readonly that: Expression;
  readonly otherwise: "quarantine" | "drop" | "warn" | "fail";
}

export interface WatermarkIr {
  readonly column: string;
  /** `10 minutes` */
  readonly delay: string;
  readonly milliseconds: number;
  /** How far beyond its arrival an event's time may lie. */
  readonly ahead: string;
  /** Undefined: nothing in this query depends on it, so rows behind it are left to the tables below. */
  readonly lateRows: "drop" | "divert" | "fail" | undefined;
}

/** A table of the lake. */
export interface TableIr {
  /** `silver.readings`, `silver.readings.quarantine` */
  readonly reference: string;
  /** Below the lake's root: `silver/readings`. */
  readonly path: string;
  readonly columns: readonly FieldIr[];
  readonly comment: string;
  /** The columns by whose values its files are kept in folders. */
  readonly partitionBy: readonly string[];
  /** What becomes of an existing table with other columns: it stops the job, or it gets the ones that it lacks. */
  readonly onSchemaChange: "fail" | "add";
}

export interface HubIr {
  /** `readings/sources.readings` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
  readonly hub: string;
  readonly endpoint: EndpointIr;
  readonly partitions: PerEnvironment<number>;
  readonly read: "stream" | "capture";
  readonly capture: { readonly minutes: PerEnvironment<number>; readonly megabytes: number } | undefined;
  readonly body: BodyIr;
  readonly producer:
    | { readonly file: PerEnvironment; readonly key: string; readonly rate: number | undefined }
    | undefined;
}

/** Files of a storage account. */
export interface FilesIr {
  /** `orders/sources.orders` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
  /** By which a job knows the container. */
  readonly connection: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  /** Below the container's root; `*` stands for any part of a name. */
  readonly path: string;
  readonly format: BodyIr["format"];
  /** The first record of each file names the columns. */
  readonly hasHeader: boolean;
  readonly columns: readonly FieldIr[];
  /** Files of the project, which stand for those of the account on this machine. */
  readonly samples: PerEnvironment | undefined;
}

/** A Delta table that others write. */
export interface LakeTableIr {
  /** `orders/sources.orders` */
  readonly id: string;
  /** By which a job knows it: unique among the sources that the job reads. */
  readonly name: string;
  /** By which a job knows the container. */
  readonly connection: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  /** Below the container's root. */
  readonly path: string;
  /** Those that are read; the table may have others. */
  readonly columns: readonly FieldIr[];
  /** Files of the project, whose rows stand for those of the table on this machine. */
  readonly samples: PerEnvironment | undefined;
}

/** Where events are fetched or sent, by Kafka's protocol. `name`: the connection's, by which a job knows it. */
export type EndpointIr =
  | {
      readonly kind: "event-hubs";
      readonly name: string;
      readonly origin: Origin;
      readonly namespace: PerEnvironment;
      readonly login: EventHubsLoginIr;
    }
  | {
      readonly kind: "kafka";
      readonly name: string;
      readonly origin: Origin;
      readonly servers: PerEnvironment;
      /** Undefined: no login. */
      readonly login: PasswordIr | undefined;
    };

export interface PasswordIr {
  readonly kind: "password";
  readonly user: string;
  readonly password: SecretRef;
}

export type EventHubsLoginIr =
  | { readonly kind: "connection-string"; readonly connectionString: SecretRef }
  | {
      readonly kind: "application";
      readonly clientId: PerEnvironment;
      readonly tenant: PerEnvironment;
      readonly clientSecret: SecretRef;
    }
  | { readonly kind: "service-credential"; readonly credential: PerEnvironment }
  | { readonly kind: "managed" };

/** A hub or topic that events are sent to. */
export interface HubStoreIr {
  readonly name: string;
  readonly hub: string;
  readonly endpoint: EndpointIr;
  readonly partitions: PerEnvironment<number>;
}

/** A folder of a storage account. */
export interface FolderIr {
  readonly name: string;
  /** By which a job knows the container. */
  readonly connection: string;
  readonly account: PerEnvironment;
  readonly container: PerEnvironment;
  readonly folder: string;
  readonly format: "parquet" | "json" | "csv";
}

export interface CosmosIr {
  readonly name: string;
  readonly account: PerEnvironment;
  readonly database: string;
  readonly container: string;
  readonly partitionKey: string;
  readonly accountKey: SecretRef;
}

/** A secret is only ever named. */
export interface SecretRef {
  readonly secret: string;
}
