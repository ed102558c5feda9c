import type { Ssl } from "../model/connection.js";
import type { RedisType } from "../model/redis-access.js";
import type { Origin } from "../source/origin.js";
import type { PrincipalIr } from "./access.js";
import type { PasswordLoginIr } from "./database.js";
import type { WrittenPrivilegeIr } from "./entra-access.js";
import type { PerEnvironment } from "./environment.js";

/** Who may do what with the keys of one Redis server. */
export interface RedisAccessIr {
  readonly engine: "redis";
  readonly origin: Origin;
  /** The connection's name. */
  readonly name: string;
  readonly server: PerEnvironment;
  readonly port: number;
  /** As whom publishing brings the rights there; undefined: people run the script. */
  readonly login: PasswordLoginIr | undefined;
  readonly ssl: Ssl;
  /** All of the project that have a role, also those that are granted nothing here. */
  readonly principals: readonly PrincipalIr[];
  /** At most one for a principal and keys of one name. */
  readonly grants: readonly KeysGrantIr[];
}

export interface KeysGrantIr {
  readonly principal: PrincipalIr;
  readonly keys: RedisKeysIr;
  /** What was written: there may be several of one privilege. */
  readonly privileges: readonly WrittenPrivilegeIr[];
  /** The names of the pipelines that grant it. */
  readonly pipelines: readonly string[];
}

export interface RedisKeysIr {
  readonly name: string;
  /** As Redis matches names of keys: `session:*`. */
  readonly pattern: string;
  readonly type: RedisType;
}

export type { RedisType } from "../model/redis-access.js";
