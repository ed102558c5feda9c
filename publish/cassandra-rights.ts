import type { Json } from "../compiler/emit/json.js";
import { type Cassandra, onCassandra } from "./cassandra-client.js";
import {
  type CassandraChange,
  type CassandraObject,
  changesOfRoles,
  type HeldRole,
  membershipsOf,
  objectsOf,
  quoted,
  rolesIn,
  unknownRights,
} from "./cassandra-permissions.js";
import type { CassandraPlace } from "./destination.js";
import type { Patience } from "./patience.js";
import { textAt } from "./records.js";
import type { RightsRow } from "./rights.js";
import type { PasswordOf, RightsKeeper } from "./rights-keeper.js";

/**
 * The rights of roles of one cluster of Cassandra: what they hold is read role by role, and each line of the plan is one statement. The
 * script itself is for who cannot see what is held: it revokes all that could be.
 */
export const cassandraKeeper = (
  place: CassandraPlace,
  passwordOf: PasswordOf,
  { operation }: Patience,
): RightsKeeper => ({
  where: `the Cassandra of connections.${place.connection} (${place.host}:${place.port}), as ${place.user}`,
  opened: async (use) =>
    onCassandra(place, await passwordOf(place), operation, async (cluster) => {
      // What is done is what was compared last, also where somebody changes something right after.
      let found: Found | undefined;
      return use({
        async differences(wanted) {
          found = await foundIn(cluster, place.user, wanted);
          return rowsOf(found);
        },
        async bring(wanted) {
          found ??= await foundIn(cluster, place.user, wanted);
          await bring(cluster, found, async () => foundIn(cluster, place.user, wanted));
        },
      });
    }),
});

/** What there is to do in a cluster. */
interface Found {
  readonly stops: readonly RightsRow[];
  readonly changes: readonly CassandraChange[];
  readonly toKnow: readonly RightsRow[];
}

const rowsOf = ({ stops, changes, toKnow }: Found): readonly RightsRow[] =>
  stops.length > 0 ? stops : [...changes.map(({ row }) => row), ...toKnow];

/** There are no transactions: where it is broken off, the next publishing finds what is left. */
async function bring(cluster: Cassandra, { stops, changes }: Found, again: () => Promise<Found>): Promise<void> {
  const [stop] = stops;
  if (stop !== undefined) throw new Error(stop.privilege);
  for (const { statement } of changes) await cluster.ask(statement);
  const left = await again();
  const other = [...left.stops, ...left.changes.map(({ row }) => row)];
  if (other.length > 0)
    throw new Error(
      `it took the statements, and has something else: ${other.map(({ grantee, privilege }) => `${grantee} ${privilege}`).join(", ")}`,
    );
}

async function foundIn(cluster: Cassandra, user: string, value: Json): Promise<Found> {
  const wanted = rolesIn(textAt(value, "script") ?? "");
  const stop = (grantee: string | undefined, privilege: string, object?: string): RightsRow => ({
    ...{ action: "stop", grantee, privilege, object },
  });
  // It would be told of no roles but its own, as if there were no others.
  if (!(await isSuperuser(cluster, user)))
    return { stops: [stop(user, "is no superuser, as who brings rights has to be")], changes: [], toKnow: [] };
  const held = await heldIn(cluster, wanted.roles);
  const missing = await missingOf(cluster, objectsOf(wanted));
  const stops = [
    ...missing.map(({ label }) => stop(undefined, "is not there, and something is granted on it", label)),
    ...unknownRights(held).map(({ role, permission, resource }) =>
      stop(role, `holds ${permission} on ${resource}, of which nothing is known: revoke it by hand`),
    ),
  ];
  return { stops, changes: stops.length > 0 ? [] : changesOfRoles(wanted, held), toKnow: membershipsOf(held) };
}

/** By itself, or as a member of others. */
const isSuperuser = async (cluster: Cassandra, user: string): Promise<boolean> =>
  (await cluster.ask(`LIST ROLES OF ${quoted(user)}`)).some((row) => row.get("super") === true);

/** Those of the roles that are there. https://cassandra.apache.org/doc/latest/cassandra/developing/cql/security.html#list-roles */
async function heldIn(cluster: Cassandra, roles: readonly string[]): Promise<ReadonlyMap<string, HeldRole>> {
  const all = new Map((await cluster.ask("LIST ROLES")).map((row) => [row.get("role"), row.get("super") === true]));
  const held = new Map<string, HeldRole>();
  for (const role of roles) {
    const isSuper = all.get(role);
    if (isSuper === undefined) continue;
    // Both tell of roles of which it is a member, too.
    const of = `OF ${quoted(role)} NORECURSIVE`;
    const memberOf = (await cluster.ask(`LIST ROLES ${of}`)).map((row) => textIn(row, "role"));
    const rights = (await cluster.ask(`LIST ALL PERMISSIONS ${of}`))
      .filter((row) => row.get("role") === role)
      .map((row) => ({ permission: textIn(row, "permission"), resource: textIn(row, "resource") }))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
    held.set(role, { isSuperuser: isSuper, memberOf: memberOf.filter((other) => other !== role).sort(), rights });
  }
  return held;
}

const key = ({ resource, permission }: { readonly resource: string; readonly permission: string }): string =>
  `${resource} ${permission}`;

type Row = Awaited<ReturnType<Cassandra["ask"]>>[number];

function textIn(row: Row, column: string): string {
  const value = row.get(column);
  if (typeof value !== "string") throw new Error(`The cluster lists rights without ${column}`);
  return value;
}

/** Those that are not there: nothing can be granted on them. */
async function missingOf(cluster: Cassandra, objects: readonly CassandraObject[]): Promise<readonly CassandraObject[]> {
  const there = new Set<unknown>();
  for (const keyspace of new Set(objects.map((one) => one.keyspace))) {
    const of = `WHERE keyspace_name = '${keyspace}'`;
    const found = await cluster.ask(`SELECT keyspace_name FROM system_schema.keyspaces ${of}`);
    if (found.length > 0) there.add(keyspace);
    for (const [what, column] of [
      ["tables", "table_name"],
      ["views", "view_name"],
    ] as const)
      for (const row of await cluster.ask(`SELECT ${column} FROM system_schema.${what} ${of}`))
        there.add(`${keyspace}.${textIn(row, column)}`);
  }
  return objects.filter(({ keyspace, table }) => !there.has(table === undefined ? keyspace : `${keyspace}.${table}`));
}
