import type { CassandraTable } from "./cassandra-access.js";
import type {
  CassandraConnection,
  CosmosConnection,
  DedicatedSqlPoolConnection,
  EventHubsConnection,
  PostgresConnection,
  RedisConnection,
  ServerlessSqlConnection,
  TransactConnection,
  UnityConnection,
} from "./connection.js";
import type { CosmosScope } from "./cosmos-access.js";
import type { Grant, GrantedTable, ListedTable, Principal } from "./grant.js";
import type { LinkedExposure, LinkedLookup } from "./linked.js";
import type { Text } from "./parts.js";
import type { RedisKeys } from "./redis-access.js";
import type { UnityObject } from "./unity-access.js";

/** What rights are granted on, by the engine that keeps them. */
export type GrantedObject =
  | PostgresObject
  | HubObject
  | ViewObject
  | TableObject
  | PoolObject
  | FilesObject
  | KeysObject
  | CassandraObject
  | ContainersObject
  | LakeObject
  | SecurableObject;

/** A table of PostgreSQL, or all of one schema that one role owns. */
export interface PostgresObject {
  readonly engine: "postgres";
  readonly connection: PostgresConnection;
  readonly table: GrantedTable;
}

/** An event hub. */
export interface HubObject {
  readonly engine: "event-hubs";
  readonly connection: EventHubsConnection;
  readonly hub: Text;
}

/** Keys of a Redis server. */
export interface KeysObject {
  readonly engine: "redis";
  readonly connection: RedisConnection;
  readonly keys: RedisKeys;
}

/** A table of Cassandra, or all of one keyspace. */
export interface CassandraObject {
  readonly engine: "cassandra";
  readonly connection: CassandraConnection;
  readonly table: CassandraTable;
}

/** Containers of an account of Azure Cosmos DB. */
export interface ContainersObject {
  readonly engine: "cosmos";
  readonly connection: CosmosConnection;
  readonly scope: CosmosScope;
}

/** A table, view or volume of Unity Catalog, or all of one schema. */
export interface SecurableObject {
  readonly engine: "unity-catalog";
  readonly connection: UnityConnection;
  readonly securable: UnityObject;
}

/** A view of a serverless SQL pool. */
export interface ViewObject {
  readonly engine: "serverless-sql";
  readonly connection: ServerlessSqlConnection;
  /** Whose warehouse shows it: the view's schema. */
  readonly pipeline: string;
  /** As the grant names it: `warehouse.users`. */
  readonly name: string;
  readonly exposure: LinkedExposure;
}

/** A table of a database that is asked in T-SQL, or all of one schema. */
export interface TableObject {
  readonly engine: "sql-server";
  readonly connection: TransactConnection;
  readonly table: ListedTable;
}

/** A table of a dedicated SQL pool, or all of one schema. */
export interface PoolObject {
  readonly engine: "dedicated-pool";
  readonly connection: DedicatedSqlPoolConnection;
  readonly table: ListedTable;
}

/** The files of a table of the lake. */
export interface FilesObject {
  readonly engine: "lake";
  readonly table: LinkedLookup;
}

/** All of the lake. */
export interface LakeObject {
  readonly engine: "lake-roles";
}

/** What a pipeline grants, with what it names looked up. */
export interface FoundGrant<O extends GrantedObject = GrantedObject> {
  readonly grant: Grant;
  readonly principal: Principal;
  readonly object: O;
}
