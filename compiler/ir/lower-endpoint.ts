import type { StorageConnection } from "../model/connection.js";
import type { LinkedHubSource } from "../model/linked.js";
import type { EventHubsLogin } from "../model/login.js";
import type { ContainerIr } from "./container.js";
import type { EndpointIr, EventHubsLoginIr } from "./endpoint.js";

/** Where a connection's hubs or topics are found, and who it is opened as. */
export function endpointOf(connection: LinkedHubSource["connection"]): EndpointIr {
  const { kind, name, origin } = connection;
  if (kind === "event-hubs")
    return { kind, name, origin, namespace: connection.namespace.values, login: loginOf(connection.login) };
  const { servers, login } = connection;
  return {
    kind,
    name,
    origin,
    servers: servers.values,
    login: login && { kind: "password", user: login.user, password: { secret: login.secret } },
  };
}

function loginOf(login: EventHubsLogin): EventHubsLoginIr {
  switch (login.kind) {
    case "connection-string":
      return { kind: login.kind, connectionString: { secret: login.secret } };
    case "application": {
      const { kind, clientId, tenant, secret } = login;
      return { kind, clientId: clientId.values, tenant: tenant.values, clientSecret: { secret } };
    }
    case "service-credential":
      return { kind: login.kind, credential: login.credential.values };
    case "managed":
      return login;
  }
}

export const containerOf = ({ name, account, container }: StorageConnection): ContainerIr => ({
  connection: name,
  account: account.values,
  container: container.values,
});

/** The connection's place as it was written, the same in every environment. */
export const placeOf = (connection: LinkedHubSource["connection"]): string =>
  connection.kind === "kafka" ? connection.servers.written : connection.namespace.written;
