import type { RedisAccess } from "../model/redis-access.js";
import { writtenPrivileges } from "./lower-entra-access.js";
import { passwordOf } from "./lower-flow.js";
import { principalOf } from "./lower-principals.js";
import type { RedisAccessIr } from "./redis-access.js";

/** Who may do what with the keys of one Redis server. */
export function redisAccessOf({ engine, connection, principals, grants }: RedisAccess): RedisAccessIr {
  return {
    engine,
    origin: connection.origin.child("keys"),
    name: connection.name,
    server: connection.server.values,
    port: connection.port,
    login: connection.login && passwordOf(connection.login),
    ssl: connection.ssl,
    principals: principals.map(principalOf),
    grants: grants.map(({ principal, keys: { name, pattern, type }, declared }) => ({
      principal: principalOf(principal),
      keys: { name, pattern, type },
      privileges: writtenPrivileges(declared),
      pipelines: [...new Set(declared.map(({ pipeline }) => pipeline))],
    })),
  };
}
