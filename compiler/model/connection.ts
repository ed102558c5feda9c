import type { Origin } from "../source/origin.js";
import type { DatabaseLogin, EventHubsLogin } from "./login.js";
import type { Text } from "./parts.js";
import type { Homed } from "./resource-home.js";

export type Connection =
  | EventHubsConnection
  | KafkaConnection
  | CosmosConnection
  | StorageConnection
  | DatabaseConnection
  | BlobConnection;

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
export interface StorageConnection extends Homed {
  readonly kind: "storage";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  readonly container: Text;
}

/** A container of a storage account whose files the orchestrator lands, as its own identity. */
export interface BlobConnection {
  readonly kind: "blob";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  readonly container: Text;
}

/** A database that is asked in T-SQL. */
export interface DatabaseConnection {
  readonly kind: DatabaseKind;
  readonly origin: Origin;
  readonly name: string;
  readonly server: Text;
  readonly database: Text;
  readonly login: DatabaseLogin;
  /** The integration runtime that reaches it; undefined: the service reaches it itself. */
  readonly integrationRuntime: string | undefined;
}

/** A SQL Server, or an Azure SQL Database: what is asked of them is the same. */
export type DatabaseKind = "sql-server" | "azure-sql";

export const databaseKinds: readonly DatabaseKind[] = ["sql-server", "azure-sql"];

export const isDatabaseKind = (kind: string): kind is DatabaseKind => databaseKinds.some((one) => one === kind);

export interface CosmosConnection {
  readonly kind: "cosmos";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  /** Name of the secret that holds the account's key. */
  readonly secret: string;
}
