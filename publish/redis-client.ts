import type { RedisPlace } from "./destination.js";
import { connecting } from "./patience.js";
import { tlsOf } from "./tls.js";
import { within } from "./within.js";

/** A Redis server over one connection. */
export interface RedisServer {
  /** Rejects where the server answers an error. Replies to commands of a transaction are those of EXEC, errors among them. */
  ask(words: readonly string[]): Promise<unknown>;
}

/** What the user of the connection may run. */
const rulesOfGrantor = "+acl|getuser +acl|setuser +acl|cat +acl|save +config|get +info +multi +exec";

/**
 * Opens a server as the connection's user, and closes it after `use`.
 * @param operation milliseconds that all of it may take
 */
export async function onRedis<T>(
  place: RedisPlace,
  password: string,
  operation: number,
  use: (server: RedisServer) => Promise<T>,
): Promise<T> {
  // It is loaded only where there is a server.
  const { createClient } = await import("@redis/client");
  const client = createClient({
    socket: { ...socketOf(place), connectTimeout: Math.min(connecting, operation), reconnectStrategy: false },
    username: place.user,
    password,
    RESP: 2,
    disableClientInfo: true,
  });
  // A connection that breaks off fails what is asked over it; without a listener it would end the process too.
  client.on("error", () => {});
  const used = async () => {
    await client.connect();
    return use({ ask: (words) => client.sendCommand([...words]) });
  };
  try {
    return await within(operation, used());
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOPERM")) throw error;
    throw new Error(`${error.message}. The user needs ${rulesOfGrantor}`, { cause: error });
  } finally {
    if (client.isOpen) client.destroy();
  }
}

function socketOf(place: RedisPlace) {
  const { host, port } = place.reachedAt ?? place;
  if (host.startsWith("/")) return { path: host } as const;
  const tls = tlsOf(place);
  return tls === undefined ? ({ host, port } as const) : ({ host, port, tls: true, ...tls } as const);
}
