import type { Origin } from "../source/origin.js";
import type { CassandraTable } from "./cassandra-access.js";
import type { CosmosScope } from "./cosmos-access.js";
import type { DeployTo } from "./deploy-to.js";
import type { GrantedTable, ListedTable, RowsView } from "./grant.js";
import type { DatabaseLogin, EventHubsLogin, FunctionLogin, HttpLogin, PasswordLogin } from "./login.js";
import type { Text } from "./parts.js";
import type { RedisKeys } from "./redis-access.js";
import type { Homed } from "./resource-home.js";
import type { UnityObject } from "./unity-access.js";

export type Connection =
  | EventHubsConnection
  | KafkaConnection
  | CosmosConnection
  | StorageConnection
  | DatabaseConnection
  | BlobConnection
  | HttpConnection
  | FunctionConnection
  | ServerlessSqlConnection
  | CassandraConnection
  | DedicatedSqlPoolConnection
  | RedisConnection
  | UnityConnection;

export interface EventHubsConnection {
  readonly kind: "event-hubs";
  readonly origin: Origin;
  readonly name: string;
  readonly namespace: Text;
  readonly tier: "basic" | "standard" | "premium" | "dedicated";
  readonly login: EventHubsLogin;
  /** Those that rights are granted on; none: of this namespace no rights are spoken of. */
  readonly hubs: readonly Text[];
  /** Where publishing deploys its roles; undefined: a person does. */
  readonly deployTo: DeployTo | undefined;
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

/** An API whose answers the orchestrator lands, asked over https. */
export interface HttpConnection {
  readonly kind: "http";
  readonly origin: Origin;
  readonly name: string;
  readonly host: Text;
  /** What all its paths begin with: `v1`. */
  readonly base: string | undefined;
  readonly login: HttpLogin;
}

/** An app of Azure Functions whose functions the orchestrator calls. */
export interface FunctionConnection {
  readonly kind: "azure-function";
  readonly origin: Origin;
  readonly name: string;
  readonly host: Text;
  readonly login: FunctionLogin;
}

/** A database of a Synapse workspace's serverless SQL pool, which reads the lake as the workspace's own identity. */
export interface ServerlessSqlConnection {
  readonly kind: "serverless-sql";
  readonly origin: Origin;
  readonly name: string;
  readonly workspace: Text;
  readonly database: Text;
  /** The credential as which publishing has its scripts run; undefined: people run them. */
  readonly deployAs: string | undefined;
}

/** A dedicated SQL pool of a Synapse workspace, which reads the lake as the workspace's own identity. */
export interface DedicatedSqlPoolConnection {
  readonly kind: "dedicated-sql-pool";
  readonly origin: Origin;
  readonly name: string;
  readonly workspace: Text;
  readonly pool: Text;
  /** Those that rights are granted on; none: of this pool no rights are spoken of. */
  readonly tables: readonly ListedTable[];
  /** The credential as which publishing has its scripts run; undefined: people run them. */
  readonly deployAs: string | undefined;
}

/** A Redis server, whose keys principals are granted rights on. */
export interface RedisConnection {
  readonly kind: "redis";
  readonly origin: Origin;
  readonly name: string;
  readonly server: Text;
  readonly port: number;
  /** As whom publishing brings the rights there; undefined: people run the script. */
  readonly login: PasswordLogin | undefined;
  readonly ssl: Ssl;
  readonly keys: readonly RedisKeys[];
}

/** The port of a Redis server, if nothing is said. https://redis.io/docs/latest/operate/oss_and_stack/management/config/ */
export const redisPort = 6379;

/** A cluster of Cassandra, on whose tables principals are granted rights. */
export interface CassandraConnection {
  readonly kind: "cassandra";
  readonly origin: Origin;
  readonly name: string;
  /** One of its nodes. */
  readonly server: Text;
  readonly port: number;
  /** As whom publishing brings the rights there; undefined: people run the script. */
  readonly login: PasswordLogin | undefined;
  readonly ssl: Ssl;
  readonly tables: readonly CassandraTable[];
}

/** The port that CQL is spoken at, if nothing is said. https://cassandra.apache.org/doc/latest/cassandra/managing/configuration/cass_yaml_file.html#native_transport_port */
export const cassandraPort = 9042;

/** A catalog of Unity Catalog, on whose objects principals are granted rights. */
export interface UnityConnection {
  readonly kind: "unity-catalog";
  readonly origin: Origin;
  readonly name: string;
  /** The host name of a Databricks workspace that has the catalog. */
  readonly workspace: Text;
  readonly catalog: Text;
  readonly objects: readonly UnityObject[];
}

/** A database whose tables are read. */
export type DatabaseConnection = TransactConnection | PostgresConnection;

interface DatabasePlace {
  readonly origin: Origin;
  readonly name: string;
  readonly server: Text;
  readonly database: Text;
  /** The integration runtime that reaches it; undefined: the service reaches it itself. */
  readonly integrationRuntime: string | undefined;
}

/** A database that is asked in T-SQL. */
export interface TransactConnection extends DatabasePlace {
  readonly kind: TransactKind;
  readonly login: DatabaseLogin;
  /** Those that rights are granted on; none: of this database no rights are spoken of. */
  readonly tables: readonly ListedTable[];
  /** The credential as which publishing has its scripts run; undefined: people run them. */
  readonly deployAs: string | undefined;
}

export interface PostgresConnection extends DatabasePlace {
  readonly kind: "postgres";
  readonly login: PasswordLogin;
  readonly port: number;
  readonly ssl: Ssl;
  /** Those that rights are granted on; none: of this database no rights are spoken of. */
  readonly tables: readonly GrantedTable[];
  /** Views of some rows of them. */
  readonly views: readonly RowsView[];
}

/** The port of a PostgreSQL server, if nothing is said. https://www.postgresql.org/docs/current/runtime-config-connection.html */
export const postgresPort = 5432;

/** How a connection is encrypted, and what of the server's certificate is verified. */
export type Ssl = "disable" | "require" | "verify-ca" | "verify-full";

/** A SQL Server, or an Azure SQL Database: what is asked of them is the same. */
export type TransactKind = "sql-server" | "azure-sql";

export const transactKinds: readonly TransactKind[] = ["sql-server", "azure-sql"];

export type DatabaseKind = DatabaseConnection["kind"];

export const isDatabaseKind = (kind: string): kind is DatabaseKind =>
  kind === "postgres" || transactKinds.some((one) => one === kind);

export interface CosmosConnection {
  readonly kind: "cosmos";
  readonly origin: Origin;
  readonly name: string;
  readonly account: Text;
  /** Name of the secret that holds the account's key; undefined: nothing is written there by the project. */
  readonly secret: string | undefined;
  /** Those that rights are granted on; none: of this account no rights are spoken of. */
  readonly containers: readonly CosmosScope[];
  /** Where publishing deploys its roles; undefined: a person does. */
  readonly deployTo: DeployTo | undefined;
}
