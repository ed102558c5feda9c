import type { Report } from "../diagnostics/report.js";
import { closest } from "../diagnostics/suggest.js";
import { declaredIn, foundIn } from "./added-grants.js";
import type { RedisConnection } from "./connection.js";
import type { FoundGrant, KeysObject } from "./granted-object.js";
import type { Project } from "./model.js";
import type { Named } from "./parts.js";
import type { RedisAccess } from "./redis-access.js";
import { redisDiagnostics } from "./redis-diagnostics.js";
import { type RolePrincipal, rolePrincipals } from "./role-principals.js";
import { samePlace } from "./same-place.js";

/** Who may do what with keys of the project's Redis servers, of all that is granted. */
export function linkRedisAccess(all: readonly FoundGrant[], project: Project, report: Report): readonly RedisAccess[] {
  const found = foundIn("redis", all);
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
    notOfAzure(one, project, report);
  }
  const principals = rolePrincipals(project);
  if (connections.length > 0) users(principals, report);
  for (const { name, login, origin } of connections)
    if (login !== undefined && principals.some(({ role }) => role === login.user))
      report.add(redisDiagnostics.ownUser.at(origin.child("identity", "user"), { role: login.user, connection: name }));
  const declaredTo = declaredIn(found, ({ keys }) => keys);
  return connections.map((connection) => ({
    engine: "redis" as const,
    connection,
    principals,
    grants: principals.flatMap((principal) =>
      connection.keys.flatMap((keys) => {
        const declared = declaredTo(principal, keys);
        return declared.length === 0 ? [] : [{ principal, keys, declared }];
      }),
    ),
  }));
}

const connectionsOf = ({ connections }: Project): readonly RedisConnection[] =>
  [...connections.values()].filter((one): one is RedisConnection => one.kind === "redis");

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

function users(principals: readonly RolePrincipal[], report: Report): void {
  for (const [at, { role, origin }] of principals.entries()) {
    const place = origin.child("role");
    if (role === "default") report.add(redisDiagnostics.defaultUser.at(place, {}));
    else if (!/^[\w.@-]+$/.test(role)) report.add(redisDiagnostics.brokenUser.at(place, { role }));
    const same = principals.slice(0, at).find((one) => one.role === role);
    if (same) report.add(redisDiagnostics.sameUser.at(place, { role, other: same.name }));
  }
}

/**
 * Hosts of Azure Cache for Redis, its Enterprise tiers, and Azure Managed Redis, in all clouds.
 * https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
const azureHost =
  /(^|\.)(redis\.cache\.(windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|redisenterprise\.cache\.azure\.net|redis\.azure\.net)$/i;

/** What a variable says of a server on this machine is not asked: nothing is reached there. */
function notOfAzure({ server: { origin, values } }: RedisConnection, { environments }: Project, report: Report): void {
  const there = environments.filter(({ kind }) => kind !== "this-machine").map(({ name }) => values.get(name));
  const server = there.find((host) => host !== undefined && azureHost.test(host));
  if (server !== undefined) report.add(redisDiagnostics.serverOfAzure.at(origin, { server }));
}

/** One server has one script. */
function apart(one: RedisConnection, other: RedisConnection, report: Report): void {
  const same = one.port === other.port && samePlace([{ one: one.server, other: other.server, fold: true }]);
  if (!same) return;
  const details = { connection: one.name, other: other.name, environment: same.environment };
  const related = [{ message: "The other one is declared here.", origin: other.origin.key() }];
  report.add(redisDiagnostics.sameServer.at(one.origin.key(), details, { related }));
}
