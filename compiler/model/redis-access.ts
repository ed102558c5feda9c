import type { Origin } from "../source/origin.js";
import type { RedisConnection } from "./connection.js";
import type { Grant } from "./grant.js";
import type { RolePrincipal } from "./role-principals.js";

export const redisTypes = ["string", "hash"] as const;

export type RedisType = (typeof redisTypes)[number];

/** Keys of one server that are used alike. */
export interface RedisKeys {
  readonly origin: Origin;
  readonly name: string;
  /** As Redis matches names of keys: `session:*`. */
  readonly pattern: string;
  readonly type: RedisType;
}

/** Who may do what with the keys of one server. */
export interface RedisAccess {
  readonly engine: "redis";
  readonly connection: RedisConnection;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly RolePrincipal[];
  /** At most one for a principal and keys of one name. */
  readonly grants: readonly KeysGrant[];
}

/** What one principal may do with keys of one name. */
export interface KeysGrant {
  readonly principal: RolePrincipal;
  readonly keys: RedisKeys;
  /** What was written, pipeline by pipeline. */
  readonly declared: readonly Grant[];
}
