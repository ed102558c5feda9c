import type { Origin } from "../source/origin.js";
import type { ExpressionText, Named, Trigger, Varied } from "./parts.js";
import type { Allowed } from "./sensitive.js";

/** Writes a table's rows to a store outside the lake. */
export interface Sink {
  readonly kind: "sink";
  readonly origin: Origin;
  readonly name: string;
  readonly description: string | undefined;
  readonly trigger: Trigger;
  readonly from: Named;
  readonly connection: Named;
  readonly where: ExpressionText | undefined;
  readonly store: SinkStore;
  /** What is sensitive in what it writes. */
  readonly mayHold: Allowed;
}

/** What a sink writes to; its kind says which kind of connection it needs. */
export type SinkStore = ContainerStore | HubStore | FolderStore;

/** A container of an Azure Cosmos DB account. */
export interface ContainerStore {
  readonly kind: "cosmos";
  readonly database: string;
  readonly container: string;
  readonly partitionKey: Named;
}

/** An event hub, or a topic of Kafka. */
export interface HubStore {
  readonly kind: "event-hubs" | "kafka";
  readonly hub: string;
  readonly partitions: Varied<number>;
  /** The column that events are partitioned by. */
  readonly key: Named | undefined;
  /** What is sent; undefined: every column. */
  readonly columns: readonly Named[] | undefined;
}

/** A folder of a storage account. */
export interface FolderStore {
  readonly kind: "storage";
  readonly folder: string;
  readonly format: "parquet" | "json" | "csv";
  /** What is written; undefined: every column. */
  readonly columns: readonly Named[] | undefined;
}
