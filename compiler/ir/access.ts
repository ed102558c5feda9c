import type { Privilege } from "../model/grant.js";
import type { RowCondition } from "../model/row-condition.js";
import type { Origin } from "../source/origin.js";
import type { CassandraAccessIr } from "./cassandra-access.js";
import type { CosmosAccessIr } from "./cosmos-access.js";
import type { PostgresDatabaseIr } from "./database.js";
import type { DedicatedAccessIr } from "./dedicated-access.js";
import type { EventHubsAccessIr, FilesAccessIr } from "./entra-access.js";
import type { LakeRolesAccessIr } from "./lake-roles-access.js";
import type { RedisAccessIr } from "./redis-access.js";
import type { ServerlessAccessIr } from "./serverless-access.js";
import type { TransactAccessIr } from "./transact-access.js";
import type { UnityAccessIr } from "./unity-access.js";

/** Who may do what in one place that keeps rights. The principals have no other rights there; nobody else's are spoken of. */
export type AccessIr =
  | PostgresAccessIr
  | EventHubsAccessIr
  | ServerlessAccessIr
  | TransactAccessIr
  | DedicatedAccessIr
  | FilesAccessIr
  | RedisAccessIr
  | CassandraAccessIr
  | CosmosAccessIr
  | LakeRolesAccessIr
  | UnityAccessIr;

/** Who may do what in one database of PostgreSQL. */
export interface PostgresAccessIr {
  readonly engine: "postgres";
  readonly origin: Origin;
  readonly database: PostgresDatabaseIr;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly PrincipalIr[];
  /** All on which rights may be granted, also those on which none is. */
  readonly tables: readonly GrantedTableIr[];
  /** Views of some rows of them, which are made; rights may be granted on each as on a table. */
  readonly views: readonly RowsViewIr[];
  /** At most one for a principal and a table or view. */
  readonly grants: readonly GrantIr[];
}

export interface RowsViewIr {
  readonly schema: string;
  readonly view: string;
  readonly of: GrantedTableIr & { readonly table: string };
  readonly columns: readonly string[];
  readonly where: RowCondition;
  /** As it is written. */
  readonly condition: string;
  /** The columns that the condition asks. */
  readonly asked: readonly string[];
}

export interface PrincipalIr {
  readonly name: string;
  readonly role: string;
  readonly description: string | undefined;
}

export interface GrantedTableIr {
  readonly schema: string;
  /** Undefined: all that the owner has in the schema, those to come too. */
  readonly table: string | undefined;
  readonly owner: string;
}

export interface GrantIr {
  readonly principal: PrincipalIr;
  readonly table: GrantedTableIr;
  readonly privileges: readonly PrivilegeIr[];
  /** The pipelines that grant it, with what they are for. */
  readonly pipelines: readonly { readonly name: string; readonly description: string | undefined }[];
}

export interface PrivilegeIr {
  readonly privilege: Privilege;
  /** Undefined: all, those that are added later too. */
  readonly columns: readonly string[] | undefined;
  /** It is not declared: rows that are changed or deleted are found by these columns. */
  readonly isOfKey: boolean;
}

export type { Privilege } from "../model/grant.js";
export type { RowCondition, RowOperand } from "../model/row-condition.js";
