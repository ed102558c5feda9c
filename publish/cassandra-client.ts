import { lookup } from "node:dns/promises";
import type { ClientOptions, default as Driver } from "cassandra-driver";
import type { CassandraPlace } from "./destination.js";
import { tlsOf } from "./tls.js";
import { within } from "./within.js";

/** A cluster of Cassandra, over one of its nodes. */
export interface Cassandra {
  /** Rejects where the cluster answers an error. */
  ask(statement: string): Promise<readonly CassandraRow[]>;
}

/** By the names of columns. */
export type CassandraRow = ReadonlyMap<string, unknown>;

/** Milliseconds until a node is given up that does not let anybody in, or does not answer one statement: its own limits are below. https://cassandra.apache.org/doc/latest/cassandra/managing/configuration/cass_yaml_file.html#request_timeout */
const answering = 30_000;

/**
 * Opens a cluster as the connection's user, and closes it after `use`. Only the node that is named is spoken to: others may not be
 * reached from here.
 * @param operation milliseconds that all of it may take
 */
export async function onCassandra<T>(
  place: CassandraPlace,
  password: string,
  operation: number,
  use: (cluster: Cassandra) => Promise<T>,
): Promise<T> {
  // It is loaded only where there is a cluster.
  const { default: driver } = await import("cassandra-driver");
  const client = new driver.Client(await settingsOf(place, password, operation, driver));
  const used = async () => {
    await client.connect();
    return use({
      ask: async (statement) => {
        const { columns, rows } = await client.execute(statement);
        // What only does something has neither.
        return (rows ?? []).map((row) => new Map(columns.map(({ name }) => [name, row.get(name)])));
      },
    });
  };
  try {
    return await within(operation, used());
  } catch (error) {
    throw reasonOf(error, driver);
  } finally {
    await client.shutdown().catch(() => {});
  }
}

async function settingsOf(
  place: CassandraPlace,
  password: string,
  operation: number,
  { auth, policies, types }: typeof Driver,
): Promise<ClientOptions> {
  const { host, port } = place.reachedAt ?? place;
  const addresses = await lookup(host, { all: true });
  const limit = Math.min(answering, operation);
  const tls = tlsOf(place);
  return {
    contactPoints: addresses.map(({ address, family }) => `${family === 6 ? `[${address}]` : address}:${port}`),
    authProvider: new auth.PlainTextAuthProvider(place.user, password),
    ...(tls === undefined ? {} : { sslOptions: tls }),
    policies: {
      loadBalancing: new policies.loadBalancing.AllowListPolicy(
        new policies.loadBalancing.RoundRobinPolicy(),
        addresses.map(({ address }) => `${address}:${port}`),
      ),
      // Nothing is sent twice: the next publishing sees what was done.
      retry: new policies.retry.FallthroughRetryPolicy(),
    },
    // That of Cassandra itself: with each other one that it tries before it opens a connection more.
    protocolOptions: { maxVersion: types.protocolVersion.v4 },
    socketOptions: { connectTimeout: limit, readTimeout: limit },
    pooling: { heartBeatInterval: 0 },
    // Of what is read beside lists of rights, which a node reads so by itself.
    queryOptions: { consistency: types.consistencies.localQuorum, fetchSize: 0 },
    isMetadataSyncEnabled: false,
  };
}

/** The driver says of a node that it could not use it, and keeps apart why. */
function reasonOf(error: unknown, { errors, types }: typeof Driver): unknown {
  if (error instanceof errors.NoHostAvailableError) {
    const reason: unknown = Object.values(error.innerErrors ?? {})[0];
    return reason instanceof Error ? new Error(reason.message, { cause: error }) : error;
  }
  if (!(error instanceof errors.ResponseError) || error.code !== types.responseErrorCodes.unauthorized) return error;
  const needed = "The user has to be a superuser, of a cluster whose 'authorizer' is CassandraAuthorizer";
  return new Error(`${error.message}. ${needed}`, { cause: error });
}
