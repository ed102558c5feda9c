import type { ContainerIr } from "./container.js";
import type { EndpointIr } from "./endpoint.js";
import type { PerEnvironment } from "./environment.js";
import type { SecretRef } from "./secret.js";

/** A hub or topic that events are sent to. */
export interface HubStoreIr {
  readonly name: string;
  readonly hub: string;
  readonly endpoint: EndpointIr;
  readonly partitions: PerEnvironment<number>;
}

/** A folder of a storage account. */
export interface FolderIr extends ContainerIr {
  readonly name: string;
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
