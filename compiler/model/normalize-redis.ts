import type { Origin } from "../source/origin.js";
import type { RedisConnectionSpec } from "../spec/spec.generated.js";
import { type RedisConnection, redisPort } from "./connection.js";
import type { Fill } from "./variables.js";

/** A connection to a Redis server in its one form; undefined if it has an error, which was reported. */
export function redisConnection(
  name: string,
  { kind, port = redisPort, ssl = "verify-full", identity, keys, ...spec }: RedisConnectionSpec,
  origin: Origin,
  fill: Fill,
): RedisConnection | undefined {
  const server = fill(spec.server, origin.child("server"), "server");
  const listed = Object.entries(keys)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { pattern, type }]) => ({ origin: origin.child("keys", key), name: key, pattern, type }));
  const login = identity && ({ kind: "password", ...identity } as const);
  return server && { kind, origin, name, server, port, ssl, login, keys: listed };
}
