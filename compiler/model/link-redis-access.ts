import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import type { RedisConnection } from "./connection.js";
import type { FoundGrant, GrantedObject, KeysObject } from "./granted-object.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import { isSound } from "./poisoned.js";
import type { RedisAccess, RedisPrincipal } from "./redis-access.js";
import { redisDiagnostics } from "./redis-diagnostics.js";

/** Who may do what with keys of the project's Redis servers, of all that is granted. */
export function linkRedisAccess(all: readonly FoundGrant[], project: Project, report: Report): readonly RedisAccess[] {
  const found = all.filter((one): one is FoundGrant<KeysObject> => isKeys(one.object));
  for (const { principal, grant } of found)
    if (principal.role === undefined) {
      const details = { principal: principal.name, object: grant.object.name };
      report.add(redisDiagnostics.noUser.at(grant.principal.origin, details));
    }
  const connections = connectionsOf(project);
  for (const [at, one] of connections.entries()) {
    if (!project.origin.child("principals").isWritten)
      report.add(redisDiagnostics.noPrincipals.at(one.origin.child("keys").key(), { connection: one.name }));
    for (const other of connections.slice(0, at)) apart(one, other, report);
  }
  const principals = principalsOf(project);
  if (connections.length > 0) users(principals, report);
  return connections.map((connection) => ({
    engine: "redis" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.keys.flatMap((keys) => {
        const declared = found
          .filter((one) => one.principal.name === principal.name && one.object.keys === keys)
          .map(({ grant }) => grant);
        return declared.length === 0 ? [] : [{ principal, keys, declared }];
      }),
    ),
  }));
}

const isKeys = (object: GrantedObject): object is KeysObject => object.engine === "redis";

const connectionsOf = ({ connections }: Project): readonly RedisConnection[] =>
  [...connections.values()].filter((one): one is RedisConnection => one.kind === "redis");

const principalsOf = ({ principals }: Project): readonly RedisPrincipal[] =>
  [...principals.values()]
    .filter(isSound)
    .flatMap((principal) => (principal.role === undefined ? [] : [{ ...principal, role: principal.role }]));

/** All keys that `grants` may name: `connections.cache.sessions`. */
export const keysPaths = (project: Project): readonly string[] =>
  connectionsOf(project).flatMap(({ name, keys }) => keys.map((one) => `connections.${name}.${one.name}`));

/** The keys of a connection by their name; undefined if there are none, which was reported. */
export function keysObject(
  connection: RedisConnection,
  path: string,
  { origin }: Named,
  report: Report,
): KeysObject | undefined {
  const keys = connection.keys.find(({ name }) => name === path);
  if (keys) return { engine: "redis", connection, keys };
  const suggestion = closest(
    path,
    connection.keys.map(({ name }) => name),
  );
  report.add(redisDiagnostics.unknownKeys.at(origin, { connection: connection.name, keys: path, suggestion }));
  return undefined;
}

function users(principals: readonly RedisPrincipal[], report: Report): void {
  for (const [at, { role, origin }] of principals.entries()) {
    const place = origin.child("role");
    if (role === "default") report.add(redisDiagnostics.defaultUser.at(place, {}));
    else if (!/^[\w.@-]+$/.test(role)) report.add(redisDiagnostics.brokenUser.at(place, { role }));
    const same = principals.slice(0, at).find((one) => one.role === role);
    if (same) report.add(redisDiagnostics.sameUser.at(place, { role, other: same.name }));
  }
}

/** One server has one script. */
function apart(one: RedisConnection, other: RedisConnection, report: Report): void {
  if (one.port !== other.port) return;
  const isSameText = one.server.written.toLowerCase() === other.server.written.toLowerCase();
  const environment = [...one.server.values].find(
    ([name, server]) => server.toLowerCase() === other.server.values.get(name)?.toLowerCase(),
  )?.[0];
  if (!isSameText && environment === undefined) return;
  const details = { connection: one.name, other: other.name, environment: isSameText ? undefined : environment };
  const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
  report.add(redisDiagnostics.sameServer.at(one.origin.key(), details, { related }));
}
