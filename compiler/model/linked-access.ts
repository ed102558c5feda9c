import type { Origin } from "../source/origin.js";
import type { CassandraAccess } from "./cassandra-access.js";
import type { EventHubsConnection, PostgresConnection } from "./connection.js";
import type { CosmosAccess } from "./cosmos-access.js";
import type { DedicatedAccess } from "./dedicated-access.js";
import type { EntraIdentity, Grant, GrantedTable, Principal, Privilege } from "./grant.js";
import type { LakeRolesAccess } from "./lake-roles-access.js";
import type { LinkedRowsView } from "./link-rows-views.js";
import type { LinkedLookup } from "./linked.js";
import type { Text } from "./parts.js";
import type { RedisAccess } from "./redis-access.js";
import type { RolePrincipal } from "./role-principals.js";
import type { ServerlessAccess } from "./serverless-access.js";
import type { TransactAccess } from "./transact-access.js";
import type { UnityAccess } from "./unity-access.js";

/** Who may do what in one place that keeps rights, over all pipelines. */
export type LinkedAccess =
  | PostgresAccess
  | EventHubsAccess
  | ServerlessAccess
  | TransactAccess
  | DedicatedAccess
  | FilesAccess
  | RedisAccess
  | CassandraAccess
  | CosmosAccess
  | LakeRolesAccess
  | UnityAccess;

/** Who may do what in one database of PostgreSQL. */
export interface PostgresAccess {
  readonly engine: "postgres";
  readonly connection: PostgresConnection;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly RolePrincipal[];
  readonly views: readonly LinkedRowsView[];
  /** At most one for a principal and a table or view. */
  readonly grants: readonly LinkedGrant[];
}

/** What one principal may do with one table. */
export interface LinkedGrant {
  readonly principal: RolePrincipal;
  readonly table: GrantedTable;
  readonly privileges: readonly LinkedPrivilege[];
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}

export interface LinkedPrivilege {
  readonly privilege: Privilege;
  /** Undefined: all. */
  readonly columns: readonly string[] | undefined;
  /** It is not declared: rows that are changed or deleted are found by these columns. */
  readonly isOfKey: boolean;
}

/** A principal that Azure's own services know, by its id in Microsoft Entra. */
export interface EntraPrincipal extends Principal {
  readonly entra: EntraIdentity & { readonly objectId: Text };
}

/** Who may do what with the hubs of one namespace of Event Hubs. */
export interface EventHubsAccess {
  readonly engine: "event-hubs";
  readonly connection: EventHubsConnection;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipal[];
  /** At most one for a principal and a hub. */
  readonly grants: readonly HubGrant[];
}

/** What one principal may do with one hub. */
export interface HubGrant {
  readonly principal: EntraPrincipal;
  readonly hub: Text;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}

/** Who may do what with files of the lake. */
export interface FilesAccess {
  readonly engine: "lake";
  readonly origin: Origin;
  /** All of the project that have an object id, also those that are granted nothing here. */
  readonly principals: readonly EntraPrincipal[];
  /** At most one for a principal and a table. */
  readonly grants: readonly FilesGrant[];
}

/** What one principal may do with the files of one table. */
export interface FilesGrant {
  readonly principal: EntraPrincipal;
  readonly table: LinkedLookup;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
