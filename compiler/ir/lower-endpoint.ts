import type { LinkedSource } from "../model/linked.js";
import type { EndpointIr } from "./ir.js";

/** Where a connection's hubs or topics are found. */
export function endpointOf(connection: LinkedSource["connection"]): EndpointIr {
  const { name } = connection;
  if (connection.kind === "event-hubs")
    return {
      kind: connection.kind,
      name,
      namespace: connection.namespace.values,
      connectionString: { secret: connection.secret },
    };
  const { servers, login } = connection;
  return {
    kind: connection.kind,
    name,
    servers: servers.values,
    login: login && { user: login.user, password: { secret: login.secret } },
  };
}

/** The connection's place as it was written, the same in every environment. */
export const placeOf = (connection: LinkedSource["connection"]): string =>
  connection.kind === "kafka" ? connection.servers.written : connection.namespace.written;
